/** What stands in a tokenised text for everything that is not a plain word. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(
  (
    '_tautan _surel _telepon _nama _sebut _tagar _uang _persen _angka _tanya _seru _sedih _marah _mohon _jempol ' +
    '_promosi _bahaya _emoji _asing _kode _huruf_hias'
  ).split(' '),
);

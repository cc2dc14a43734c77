import { readFile } from 'node:fs/promises';
import { mergeLexicon, SHIPPED_LEXICON, type Lexicon, type LexiconFault } from '@app/triage';
import { CsvError, readLexiconCsv, takeLexicon, type VocabularyFault } from '@app/vocabulary';

const WHAT_TO_DO: Readonly<Record<LexiconFault | 'full', string>> = {
  'spelling-invalid':
    'ejaan harus satu kata dari huruf, angka, dan tanda hubung, diawali huruf; perbaiki kolom pertama',
  'words-invalid':
    'kata baku harus satu sampai lima kata dari huruf, angka, dan tanda hubung; perbaiki kolom kedua',
  same: 'kata itu sudah dibaca apa adanya; hapus baris ini',
  loop: 'kata bakunya kembali ke ejaan ini; ubah salah satu dari kedua baris',
  full: 'batas jumlah entri sudah tercapai; bagi berkasnya',
};

/** The lexicon that ships with the entries of a CSV file on top, as the page "Kamus" writes it; or what is wrong with it. */
export async function readLexiconFile(
  file: string,
): Promise<{ readonly lexicon: Lexicon } | { readonly problems: readonly string[] }> {
  try {
    const typed = readLexiconCsv(await readFile(file, 'utf8'));
    const { tenant, refused } = takeLexicon([], typed);
    if (typed.length === 0) return { problems: ['tidak ada entri; kolomnya: ejaan, kata_baku'] };
    if (refused.length === 0) return { lexicon: mergeLexicon(SHIPPED_LEXICON, tenant) };
    return {
      problems: refused.map(({ line, name, fault }) => `baris ${line}, “${name}”: ${whatToDo(fault)}`),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      problems: [
        error instanceof CsvError
          ? `bukan CSV yang sah (${reason}); unduh lagi dari halaman Kamus, atau simpan sebagai CSV UTF-8`
          : `berkas tidak dapat dibaca (${reason}); periksa nama dan izinnya`,
      ],
    };
  }
}

const whatToDo = (fault: VocabularyFault): string =>
  fault in WHAT_TO_DO ? WHAT_TO_DO[fault as keyof typeof WHAT_TO_DO] : fault;

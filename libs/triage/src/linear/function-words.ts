/**
 * Words that join others and say nothing of the matter. What a model learns of them is how its corpus was written ("atau"
 * for a question, "yang" for a letter), and it misleads on messages by other hands: they count beside their neighbours alone.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'atau dan yang di ke dari ini itu untuk dengan pada adalah juga saya kami kita kalau jika bila saja lagi lebih akan ' +
    'bisa ada sudah oleh karena'
  ).split(' '),
);

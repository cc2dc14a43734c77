/**
 * Takes the word off that routes an SMS to us on a shared short code: `KUTIM lampu mati`, `kutim#lampu mati`. Texts
 * without one stay as they are, and so does one that is nothing else.
 * @param keywords as the admin wrote them, separated by commas
 */
export function stripKeyword(text: string, keywords: string): string {
  for (const keyword of keywords.split(',').map((word) => word.trim())) {
    if (keyword === '') continue;
    const rest = text.trimStart();
    if (rest.slice(0, keyword.length).toLowerCase() !== keyword.toLowerCase()) continue;
    const match = /^[\s#:.,*-]+/.exec(rest.slice(keyword.length));
    const stripped = match ? rest.slice(keyword.length + match[0].length) : '';
    if (stripped !== '') return stripped;
  }
  return text;
}

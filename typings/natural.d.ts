declare module 'natural/lib/natural/stemmers/indonesian/stemmer_id.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
declare module 'natural/lib/natural/tokenizers/aggressive_tokenizer_id.js' {
  export default class AggressiveTokenizerId {
    tokenize(text: string): string[];
  }
}

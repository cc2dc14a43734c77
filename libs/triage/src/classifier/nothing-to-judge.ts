import type { Token } from '../text/tokens.js';

/** What people write around a matter: alone it is no report. */
const COURTESY = new Set(
  (
    'halo assalamualaikum waalaikumsalam warahmatullahi wabarakatuh wr wb selamat pagi siang sore malam datang ' +
    'terima kasih banyak sama bapak ibu admin kak kakak bang om gan mas mbak sis bro bos izin maaf mohon tes test ' +
    'cek p up first ok oke okay siap baik ya iya yoi sip mantap keren hadir nyimak salam semua dan sehat hehe he ' +
    'haha wkwk wkwkwk hmm hm oh'
  ).split(' '),
);
const LONGEST_GREETING = 12;

/**
 * Whether a text holds nothing but greetings, emoji, mentions and the like (also: nothing at all). What the Bayes model
 * has to say about such words is chance.
 */
export function hasNothingToJudge(tokens: readonly Token[]): boolean {
  if (tokens.every((token) => token.word.startsWith('_'))) return true;
  if (tokens.length > LONGEST_GREETING) return false;
  return tokens.every((token) => token.word.startsWith('_') || COURTESY.has(token.word));
}

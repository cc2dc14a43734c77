import { PLACEHOLDER, type CueWord } from '../cues/match-cues.js';
import type { Reading } from '../text/reading.js';

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
 * Whether a text holds nothing but greetings, emoji, mentions and the like (also: nothing at all). What a model has to
 * say about such words is chance.
 */
export function hasNothingToJudge({ count, words }: Reading<CueWord>): boolean {
  for (let index = 0; index < count; index++) {
    const { word, marks } = words[index] as CueWord;
    if ((marks & PLACEHOLDER) !== 0) continue;
    if (count > LONGEST_GREETING || !COURTESY.has(word)) return false;
  }
  return true;
}

import type { Token } from '../text/tokens.js';

/** How people begin. `maaf` and `izin` are no greeting: what follows them is often the point. */
const GREETINGS = new Set(
  (
    'assalamualaikum waalaikumsalam warahmatullahi warohmatullahi wabarakatuh wabarokatuh wr wb selamat pagi siang sore ' +
    'malam halo bapak ibu admin kakak mas mbak bang om hormat kepada terhormat salam sejahtera dan kita semua bismillah ' +
    'bismillahirrahmanirrahim _mohon _emoji'
  ).split(' '),
);
/** How they end. */
const FAREWELLS = new Set(
  (
    'terima kasih banyak atas perhatian perhatiannya bantuan bantuannya kerja sama kerjasama kerjasamanya tanggapan ' +
    'tanggapannya tanggapan jawaban jawabannya waktunya sebelumnya demikian sekian kami saya ucapkan sampaikan haturkan ' +
    'dan bapak ibu admin kakak ya hormat salam waalaikumsalam wassalamualaikum wr wb warga _mohon _emoji _seru'
  ).split(' '),
);
/** With fewer words in between, the courtesy may be the whole message. */
const LEAST_AFTER_GREETING = 4;
const LEAST_BEFORE_FAREWELL = 14;

/**
 * Which tokens speak of the matter. A mention tells the channel; a greeting before and thanks after a matter tell the
 * writer's manners, whatever the matter.
 */
export function countedWords(tokens: readonly Token[]): boolean[] {
  const counted = tokens.map(({ word }) => word !== '_sebut');
  let from = 0;
  while (from < tokens.length && (!counted[from] || GREETINGS.has(tokens[from]?.word ?? ''))) from++;
  let to = tokens.length;
  while (to > from && (!counted[to - 1] || FAREWELLS.has(tokens[to - 1]?.word ?? ''))) to--;
  if (counted.slice(from).filter(Boolean).length >= LEAST_AFTER_GREETING) counted.fill(false, 0, from);
  if (to - from >= LEAST_BEFORE_FAREWELL) counted.fill(false, to);
  return counted;
}

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
export const isGreeting = (word: string): boolean => GREETINGS.has(word);
export const isFarewell = (word: string): boolean => FAREWELLS.has(word);

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PLACES = ['pasar', 'terminal', 'puskesmas', 'jembatan', 'sekolah'];
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  complaint: [
    'Jalan di depan {} rusak parah, tolong diperbaiki',
    'Lampu di {} mati sudah dua minggu',
    'Sampah dekat {} menumpuk dan bau, belum diangkut',
    'Air di belakang {} tidak mengalir sejak kemarin',
    'Petugas {} tidak melayani warga dengan baik',
    'Got di samping {} tersumbat dan banjir',
  ],
  aspiration: ['Usul dibuat taman bermain dekat {}', 'Semoga tahun depan ada jalur sepeda ke {}'],
  information: ['Jam berapa {} buka?', 'Mau tanya alamat {} di mana ya?'],
  other: ['Terima kasih banyak untuk petugas {}', 'Wah ramai sekali di {} tadi malam'],
  spam: ['Slot gacor bonus member baru dekat {}', 'Promo pulsa murah di {} hubungi kami'],
};

/** A corpus of five themes that is learnt in a second. @returns its folder */
export async function writeTinyCorpus(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wadah-corpus-'));
  for (const place of PLACES) {
    const rows = Object.entries(TEXTS).flatMap(([label, texts]) =>
      texts.map((text) => JSON.stringify({ text: text.replace('{}', place), label })),
    );
    await writeFile(path.join(folder, `${place}.jsonl`), rows.join('\n'));
  }
  return folder;
}

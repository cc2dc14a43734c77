import { REPORT_CLASSES, REPORT_FLAGS } from '@app/report-model';
import { seededRandom } from './seeded-random.js';
import type { TrainingExample } from './training-example.js';

const GREETINGS = [
  'Assalamualaikum Wr. Wb.',
  'Selamat pagi Bapak/Ibu,',
  'Dengan hormat,',
  'Yth. Bapak Bupati di tempat.',
  'Selamat siang admin.',
  'Yth Kepala Dinas terkait,',
  'Kepada Yth. Pemerintah Kota',
  'Mohon maaf mengganggu waktunya.',
  'pak/bu mohon izin,',
  'Bissmillah.',
];
const WRITERS = [
  'Perkenalkan saya [NAMA] warga RT 03 RW 07.',
  'Nama saya [NAMA] alamat Perum Griya Asri blok C no 5 Kel. Sukamaju Kec. Margahayu.',
  'Saya [NAMA] dari Kp. Pasir Jaya RT 02/05 Desa Cikoneng Kecamatan Ciparay Kabupaten Bandung',
  'Kami warga Dusun Mekar Sari RT 11 bermaksud menyampaikan hal berikut.',
  'Bersama ini kami sampaikan hal-hal sebagai berikut.',
  'Nama: [NAMA] NIK: [NOMOR] No Tlp [NOMOR TELEPON DISENSOR]',
  'Sebelumnya saya ucapkan terima kasih atas kesempatannya.',
  'Saya tinggal di Jl. Kenanga gang 4 no 21.',
];
const CLOSINGS = [
  'Demikian, atas perhatian dan kerja samanya kami ucapkan terima kasih.',
  'Terima kasih sebelumnya. Wassalam',
  'Hatur nuhun.',
  'terimakasih atas waktunya pak',
  'Mohon maaf apabila ada salah kata.',
  'Atas tanggapannya saya ucapkan banyak terima kasih.',
  'Lokasi Kejadian Kabupaten Bandung | Cileunyi | Cimekar | Jl. Raya no 8Kewenangan Pemerintah Kabupaten Bandung',
  'suwun',
];
const MENTIONS = ['@user', '@user @user', '@user @user @user', 'kang @user', 'pak @user'];
const TAILS = ['[URL]', 'cc @user', 'cc: @user @user', '@user @user [URL]', '@user'];
/** All of them, for the model's version. */
export const FRAMES = [GREETINGS, WRITERS, CLOSINGS, MENTIONS, TAILS];
/** Whoever introduces himself with an address has something to say: advertisements and chatter do not. */
const LETTER_WRITERS = new Set(['complaint', 'aspiration', 'information']);

/**
 * Other guises of each text, for training alone: as a letter with name and courtesy, as a post with mentions, as a longer
 * message together with another text of the same theme, class and flags. So the model learns that the frame says little about the
 * matter. Drawn by `seed`; a text's guises depend on its theme's texts only.
 */
export function guisesOf(examples: readonly TrainingExample[], seed: number): string[][] {
  const kin = new Map<string, TrainingExample[]>();
  for (const example of examples) kin.set(kindOf(example), [...(kin.get(kindOf(example)) ?? []), example]);
  return examples.map((example) => {
    const random = seededRandom(seed ^ seedOf(example.text));
    const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item;
    const maybe = (list: readonly string[], chance: number): string => (random() < chance ? pick(list) : '');
    const join = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ');
    const { text } = example;
    const guises = [join(text, pick(kin.get(kindOf(example)) ?? [example]).text)];
    if (example.label !== 'spam') guises.push(join(maybe(MENTIONS, 0.7), text, maybe(TAILS, 0.5)));
    if (LETTER_WRITERS.has(example.label)) {
      guises.push(join(maybe(GREETINGS, 0.7), maybe(WRITERS, 0.8), text, maybe(CLOSINGS, 0.7)));
    }
    return guises;
  });
}

const kindOf = (example: TrainingExample): string =>
  [example.theme, REPORT_CLASSES.indexOf(example.label), ...REPORT_FLAGS.map((flag) => example[flag])].join();

function seedOf(text: string): number {
  let seed = 0;
  for (let index = 0; index < text.length; index++) seed = Math.imul(seed, 31) + text.charCodeAt(index);
  return seed;
}

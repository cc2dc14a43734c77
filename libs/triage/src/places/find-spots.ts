import { stemOf } from '../text/stem.js';
import type { Gazetteer } from './gazetteer.js';
import type { PlaceWord } from './words.js';

export interface Spot {
  readonly kind: 'street' | 'landmark' | 'rt-rw';
  readonly start: number;
  readonly end: number;
}

const STREET = new Set('jl jln jalan gg gang lorong'.split(' '));
/** The whole word is also a plain noun: "jalan rusak", "jalan menuju pasar". */
const PLAIN_STREET = new Set(['jalan', 'gang', 'lorong']);
const LANDMARKS = new Set(
  (
    'pasar masjid mesjid musala mushola musholla langgar gereja pura vihara sekolah sd sdn smp smpn sma sman smk smkn tk paud ' +
    'mts madrasah kampus puskesmas posyandu rs rsud klinik apotek kantor spbu pom lapangan stadion taman jembatan ' +
    'terminal pelabuhan dermaga bandara alun simpang perempatan pertigaan bundaran km indomaret alfamart bank hotel ' +
    'polsek polres koramil perum perumahan kompleks komplek komp blok makam kuburan tpu tpa tps stasiun halte mall toko warung ruko balai dusun'
  ).split(' '),
);
/** "di pasar", "depan sd": the landmark is meant as a place even without a name. */
const PLACED = new Set(
  'depan dpn dekat dkt samping sebelah sblh belakang blkng seberang sekitar di'.split(' '),
);
/** Words that end a name. */
const ENDS = new Set(
  (
    'yang yg dan di ke dari dr sudah sdh udah udh belum blm tidak tdk gak ga ada ini itu sangat sekali banyak karena krn ' +
    'rusak berlubang lubang bolong hancur parah banjir macet mati padam gelap becek licin sempit putus ambles amblas longsor ' +
    'kotor bau tergenang jebol bocor mampet tolong mohon min pak bu kami saya sy jadi kalau klo saat sampai menuju arah ' +
    'depan dpn dekat dkt samping sebelah belakang seberang sekitar tepatnya persis kecamatan kec kelurahan kel desa ds kab ' +
    'kabupaten kota prov provinsi rt rw sejak semua setiap tiap lagi juga hari malam pagi siang sore bulan minggu tahun air ' +
    'lampu sampah pju paving aspal cor jangan rumah jalan jalannya diperbaiki perbaikan penuh sering untuk utk dengan dgn sama masih kok kapan dong ya'
  ).split(' '),
);
const MOST_NAME_WORDS = 4;
const NUMBER_MARKS = new Set(['no', 'nomor', 'km', 'blok']);
/** Kinds of road, part of a name and not yet one. */
const ROAD_KINDS = new Set(['poros', 'raya', 'lintas', 'utama', 'besar', 'desa', 'kampung', 'tani']);
const NUMBER = /^(?:\d{1,4}[a-z]?|[ivx]{1,5})$/;

/** Streets, landmarks and RT/RW as people write them; house numbers stay out of the span of a street. */
export function findSpots(words: readonly PlaceWord[], gazetteer: Gazetteer): Spot[] {
  const spots: Spot[] = [];
  for (let index = 0; index < words.length; index++) {
    const last =
      endOfNeighbourhood(words, index) ??
      endOfStreet(words, index, gazetteer) ??
      endOfLandmark(words, index, gazetteer);
    if (last === null) continue;
    spots.push({
      kind: last.kind,
      start: words[index]?.start ?? 0,
      end: words[last.index]?.end ?? 0,
    });
    index = last.index;
  }
  return spots;
}

interface End {
  readonly kind: Spot['kind'];
  readonly index: number;
}

const UNIT = /^(rt|rw)0*\d{0,3}$/;

/** "RT 05", "rt.05/rw.02", "RT 05/02", "rt05 rw02". */
function endOfNeighbourhood(words: readonly PlaceWord[], first: number): End | null {
  let last = -1;
  let index = first;
  for (let part = 0; part < 2; part++) {
    const word = words[index]?.word ?? '';
    if (!UNIT.test(word)) break;
    const hasNumber = /\d/.test(word);
    const number = words[index + 1];
    if (!hasNumber && !/^0*\d{1,3}$/.test(number?.word ?? '')) break;
    last = hasNumber ? index : index + 1;
    index = last + 1;
    if (words[index]?.word === 'dan') break;
  }
  if (last < 0) return null;
  const next = words[last + 1];
  const isPair =
    next !== undefined && /^0*\d{1,3}$/.test(next.word) && next.start - (words[last]?.end ?? 0) <= 1;
  return { kind: 'rt-rw', index: isPair ? last + 1 : last };
}

function endOfStreet(words: readonly PlaceWord[], first: number, gazetteer: Gazetteer): End | null {
  const { word } = words[first] as PlaceWord;
  if (!STREET.has(word)) return null;
  const isPlain = PLAIN_STREET.has(word);
  const last = endOfName(words, first, (one) => {
    if (!isPlain || one.isCapitalised || NUMBER.test(one.word)) return true;
    return !isOrdinary(one.word, gazetteer) || ROAD_KINDS.has(one.word);
  });
  // "jalan poros" alone is a kind of road, not a name.
  const isNamed = last > first + 1 || (last === first + 1 && !ROAD_KINDS.has(words[last]?.word ?? ''));
  return isNamed ? { kind: 'street', index: last } : null;
}

function endOfLandmark(words: readonly PlaceWord[], first: number, gazetteer: Gazetteer): End | null {
  const { word, opensClause } = words[first] as PlaceWord;
  if (!LANDMARKS.has(word)) return null;
  const isPlaced = !opensClause && PLACED.has(words[first - 1]?.word ?? '');
  const last = endOfName(words, first, (one, index) => {
    if (one.isCapitalised || NUMBER.test(one.word)) return true;
    return isPlaced && (index === first + 1 || !isOrdinary(one.word, gazetteer));
  });
  return isPlaced || last > first ? { kind: 'landmark', index: last } : null;
}

const isOrdinary = (word: string, gazetteer: Gazetteer): boolean =>
  gazetteer.isOrdinaryWord(word) || gazetteer.isOrdinaryWord(stemOf(word));

function endOfName(
  words: readonly PlaceWord[],
  first: number,
  belongs: (word: PlaceWord, index: number) => boolean,
): number {
  let last = first;
  for (let index = first + 1; index <= first + MOST_NAME_WORDS; index++) {
    const word = words[index];
    if (word === undefined || word.opensClause || ENDS.has(word.word) || NUMBER_MARKS.has(word.word)) break;
    if (!belongs(word, index)) break;
    last = index;
    if (NUMBER.test(word.word)) break;
  }
  return last;
}

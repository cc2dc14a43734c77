import type {
  AuditEntry,
  LexiconPage,
  LexiconTrial,
  PlaceAliasPage,
  PlaceTrial,
  ReportDetail,
} from '@app/api-contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { signInInvited } from '../support/first-admin.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let system: TestSystem;
let form: string;

beforeAll(async () => {
  system = await startTestSystem();
  const body = { channel: 'web-form', name: 'Formulir', settings: {} };
  form = (await system.admin.call('POST', '/connections', body)).body.id;
});
afterAll(() => system.close());

const get = async <Body>(path: string) => (await system.admin.call('GET', path)).body as Body;
const lexicon = (query = '') => get<LexiconPage>(`/lexicon?${query}`);
const add = (spelling: string, words: string) => system.admin.call('POST', '/lexicon', { spelling, words });
const idOf = async (spelling: string, query = '') =>
  (await lexicon(query)).items.find((one) => one.spelling === spelling)?.id ?? '';
const refusalOf = ({ status, body }: { status: number; body: { errors?: { message: string }[] } }) => [
  status,
  body.errors?.[0]?.message,
];

async function send(text: string): Promise<ReportDetail> {
  await fetch(`${system.api.url}/lapor/${form}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ submissionId: crypto.randomUUID(), text }),
  });
  const report = await eventually('the report', async () =>
    (await get<{ items: { id: string; excerpt: string }[] }>('/reports')).items.find(
      ({ excerpt }) => excerpt === text,
    ),
  );
  return get<ReportDetail>(`/reports/${report.id}`);
}
const topicOf = async (text: string) => (await send(text)).facts?.topic.code;

describe("a tenant's lexicon", () => {
  const TEXT = 'Krowak di Kecamatan Bengalon sudah dua minggu';

  it('reads what comes from then on, without a restart; what came before keeps what it was given', async () => {
    const before = await send(TEXT);
    expect(before.facts?.topic.code).not.toBe('pekerjaan_umum.jalan');

    const draft = { id: null, spelling: 'Krowak', words: 'jalan berlubang' };
    const { body: trial } = await system.admin.call('POST', '/lexicon/trial', { text: TEXT, draft });
    expect(trial as LexiconTrial).toMatchObject({
      now: { words: ['krowak', 'di', 'kecamatan', 'bengalon', 'sudah', 'dua', 'minggu'] },
      then: {
        words: ['jalan', 'berlubang', 'di', 'kecamatan', 'bengalon', 'sudah', 'dua', 'minggu'],
        class: 'complaint',
        topic: { id: 'Jalan rusak' },
      },
    });

    expect((await add('Krowak', 'jalan berlubang')).status).toBe(204);
    expect(await topicOf(`${TEXT}.`)).toBe('pekerjaan_umum.jalan');
    expect((await get<ReportDetail>(`/reports/${before.id}`)).facts?.topic.code).toBe(
      before.facts?.topic.code,
    );

    const id = await idOf('krowak');
    await system.admin.call('PATCH', `/lexicon/${id}`, { isRetired: true });
    expect(await topicOf(`${TEXT}!`)).toBe(before.facts?.topic.code);
    expect((await lexicon()).items).toEqual([]);
    expect((await lexicon('isRetired=true')).items).toMatchObject([{ spelling: 'krowak', isRetired: true }]);
    // Adding it again takes it back, with what it stands for now.
    await add('krowak', 'jalan rusak');
    expect((await lexicon()).items).toMatchObject([
      { id, spelling: 'krowak', words: 'jalan rusak', isRetired: false, updatedBy: 'Sari' },
    ]);
    const { items } = await get<{ items: AuditEntry[] }>('/audit-log?limit=10');
    expect(items.filter(({ subject }) => subject === 'lexicon:krowak').map(({ action }) => action)).toEqual([
      'lexicon-entry-added',
      'lexicon-entry-retired',
      'lexicon-entry-added',
    ]);
  });

  it('shows what it overrides, and finds what ships', async () => {
    await add('rs', 'rumah sewa');
    const page = await lexicon('search=RS');
    expect(page.items).toMatchObject([{ spelling: 'rs', shipped: 'rumah sakit', reads: 'rumah sewa' }]);
    expect(page.shipped).toContainEqual({ spelling: 'rsud', words: 'rumah sakit' });
    await system.admin.call('PATCH', `/lexicon/${await idOf('rs')}`, { words: 'rs' });
    expect((await lexicon('search=rs')).items).toMatchObject([{ words: 'rs', reads: 'rs' }]);
  });

  it('refuses what cannot be looked up, goes round or is there already, and says which', async () => {
    await add('suluh', 'obor');
    expect(refusalOf(await add('SULUH', 'lampu'))).toEqual([422, 'taken']);
    expect(refusalOf(await add('obor', 'suluh'))).toEqual([422, 'loop']);
    expect(refusalOf(await add('dua kata', 'satu'))).toEqual([422, 'spelling-invalid']);
    expect((await add('', 'satu')).status).toBe(400);
    const id = await idOf('suluh');
    const renamed = await system.admin.call('PATCH', `/lexicon/${id}`, { spelling: 'rs' });
    expect(refusalOf(renamed)).toEqual([422, 'taken']);
  });

  it('goes out and comes in as a file, line by line', async () => {
    const csv = 'ejaan;kata_baku\nobor;suluh\n"Damkarmas";pemadam kebakaran\nsuluh;obor\ndua kata;satu\n';
    const { body } = await system.admin.call('POST', '/lexicon/file', { csv });
    expect(body).toEqual({
      taken: 1,
      refused: [
        { line: 2, name: 'obor', fault: 'loop' },
        { line: 5, name: 'dua kata', fault: 'spelling-invalid' },
      ],
    });
    const file = await system.admin.call('GET', '/lexicon/file');
    expect(file.headers.get('content-disposition')).toContain('wadah-kamus.csv');
    expect((file.body as string).replace('\u{FEFF}', '').split('\r\n')).toEqual([
      'ejaan,kata_baku',
      'damkarmas,pemadam kebakaran',
      'krowak,jalan rusak',
      'rs,rs',
      'suluh,obor',
      '',
    ]);
    expect((await system.admin.call('POST', '/lexicon/file', { csv: 'a,"b' })).body.code).toBe(
      'file-not-csv',
    );
  });

  it('is for admins', async () => {
    const officer = await signInInvited(system.api, system.admin, {
      email: 'budi@example.go.id',
      role: 'officer',
    });
    expect((await officer.client.call('GET', '/lexicon')).status).toBe(403);
    expect((await officer.client.call('POST', '/lexicon', { spelling: 'a', words: 'b' })).status).toBe(403);
  });
});

describe("a tenant's names for places", () => {
  const TEXT = 'Jembatan di Kota Lama rusak parah sejak kemarin';
  const BENGALON = '64.08.09';
  const places = (query = '') => get<PlaceAliasPage>(`/place-aliases?${query}`);
  const name = (alias: string, codes: string[]) =>
    system.admin.call('POST', '/place-aliases', { name: alias, codes });
  const areaOf = async (text: string) => (await send(text)).facts?.area?.code ?? null;

  it('are found in what comes from then on; what came before keeps what it was given', async () => {
    const before = await send(TEXT);
    expect(before.facts?.area).toBeNull();
    const draft = { id: null, name: 'kota lama', codes: [BENGALON] };
    const { body: trial } = await system.admin.call('POST', '/place-aliases/trial', { text: TEXT, draft });
    expect((trial as PlaceTrial).then).toMatchObject([
      { text: 'Kota Lama', basis: 'alias', candidates: [{ code: BENGALON }] },
    ]);
    expect((await name('Kota Lama', [BENGALON])).status).toBe(204);
    const after = await send(`${TEXT}.`);
    expect(after.facts?.area?.code).toBe(BENGALON);
    expect(after.facts?.vocabulary).toEqual({
      lexicon: before.facts?.vocabulary?.lexicon,
      placeNames: (before.facts?.vocabulary?.placeNames ?? 0) + 1,
    });
    expect((await get<ReportDetail>(`/reports/${before.id}`)).facts?.area).toBeNull();
    const [kept] = (await places('search=LAMA')).items;
    expect(kept).toMatchObject({ name: 'Kota Lama', areas: [{ name: 'Bengalon' }], shipped: null });
    await system.admin.call('PATCH', `/place-aliases/${kept?.id}`, { isRetired: true });
    expect(await areaOf(`${TEXT}!`)).toBeNull();
  });

  it('may mean several areas, which only other words tell apart, or none', async () => {
    await name('Kota Lama', [BENGALON, '64.08.15']);
    const unclear = await send(`${TEXT}?`);
    expect(unclear.facts).toMatchObject({ area: null });
    expect(unclear.facts?.places).toContainEqual(
      expect.objectContaining({ text: 'Kota Lama', basis: null, candidateCount: 2 }),
    );
    expect(await areaOf('Jembatan di Dayung rusak parah')).toBe('64.08.04');
    await name('dayung', []);
    expect(await areaOf('Jembatan di Dayung rusak berat')).toBeNull();
    const page = await places('search=dayung');
    expect(page.items).toMatchObject([{ areas: [], shipped: [{ code: '64.08.04' }] }]);
    expect(page.shipped).toMatchObject([{ name: 'Dayung', areas: [{ code: '64.08.04' }] }]);
  });

  it('are refused where they are no names, mean nothing or are there already; areas are found by name', async () => {
    expect(refusalOf(await name('DAYUNG', [BENGALON]))).toEqual([422, 'taken']);
    expect(refusalOf(await name('desa', [BENGALON]))).toEqual([422, 'name-invalid']);
    expect(refusalOf(await name('Antah Berantah', []))).toEqual([422, 'no-area']);
    expect(refusalOf(await name('Antah Berantah', ['99.99']))).toEqual([422, 'area-unknown']);
    const { body } = await system.admin.call('GET', '/areas?search=kutai+tim');
    expect(body).toMatchObject([{ code: '64.08', level: 'regency', path: 'Kutai Timur, Kalimantan Timur' }]);
  });

  it('go out and come in as a file, line by line', async () => {
    const csv = 'nama;kode\nPasar Induk;64.08.15 64.08.09\nAntah;99.99\nDayung;\ndesa;64.08\n';
    const { body } = await system.admin.call('POST', '/place-aliases/file', { csv });
    expect(body).toEqual({
      taken: 1,
      refused: [
        { line: 3, name: 'Antah', fault: 'area-unknown' },
        { line: 5, name: 'desa', fault: 'name-invalid' },
      ],
    });
    const file = await system.admin.call('GET', '/place-aliases/file');
    expect(file.headers.get('content-disposition')).toContain('wadah-nama-tempat.csv');
    const lines = (file.body as string).replace('\u{FEFF}', '').trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines).toContain(
      'Pasar Induk,64.08.15 64.08.09,"Kaubun, Kutai Timur, Kalimantan Timur; Bengalon, Kutai Timur, Kalimantan Timur"',
    );
    expect(
      (await system.admin.call('POST', '/place-aliases/file', { csv: file.body as string })).body,
    ).toEqual({ taken: 0, refused: [] });
    const { items } = await get<{ items: { data: object }[] }>('/audit-log?action=place-aliases-imported');
    expect(items.map(({ data }) => data)).toContainEqual({ taken: 1, refused: 2 });
  });
});

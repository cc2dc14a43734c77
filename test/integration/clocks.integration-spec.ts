import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  StoredClockRules as ClockRules,
  Overview,
  ReportCounts,
  ReportDetail,
  ReportPage,
} from '@app/api-contract';
import { Database, ReportRatingRepository } from '@app/database';
import { eventually } from '../support/eventually.js';
import { signInInvited } from '../support/first-admin.js';
import { startTelegramDouble, type TelegramDouble } from '../support/telegram-double.js';
import { tallyDifferences } from '../support/tally-differences.js';
import { startTestSystem, type TestSystem } from '../support/test-system.js';

let telegram: TelegramDouble;
let system: TestSystem;

beforeAll(async () => {
  telegram = await startTelegramDouble();
  system = await startTestSystem();
  await system.admin.call('POST', '/connections', {
    channel: 'telegram',
    name: 'Bot',
    settings: telegram.settings,
  });
});

afterAll(async () => {
  await system?.close();
  await telegram?.stop();
});

const find = async (query: string) =>
  ((await system.admin.call('GET', `/reports?${query}`)).body as ReportPage).items;
const read = async (id: string) => (await system.admin.call('GET', `/reports/${id}`)).body as ReportDetail;
const stagesOf = (report: ReportDetail) =>
  Object.fromEntries(report.clocks.map(({ stage, workingDays, state }) => [stage, [workingDays, state]]));

async function receive(id: number, text: string): Promise<ReportDetail> {
  await telegram.sendPrivateText({ id, firstName: 'Budi' }, text);
  const words = encodeURIComponent(text);
  const row = await eventually(text, async () => (await find(`q=${words}`))[0]);
  return read(row.id);
}

/** As if it had been received `days` ago. */
async function age(id: string, days: number): Promise<void> {
  await system.database.query(
    `update reports set verification_due_at = verification_due_at - interval '${days} days',
            answer_due_at = answer_due_at - interval '${days} days' where id = '${id}'`,
  );
}

describe('the legal clocks', () => {
  it('run from receipt by the class, and follow a correction', async () => {
    const report = await receive(11, 'Jalan Poros Kabo rusak parah dan berlubang');
    expect(stagesOf(report)).toEqual({
      verification: [3, 'running'],
      answer: [5, 'running'],
      completion: [14, 'running'],
    });
    expect(report.nextDueAt).toBe(report.clocks[0]?.dueAt);
    const { body } = await system.admin.call('POST', `/reports/${report.id}/class`, {
      class: 'spam',
      version: report.version,
    });
    expect(body).toMatchObject({ clocks: [], nextDueAt: null });
  });

  it('show what is due first, and an answer meets the clock of the first answer', async () => {
    const near = await receive(12, 'Lampu jalan Dayung mati sudah dua minggu');
    const far = await receive(13, 'Sampah menumpuk di Gang Delima tidak diangkut');
    await age(near.id, 60);
    const due = (await find('order=due')).map(({ id }) => id);
    expect(due.indexOf(near.id)).toBeLessThan(due.indexOf(far.id));
    expect((await find('clock=overdue')).map(({ id }) => id)).toEqual([near.id]);
    expect((await system.admin.call('GET', '/reports/counts')).body).toMatchObject({ overdue: 1 });

    await system.admin.call('POST', `/reports/${near.id}/replies`, {
      text: 'Petugas berangkat hari ini.',
      idempotencyKey: crypto.randomUUID(),
      version: near.version,
    });
    await eventually('no longer overdue', async () => (await find('clock=overdue')).length === 0);
    expect(stagesOf(await read(near.id))).toMatchObject({ verification: [3, 'met'], answer: [5, 'met'] });
  });

  it('stand still on hold, and run on when the citizen writes', async () => {
    const report = await receive(14, 'Jembatan gantung lapuk dan berbahaya');
    const verified = await system.admin.call('POST', `/reports/${report.id}/status`, {
      status: 'verified',
      version: report.version,
    });
    await system.admin.call('POST', `/reports/${report.id}/status`, {
      status: 'on-hold',
      note: 'Di mana tepatnya?',
      version: verified.body.version,
    });
    expect(await read(report.id)).toMatchObject({ nextDueAt: null, status: 'on-hold' });
    expect(stagesOf(await read(report.id))['answer']).toEqual([5, 'paused']);
    await system.database.query(
      `update reports set held_at = now() - interval '28 days' where id = '${report.id}'`,
    );
    await telegram.sendPrivateText({ id: 14, firstName: 'Budi' }, 'Lokasinya di Desa Sepaso');
    await eventually('running again', async () => (await read(report.id)).status === 'verified');
    expect((await read(report.id)).timeline).toContainEqual(
      expect.objectContaining({ kind: 'resumed', actorKind: 'citizen' }),
    );
    const before = Date.parse(report.clocks[1]?.dueAt ?? '');
    const after = Date.parse((await read(report.id)).clocks[1]?.dueAt ?? '');
    expect(after - before).toBeGreaterThan(20 * 86_400_000);
  });
});

describe('the rules of the clocks', () => {
  const rules = async () => (await system.admin.call('GET', '/clock-rules')).body as ClockRules;
  const nextYear = new Date().getUTCFullYear() + 1;
  const dayOff = (date: string, year: ClockRules['years'][number]) => ({
    ...year,
    days: [...year.days, { date, name: 'Cuti bersama setempat', kind: 'joint-leave' as const }],
  });

  it('are tried on an example first, which stores nothing', async () => {
    const before = await rules();
    const levels = before.levels.map((level) => ({ ...level, workingDays: level.workingDays + 1 }));
    const body = { rules: { ...before, levels }, receivedOn: '2026-11-24', matter: 'complaint' };
    const { body: example } = await system.admin.call('POST', '/clock-rules/preview', body);
    expect(example[0]).toEqual({
      stage: 'verification',
      now: { dueAt: '2026-11-27T15:59:59.000Z', isProvisional: false },
      then: { dueAt: '2026-11-30T15:59:59.000Z', isProvisional: false },
    });
    expect(await rules()).toEqual(before);
  });

  it('move the deadlines of open reports, not those of closed ones, and the change is noted', async () => {
    const open = await receive(51, 'Jalan Kampung Tenggat rusak parah dan berlubang');
    const closed = await receive(52, 'Gorong-gorong di Kampung Tenggat mampet');
    await system.admin.call('POST', `/reports/${closed.id}/status`, {
      status: 'closed',
      version: closed.version,
    });
    const dueOf = async (id: string) => {
      const [row] = await system.api.app
        .get(Database, { strict: false })
        .query<{ due: Date }>('select verification_due_at as due from reports where id = $1', [id]);
      return row?.due.toISOString();
    };
    expect(open.nextDueAt).not.toBeNull();
    const closedDue = await dueOf(closed.id);
    const before = await rules();
    const answer = await system.admin.call('POST', '/clock-rules', { ...before, weekdays: [3] });
    expect(answer).toMatchObject({ status: 200, body: { weekdays: [3] } });
    const moved = await eventually('another deadline', async () => {
      const report = await read(open.id);
      return report.nextDueAt === open.nextDueAt ? null : report;
    });
    expect(moved.nextDueAt).toBe(moved.clocks[0]?.dueAt);
    expect(Date.parse(moved.nextDueAt ?? '')).toBeGreaterThan(Date.parse(open.nextDueAt ?? ''));
    expect(await dueOf(closed.id)).toBe(closedDue);
    const log = (await system.admin.call('GET', '/audit-log?action=clock-rules-changed')).body;
    expect(log.items).toMatchObject([{ subject: 'clock-rules', data: { weekdays: [3], years: [] } }]);
    // Somebody who began before that change overwrites nothing.
    const late = await system.admin.call('POST', '/clock-rules', before);
    expect(late).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect((await rules()).weekdays).toEqual([3]);
    await system.admin.call('POST', '/clock-rules', { ...before, version: (await rules()).version });
    await eventually('the former', async () => (await read(open.id)).nextDueAt === open.nextDueAt);
  });

  it('are refused when a day lies in another year or a year stands twice, and for officers', async () => {
    const before = await rules();
    const year = before.years.at(-1) ?? { year: nextYear, source: 'SKB', days: [] };
    for (const years of [[dayOff(`${year.year + 1}-01-02`, year)], [year, year]]) {
      expect((await system.admin.call('POST', '/clock-rules', { ...before, years })).status).toBe(400);
    }
    expect(await rules()).toEqual(before);
    const { client } = await signInInvited(system.api, system.admin, {
      email: 'jam@example.go.id',
      role: 'officer',
    });
    expect((await client.call('GET', '/clock-rules')).status).toBe(403);
  });
});

describe('the overview', () => {
  it('counts what the list behind each number has', async () => {
    const [late, inTime, rated] = [
      await receive(31, 'Kapan jadwal layanan KTP keliling di Sangatta Utara?'),
      await receive(32, 'Pohon rawan tumbang di Jalan Diponegoro'),
      await receive(33, 'Drainase tersumbat di Teluk Lingga'),
    ];
    await age(late.id, 60);
    await system.database.query(
      `update reports set received_at = received_at - interval '4 days' where id = '${late.id}'`,
    );
    for (const { id } of [late, inTime, rated]) {
      const { version } = await read(id);
      const body = { text: 'Sudah kami tangani.', idempotencyKey: crypto.randomUUID(), version };
      await system.admin.call('POST', `/reports/${id}/replies`, body);
      await eventually('the answer', async () => (await read(id)).firstAnsweredAt !== null);
    }
    const database = system.api.app.get(Database, { strict: false });
    await system.api.app.get(ReportRatingRepository, { strict: false }).put(database, rated.id, 4, '');
    const { version } = await read(rated.id);
    await system.admin.call('POST', `/reports/${rated.id}/class`, { class: 'aspiration', version });

    const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
    const period = { from: day(30), to: day(-1) };
    const overview = (await system.admin.call('GET', `/overview?${new URLSearchParams(period)}`))
      .body as Overview;
    const notSpam = 'class=complaint&class=aspiration&class=information&class=other';
    const counted = async (query: string) => (await find(`${query}&${notSpam}&limit=100`)).length;
    expect([overview.firstAnswer.count, await counted('answer=given')]).toEqual([4, 4]);
    expect([overview.onTime.met, await counted('answer=on-time')]).toEqual([3, 3]);
    expect([overview.onTime.missed, await counted('answer=late')]).toEqual([1, 1]);
    expect(overview.firstAnswer).toEqual(
      await spans(database, 'first_answered_at', `first_answered_at is not null`),
    );
    expect(overview.completion).toEqual(
      await spans(database, 'closed_at', `status = 'closed' and closed_at is not null`),
    );
    expect(overview.stars).toEqual([0, 0, 0, 1, 0]);
    expect((await find('stars=4&stars=5')).map(({ id }) => id)).toEqual([rated.id]);
    expect(overview.decisions).toEqual({ count: 2, kept: 0 });
    const nowhere = overview.areas.find(({ code }) => code === null)?.count ?? 0;
    expect(await counted('area=none')).toBe(nowhere);
    const untold = overview.topics.find(({ group }) => group === null)?.count ?? 0;
    expect(await counted('topic=none')).toBe(untold);
    expect(overview.now.ages.reduce((sum, one) => sum + one)).toBe(await counted('unanswered=true'));
    expect(await tallyDifferences(system)).toEqual([]);
  });

  it('counts what rests, came late or has no district as the list behind the number does', async () => {
    const zone = 'Asia/Makassar';
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());
    const [resting, delayed, spam, regency] = [
      await receive(41, 'Lampu jalan padam di Jalan Apt Pranoto'),
      await receive(42, 'Sampah menumpuk di belakang Pasar Induk'),
      await receive(43, 'Air PDAM keruh sejak kemarin'),
      await receive(44, 'Bantuan sosial belum cair'),
    ];
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const { version } = await read(resting.id);
    await system.admin.call('POST', `/reports/${resting.id}/snooze`, { until, version });
    const change = async (id: string, what: string) =>
      system.database.query(`update reports set ${what} where id = '${id}'`);
    await age(resting.id, 60);
    await change(delayed.id, `last_message_at = now() - interval '3 days'`);
    await change(spam.id, `class = 'spam'`);
    await change(
      regency.id,
      `area_code = '64.08', received_at = '${today}'::date::timestamp at time zone '${zone}'`,
    );
    const query = `from=${today}&to=${today}`;
    const { arrivals, areas, now } = (await system.admin.call('GET', `/overview?${query}`)).body as Overview;

    const notSpam = 'class=complaint&class=aspiration&class=information&class=other';
    const found = async (filter: string) =>
      (await find(`${filter}&snoozed=any&limit=100`)).map(({ id }) => id);
    const ofToday = await found(query);
    expect(ofToday).toEqual(expect.arrayContaining([resting.id, delayed.id, spam.id, regency.id]));
    expect(ofToday).toHaveLength(arrivals.reduce((sum, { count }) => sum + count, 0));
    const counts = (await system.admin.call('GET', '/reports/counts')).body as ReportCounts;
    const unanswered = await found(`unanswered=true&${notSpam}`);
    expect([now.unanswered, counts.unanswered]).toEqual([unanswered.length, unanswered.length]);
    expect(unanswered).toContain(resting.id);
    expect(await found('clock=overdue')).toHaveLength(now.overdue);
    expect(await found(`area=64.08.none&${query}`)).toEqual([regency.id]);
    expect(areas.find(({ code }) => code === '64.08')?.count).toBe(1);

    const pages: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next && `&cursor=${next}`;
      const { body } = await system.admin.call('GET', `/reports?${query}&snoozed=any&limit=1${cursor}`);
      pages.push(...(body as ReportPage).items.map(({ id }) => id));
      next = (body as ReportPage).nextCursor;
    }
    expect(pages).toEqual(ofToday);
  });

  it('tells the middle and the ninth tenth to the second, however many reports there are', async () => {
    const database = system.api.app.get(Database, { strict: false });
    await database.query(`insert into reports (${COPIED}, id, received_at, ticket_code, first_answered_at, closed_at, status)
      select ${COPIED}, uuidv7(), received_at, 'COPY-' || n, received_at + interval '1 second' * (n * n * 37), received_at + interval '1 hour' * (n % 90), 'closed'
        from (select * from reports where class = 'complaint' limit 1) r, generate_series(1, 400) n`);
    const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
    const { body } = await system.admin.call('GET', `/overview?from=${day(60)}&to=${day(-1)}`);
    const { firstAnswer, completion } = body as Overview;
    expect(firstAnswer).toEqual(await spans(database, 'first_answered_at', 'first_answered_at is not null'));
    expect(completion).toEqual(
      await spans(database, 'closed_at', `status = 'closed' and closed_at is not null`),
    );
    await database.query(`delete from reports where ticket_code like 'COPY-%'`);
    expect(await tallyDifferences(system)).toEqual([]);
    // Days of another zone are counted anew.
    await database.query(`update report_tally_state set time_zone = 'Europe/London'`);
    await system.admin.call('GET', `/overview?from=${day(60)}&to=${day(-1)}`);
    expect(await tallyDifferences(system)).toEqual([]);
  });
});

const COPIED = `connection_id, conversation_id, contact_id, identity_id, channel, class, confidence, message_count, last_message_at, excerpt`;

/** Reckoned from every report. */
async function spans(database: Database, end: string, condition: string): Promise<object> {
  const [row] = await database.query<object>(
    `select count(*)::int, percentile_cont(0.5) within group (order by hours) as "medianHours",
            percentile_cont(0.9) within group (order by hours) as "p90Hours"
       from (select extract(epoch from ${end} - received_at)::float8 / 3600 as hours from reports
              where class <> 'spam' and ${condition}) s`,
  );
  return row ?? {};
}

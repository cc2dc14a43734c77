import type { ReportDetail } from '@app/api-contract';
import type { Database } from '@app/database';
import { eventually } from './eventually.js';
import { photo } from './pictures.js';
import type { TelegramCitizen, TelegramDouble } from './telegram-double.js';

/** Calls the API as an admin; fails on a refusal. */
// What comes is what each test expects.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Call = (method: string, route: string, body?: object) => Promise<any>;

export interface Office {
  readonly call: Call;
  readonly telegram: TelegramDouble;
  readonly database: Database;
  readonly colleagueId: string;
}

const key = () => crypto.randomUUID();

/** A report with words of its reporter in every place that an officer can bring them to. */
export async function writeFullReport(
  { call, telegram, database, colleagueId }: Office,
  user: TelegramCitizen,
  words: string,
): Promise<ReportDetail> {
  const detail = (id: string): Promise<ReportDetail> => call('GET', `/reports/${id}`);
  telegram.sendPhoto(
    user,
    `Lampu jalan mati. ${words}`,
    await photo({ hasPlace: true, shade: user.id % 200 }),
  );
  const { id } = await eventually('the report', async () => {
    const { items } = await call('GET', `/reports?q=${words.split(' ')[0]}`);
    return (items as { id: string }[])[0];
  });
  await eventually(
    'the photo',
    async () => (await detail(id)).messages[0]?.attachments[0]?.state === 'stored',
  );
  await call('POST', `/reports/${id}/notes`, {
    text: `Hubungi ${words}`,
    mentionIds: [colleagueId],
    idempotencyKey: key(),
  });
  const { version } = await detail(id);
  await call('POST', `/reports/${id}/replies`, {
    text: `Terima kasih, ${user.firstName}. ${words}`,
    idempotencyKey: key(),
    version,
    confirmsPersonalData: true,
  });
  await eventually('the answer', async () => (await detail(id)).replies[0]?.state === 'sent');
  const messageId = Number(
    (await messagesOf(database, id))[0]?.externalId.split(/\D+/).findLast((part) => part !== ''),
  );
  telegram.sendEdit(user, messageId, `Lampu jalan mati lagi. ${words}`);
  await eventually('the edit', async () => (await detail(id)).messages[0]?.editedAt);
  const draft = {
    text: words,
    files: [],
    mode: null,
    template: null,
    idempotencyKey: key(),
    seenEventId: null,
  };
  await call('POST', `/reports/${id}/reply-draft`, {
    draft: { ...draft, editedAt: new Date().toISOString() },
  });
  await closeReport(call, id, `Selesai, kata ${words}`);
  return detail(id);
}

export async function closeReport(call: Call, id: string, note: string): Promise<void> {
  const detail = (): Promise<ReportDetail> => call('GET', `/reports/${id}`);
  const { version, class: label, flags } = await detail();
  await call('POST', `/reports/${id}/class`, { class: label, flags, version });
  await call('POST', `/reports/${id}/status`, {
    status: 'closed',
    note,
    version: (await detail()).version,
  });
}

export const messagesOf = (database: Database, reportId: string) =>
  database.query<{ externalId: string; kind: string; rawId: string }>(
    `select m.external_id as "externalId", e.kind, e.external_id as "rawId" from messages m
       join raw_events e on e.id = m.raw_event_id where m.report_id = $1`,
    [reportId],
  );

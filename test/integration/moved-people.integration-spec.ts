import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startDrainHarness, telegramUpdate, type DrainHarness } from '../support/drain-harness.js';
import {
  whatsAppDelivery,
  whatsAppEvents,
  whatsAppNote,
  whatsAppText,
  WHATSAPP_PHONE,
  WHATSAPP_WABA,
  type WhatsAppCitizen,
} from '../support/whatsapp-deliveries.js';

const NUMBER = '6281200000001';
const NEW_NUMBER = '6281300000001';
const known: WhatsAppCitizen = { name: 'Sari', number: NUMBER };
const both: WhatsAppCitizen = { ...known, userId: 'ID.1' };
const usernameOnly: WhatsAppCitizen = { name: 'Sari', userId: 'ID.1' };
const moved: WhatsAppCitizen = { name: 'Sari', number: NEW_NUMBER, userId: 'ID.2' };
const stranger: WhatsAppCitizen = { name: 'Joko', number: NUMBER, userId: 'ID.9' };
const NUMBER_CHANGED = whatsAppNote(NUMBER, {
  type: 'user_changed_number',
  previous_user_id: 'ID.1',
  user_id: 'ID.2',
  wa_id: NEW_NUMBER,
});

let harness: DrainHarness;
beforeAll(async () => {
  harness = await startDrainHarness({
    channel: 'whatsapp-cloud',
    settings: {
      accessToken: 'EAAtoken-of-the-drain-harness',
      phoneNumberId: WHATSAPP_PHONE,
      businessAccountId: WHATSAPP_WABA,
      appSecret: '0'.repeat(32),
    },
  });
});
afterAll(() => harness.close());
beforeEach(() =>
  harness.query('truncate raw_events, reports, messages, contacts, conversations, former_ids cascade'),
);

const deliver = (values: readonly object[]) => harness.record(whatsAppEvents(whatsAppDelivery(values)));
const contacts = () =>
  harness.query<{ name: string; texts: string[]; conversations: number; reports: number }>(
    `select c.display_name as name, array_agg(m.text order by m.id) as texts,
            count(distinct m.conversation_id)::int as conversations, count(distinct r.id)::int as reports
       from reports r join contacts c on c.id = r.contact_id join messages m on m.report_id = r.id
      group by c.id, c.display_name order by c.display_name`,
  );
const sari = (texts: readonly string[]) => [{ name: 'Sari', texts, conversations: 1, reports: 1 }];

describe('a person whose id changes', () => {
  it('stays one person in one conversation from number to user id to username and back', async () => {
    const says: [WhatsAppCitizen, string][] = [
      [known, 'satu'],
      [both, 'dua'],
      [usernameOnly, 'tiga'],
      // Sent again by Meta, in the form of old.
      [known, 'empat'],
    ];
    for (const [citizen, text] of says) {
      await deliver([whatsAppText(citizen, text)]);
      await harness.drain();
    }
    expect(await contacts()).toEqual(sari(['satu', 'dua', 'tiga', 'empat']));
  });

  it('stays one person when all of it comes in one delivery', async () => {
    await deliver([
      whatsAppText(known, 'satu'),
      whatsAppText(both, 'dua'),
      whatsAppText(usernameOnly, 'tiga'),
    ]);
    await harness.drain();
    const [person, ...others] = await contacts();
    expect(others).toEqual([]);
    expect(person).toMatchObject({ conversations: 1, reports: 1 });
    expect([...(person?.texts ?? [])].sort()).toEqual(['dua', 'satu', 'tiga']);
  });

  it('stays one person with a new number', async () => {
    await deliver([whatsAppText(both, 'satu')]);
    await harness.drain();
    await deliver([NUMBER_CHANGED]);
    await harness.drain();
    await deliver([whatsAppText(moved, 'dua'), whatsAppText({ name: 'Sari', number: NEW_NUMBER }, 'tiga')]);
    await harness.drain();
    expect(await contacts()).toEqual(sari(['satu', 'dua', 'tiga']));
    expect(await harness.query('select external_id as id, phone from identities')).toEqual([
      { id: 'ID.2', phone: `+${NEW_NUMBER}` },
    ]);
  });

  it('becomes one contact when WhatsApp tells late that two accounts are one', async () => {
    await deliver([whatsAppText(known, 'dulu'), whatsAppText(usernameOnly, 'kini')]);
    await harness.drain();
    expect(await contacts()).toHaveLength(2);
    await deliver([whatsAppText(both, 'keduanya saya')]);
    await harness.drain();
    expect(await contacts()).toMatchObject([{ name: 'Sari', reports: 2 }]);
  });

  it('is not taken for the next owner of their number', async () => {
    await deliver([whatsAppText(both, 'satu')]);
    await harness.drain();
    await deliver([whatsAppText(stranger, 'nomor baru saya')]);
    await harness.drain();
    await deliver([
      whatsAppText({ name: 'Joko', number: NUMBER }, 'masih saya'),
      whatsAppText(usernameOnly, 'dua'),
    ]);
    await harness.drain();
    expect(await contacts()).toEqual([
      { name: 'Joko', texts: ['nomor baru saya', 'masih saya'], conversations: 1, reports: 1 },
      { name: 'Sari', texts: ['satu', 'dua'], conversations: 1, reports: 1 },
    ]);
  });

  it('shows a change of somebody unknown as merged, and balances', async () => {
    await deliver([NUMBER_CHANGED]);
    await harness.drain();
    expect(await harness.query('select state, reason from raw_events')).toEqual([
      { state: 'merged', reason: 'the person has a new id' },
    ]);
    expect(await harness.query('select id from identities')).toEqual([]);
  });
});

describe('a group that gets a new id', () => {
  let telegram: DrainHarness;
  beforeAll(async () => {
    telegram = await startDrainHarness();
  });
  afterAll(() => telegram.close());

  it('stays one conversation, also when everything comes in one batch', async () => {
    const group = { id: -400, type: 'group', title: 'Warga' };
    const supergroup = { id: -1001, type: 'supergroup', title: 'Warga' };
    await telegram.record([
      telegramUpdate(1, { chat: group, text: 'Jalan rusak' }),
      telegramUpdate(2, { chat: group, migrate_to_chat_id: -1001 }),
      telegramUpdate(3, { chat: supergroup, text: 'Masih rusak' }),
    ]);
    await telegram.drain();
    expect(await telegram.query('select external_id as id from conversations')).toEqual([{ id: '-1001' }]);
  });
});

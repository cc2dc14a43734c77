import { describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@app/connector-kit/testing';
import { webFormForm } from './web-form.form.js';
import { normaliseWebForm } from './web-form.normalise.js';
import { webFormSettingsSchema } from './web-form.settings.js';

const ID = '0198c2f4-6f0a-4d1e-9b57-3a2f5e8c1d01';

function submit(fields: Record<string, string>, settings: object = {}) {
  const parsed = webFormSettingsSchema.parse(settings);
  return webFormForm.parse({ submissionId: ID, text: 'Jalan rusak', ...fields }, parsed, TEST_NOW);
}

function stored(fields: Record<string, string>): object {
  const outcome = submit(fields);
  if (outcome.kind === 'invalid' || outcome.event.status === 'unreadable') throw new Error('Not stored');
  return outcome.event.payload as object;
}

/** What the office would read. */
function read(fields: Record<string, string>, settings: object = {}) {
  const outcome = submit(fields, settings);
  if (outcome.kind === 'invalid' || outcome.event.status === 'unreadable') {
    throw new Error(JSON.stringify(outcome));
  }
  return normaliseWebForm({ ...outcome.event, receivedAt: TEST_NOW });
}

function message(fields: Record<string, string>, settings: object = {}) {
  const event = read(fields, settings);
  if (event.kind !== 'message') throw new Error(JSON.stringify(event));
  return event.message;
}

describe('the fields of a form', () => {
  const names = (settings: object) =>
    webFormForm.describe(webFormSettingsSchema.parse(settings)).fields.map(({ name }) => name);

  it('are those that the admin asks for; being anonymous is offered only where a name could be given', () => {
    const always = ['text', 'place', 'position', 'photos'];
    expect(names({})).toEqual([...always, 'name', 'phone', 'email', 'anonymous', 'confidential']);
    expect(names({ asksName: false })).toEqual([...always, 'phone', 'email', 'anonymous', 'confidential']);
    expect(names({ asksName: false, asksContact: false, asksPhotos: false })).toEqual([
      'text',
      'place',
      'position',
      'confidential',
    ]);
  });

  it('keep nothing that was not asked for', () => {
    const { author } = message(
      { name: 'Sari', phone: '081200000001', email: 'sari@example.org', anonymous: 'ya' },
      { asksName: false, asksContact: false },
    );
    expect(author).toEqual({ externalId: `submission:${ID}`, isAnonymous: false });
  });

  it('require nothing but a text', () => {
    expect(message({}).text).toBe('Jalan rusak');
    expect(
      webFormForm.describe(webFormSettingsSchema.parse({})).fields.filter((field) => field.isRequired),
    ).toEqual([expect.objectContaining({ name: 'text' })]);
  });
});

describe('what a citizen wishes', () => {
  it('is to be nobody: neither name nor contact is kept, however it was filled in', () => {
    const fields = { name: 'Sari', phone: '0812x', email: 'sari@', anonymous: 'ya' };
    const outcome = submit(fields);
    expect(JSON.stringify(outcome)).not.toMatch(/Sari|0812|sari/);
    expect(message(fields).author).toEqual({ externalId: `submission:${ID}`, isAnonymous: true });
  });

  it('is honoured for forms that held the name as well', () => {
    const payload = { ...stored({}), name: 'Sari', phone: '+6281200000001', isAnonymous: true };
    const event = normaliseWebForm({ kind: 'submission', externalId: ID, payload, receivedAt: TEST_NOW });
    expect(event).toMatchObject({
      message: { author: { externalId: `submission:${ID}`, isAnonymous: true } },
    });
    expect(JSON.stringify(event)).not.toMatch(/Sari|6281/);
  });

  it('is to keep the report secret', () => {
    expect(message({ confidential: 'ya' }).isConfidential).toBe(true);
    expect(message({}).isConfidential).toBeUndefined();
  });

  it('is to tell where they are, as far as that is on earth', () => {
    const at = { latitude: 0.5123, longitude: 117.59 };
    expect(message({ position: '0.5123,117.59' }).location).toEqual(at);
    expect(message({ position: '0.5123,117.59', place: 'Pasar' }).location).toEqual({
      ...at,
      label: 'Pasar',
    });
    for (const position of ['', 'x,y', '91,0', '1', '1,2,3'])
      expect(message({ position }).location).toBeUndefined();
  });
});

describe('what a citizen types', () => {
  it('loses the blanks around it and keeps its lines, also those of Windows', () => {
    expect(message({ text: '  Jalan rusak\r\n\r\ndi RT 5 \n' }).text).toBe('Jalan rusak\n\ndi RT 5');
  });

  it('is kept to the last of 10,000 characters and refused at one more, with both numbers', () => {
    expect(message({ text: 'a'.repeat(10_000) }).text).toHaveLength(10_000);
    expect(submit({ text: 'a'.repeat(10_001) })).toMatchObject({
      problems: { text: { id: expect.stringContaining('10.001 dari paling banyak 10.000') } },
    });
  });

  it.each([
    ['0812 3456 7890', '+6281234567890'],
    ['0812-3456-7890', '+6281234567890'],
    ['(0549) 12345', '+6254912345'],
    ['6281234567890', '+6281234567890'],
    ['81234567890', '+6281234567890'],
    ['+60 12-345 6789', '+60123456789'],
  ])('is read as a telephone number: %s', (phone, expected) => {
    expect(message({ phone }).author.phone).toBe(expected);
  });

  it.each(['12345', '0812x3456', '+', '1234567890123456'])(
    'is not taken for a telephone number: %s',
    (phone) => {
      expect(submit({ phone })).toMatchObject({ kind: 'invalid', problems: { phone: expect.anything() } });
    },
  );

  it('is ignored with a reason when the field that people do not see was filled in', () => {
    expect(read({ website: 'https://spam.example' })).toMatchObject({ kind: 'ignored' });
  });
});

describe('the secret of a report', () => {
  it('is the same for a form sent twice, another for every form, and easy to say', () => {
    const first = message({}).trackingSecret;
    expect(first).toMatch(/^[234679ACDEFGHJKMNPRTWXY]{4}-[234679ACDEFGHJKMNPRTWXY]{4}$/);
    expect(message({ text: 'Jalan rusak berat' }).trackingSecret).toBe(first);
    const others = Array.from({ length: 500 }, () => message({ submissionId: crypto.randomUUID() }));
    expect(new Set(others.map(({ trackingSecret }) => trackingSecret)).size).toBe(500);
  });
});

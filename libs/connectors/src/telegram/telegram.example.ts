import type { ConnectorExample, ExampleMessage } from '@app/connector-kit';
import { toParsedEvents } from './telegram.events.js';

/** Far above every real account: an example is never taken for a person. */
const FIRST_PERSON = 4_000_000_000_000_000;
const GROUP = { id: -FIRST_PERSON, type: 'supergroup', title: 'Warga Bertanya (contoh)' };
const UPDATES_PER_MESSAGE = 2;

export const telegramExample: ConnectorExample = {
  settings: { botToken: '1000000:contoh_tanpa_akun', mode: 'webhook', webhookSecret: 'contoh-contoh-contoh' },

  event({ number, author, sentAt, text, extra }: ExampleMessage) {
    const date = Math.floor(sentAt.getTime() / 1000);
    const person = { id: FIRST_PERSON + author.number, first_name: author.name };
    const message = {
      message_id: number,
      date,
      from: { ...person, is_bot: false, language_code: 'id' },
      chat: extra === 'group' ? GROUP : { ...person, type: 'private' },
      ...(extra === 'photo' ? photo(number, text) : { text }),
      ...(extra === 'location' && { text, location: { latitude: 0.4915, longitude: 117.5412 } }),
    };
    const isEdit = extra === 'edit';
    const [event] = toParsedEvents({
      update_id: number * UPDATES_PER_MESSAGE + Number(isEdit),
      ...(isEdit ? { edited_message: { ...message, edit_date: date + 60 } } : { message }),
    });
    if (!event) throw new Error('An update with a message is one event');
    return event;
  },
};

function photo(number: number, caption: string) {
  const file = { file_id: `contoh-${number}`, file_unique_id: `c${number}`, width: 1280, height: 960 };
  return { photo: [{ ...file, file_size: 180_000 }], caption };
}

import type { ConnectorExample, ExampleMessage } from '@app/connector-kit';
import { editEvent, messageEvent } from './whatsapp-web.events.js';

const WE = '620000000000@c.us';
const GROUP = '620000000000-1@g.us';

export const whatsappWebExample: ConnectorExample = {
  // The risk is not accepted: nothing runs.
  settings: {},

  event({ number, author, sentAt, text, extra }: ExampleMessage) {
    const person = `6200000${String(author.number).padStart(5, '0')}@c.us`;
    const remote = extra === 'group' ? GROUP : person;
    const id = `EXAMPLE${number}`;
    const t = Math.floor(sentAt.getTime() / 1000);
    const data = {
      id: { fromMe: false, remote, id, _serialized: `false_${remote}_${id}` },
      type: 'chat',
      t,
      from: remote,
      to: WE,
      notifyName: author.name,
      body: text,
      ...(extra === 'group' && { author: person }),
      ...(extra === 'photo' && {
        type: 'image',
        body: '',
        caption: text,
        mimetype: 'image/jpeg',
        size: 180_000,
        directPath: `/example/${number}`,
      }),
    };
    const context = extra === 'group' ? { chatName: 'Warga Bertanya (contoh)' } : {};
    return extra === 'edit'
      ? editEvent({ ...data, latestEditSenderTimestampMs: (t + 60) * 1000 }, context)
      : messageEvent(data, context);
  },
};

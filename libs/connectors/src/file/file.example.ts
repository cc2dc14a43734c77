import type { ConnectorExample, ExampleMessage } from '@app/connector-kit';
import { FileEvents } from './file.events.js';

const FILE = { fileName: 'contoh.csv', timeZone: 'Asia/Makassar' };
const COLUMNS = { id: 'nomor', text: 'isi', author: 'nama', sentAt: 'tanggal' };

export const fileExample: ConnectorExample = {
  settings: {},

  event({ number, author, sentAt, text }: ExampleMessage) {
    const record = { nomor: `contoh-${number}`, isi: text, nama: author.name, tanggal: sentAt.toISOString() };
    return new FileEvents(FILE, COLUMNS).eventOf({ lineNumber: number + 1, record });
  },
};

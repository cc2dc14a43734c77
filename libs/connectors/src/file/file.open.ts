import { createReadStream } from 'node:fs';
import path from 'node:path';
import { openCsv } from './file.csv.js';
import { openJsonLines } from './file.json-lines.js';
import { openMbox } from './file.mbox.js';
import { formatNamed, recogniseFormat, type FileFormat } from './file.recognise.js';
import type { OpenedFile } from './file.rows.js';
import { readSheetOf } from './file.sheet.js';
import { isSp4nLapor, openSp4nLapor } from './file.sp4n-lapor.js';
import { openTelegramExport } from './file.telegram.js';
import { openWhatsAppChat } from './file.whatsapp-chat.js';
import { openXlsx } from './file.xlsx.js';

const CHUNK_BYTES = 256 * 1024;

export interface RecognisedFile extends OpenedFile {
  readonly format: FileFormat;
}

/**
 * Opens a file for reading row by row.
 * @param timeZone IANA zone of times that do not name one
 * @param chosen the format, where the person knows better than {@link recogniseFormat}
 * @throws FileFormatError; the error of `fs` when it cannot be opened
 */
export async function openFileRows(
  file: string,
  timeZone: string,
  chosen?: FileFormat,
): Promise<RecognisedFile> {
  const format = chosen === undefined ? await recogniseFormat(file) : formatNamed(chosen);
  const source = () => createReadStream(file, { highWaterMark: CHUNK_BYTES });
  switch (format) {
    case 'csv':
      return { format, ...(await openCsv(source())) };
    case 'jsonl':
      return { format, ...(await openJsonLines(source())) };
    case 'whatsapp':
      return { format, ...(await openWhatsAppChat(source, path.basename(file))) };
    case 'telegram':
      return { format, ...(await openTelegramExport(source)) };
    case 'mbox':
      return { format, ...(await openMbox(source)) };
    case 'xlsx':
    case 'sp4n-lapor': {
      const sheet = await readSheetOf(file);
      const isSp4n = format === 'sp4n-lapor' || (chosen === undefined && isSp4nLapor(sheet));
      return isSp4n
        ? { format: 'sp4n-lapor', ...openSp4nLapor(sheet, timeZone) }
        : { format, ...openXlsx(sheet) };
    }
  }
}

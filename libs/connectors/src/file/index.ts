/** What the import command needs to read files. */
export { fileConnector } from './file.connector.js';
export { openFileRows, type RecognisedFile } from './file.open.js';
export type { FileFormat } from './file.recognise.js';
export {
  conflictOf,
  FileEvents,
  isOutdated,
  isSameRow,
  ROW_EVENT_KIND,
  ROW_VERSION_KIND,
  saysTheSame,
  versionOf,
  type RowEvent,
} from './file.events.js';
export { MAPPED_FIELDS, mapColumns, MappingError, type ColumnMapping } from './file.mapping.js';
export { normaliseRow } from './file.normalise.js';
export { FileFormatError, type FileRow, type OpenedFile } from './file.rows.js';

/** What the import command needs to read files. */
export { openFileRows, type FileFormat } from './file.open.js';
export { conflictOf, FileEvents, ROW_EVENT_KIND, saysTheSame } from './file.events.js';
export { MAPPED_FIELDS, mapColumns, MappingError, type ColumnMapping } from './file.mapping.js';
export { FileFormatError } from './file.rows.js';

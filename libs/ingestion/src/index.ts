export * from './drain-ledger.service.js';
export * from './event-spool.js';
export * from './ingestion.module.js';
export * from './read-languages.service.js';
export * from './record-events.service.js';
export { REPORT_CLASSIFIERS, type ReportClassifier, type ReportClassifiers } from './write-batch.service.js';
export * from './replay-event.service.js';
export * from './tally.js';

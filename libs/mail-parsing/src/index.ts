export * from './automatic-reason.js';
export * from './cut-quote.js';
export * from './message-ids.js';
export * from './parse-mail.js';
export * from './parsed-mail.js';
export * from './read-subject.js';

export * from './vocabulary.module.js';
export * from './read-vocabulary.service.js';
export * from './manage-lexicon.service.js';
export * from './manage-place-aliases.service.js';
export * from './shipped-gazetteer.js';
export * from './take-lexicon.js';
export * from './vocabulary-csv.js';
export * from './vocabulary-error.js';

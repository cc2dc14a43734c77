export * from './taxonomy.module.js';
export * from './read-taxonomy.service.js';
export * from './change-taxonomy.service.js';

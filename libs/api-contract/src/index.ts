export * from './accounts.js';
export * from './connections.js';
export * from './events.js';
export * from './primitives.js';
export * from './reports.js';
export * from './route.js';
export * from './routes.js';
export * from './contacts.js';

export * from './connector-contract.js';
export * from './hosted-api-under-test.js';
export * from './in-memory-rate-limits.js';
export * from './scripted-server.js';
export * from './test-context.js';

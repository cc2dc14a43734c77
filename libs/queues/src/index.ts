export * from './inspect-queues.js';
export * from './job-catalogue.js';
export * from './job-publisher.js';
export * from './job-worker.js';
export * from './queue-backend.js';
export * from './queues.module.js';

export * from './erase-contact.service.js';
export * from './preview-retention.service.js';
export * from './request-retention.service.js';
export * from './retention-error.js';
export * from './retention-settings.service.js';
export * from './retention.module.js';
export * from './run-retention.service.js';

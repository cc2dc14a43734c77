export * from './google-client.js';
export * from './google-errors.js';
export * from './google-health.js';
export * from './google-settings.js';

export * from './connector.js';
export * from './context.js';
export * from './errors.js';
export * from './http-client.js';
export * from './raw-event.js';
export * from './registry.js';
export * from './setting-field.js';
export * from './webhook.js';

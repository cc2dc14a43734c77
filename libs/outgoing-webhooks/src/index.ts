export * from './deliver-webhooks.service.js';
export * from './fill-outbox.service.js';
export * from './manage-subscription.service.js';
export * from './outgoing-webhooks.module.js';
export * from './sign-delivery.js';
export * from './webhook-event.js';

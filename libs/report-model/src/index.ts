export * from './classification.js';
export * from './inbound.js';
export * from './reply-state.js';
export * from './report-class.js';
export * from './report-status.js';
export * from './roles.js';
export * from './text-hygiene.js';
export * from './ticket-code.js';

export * from './describe-reply-options.service.js';
export * from './mark-replies-read.service.js';
export * from './replies.module.js';
export * from './reply-error.js';
export * from './resolve-reply.service.js';
export * from './send-reply.service.js';
export * from './sweep-replies.service.js';
export * from './write-reply.service.js';

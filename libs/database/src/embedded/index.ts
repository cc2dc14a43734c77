export * from './embedded-server.js';
export * from './embedded-server-error.js';
export * from './free-port.js';
export * from './process-identity.js';
export * from './server-users.js';
export * from './server-watch.js';

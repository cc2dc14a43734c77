export * from './environment.js';
export * from './paths.js';

export * from './clocks.module.js';
export * from './read-clocks.service.js';
export * from './service-levels.js';
export * from './working-calendar.js';

export * from './change-clocks.service.js';
export * from './clock-set.js';
export * from './clocks.module.js';
export * from './read-clocks.service.js';
export * from './service-levels.js';
export * from './start-of-day.js';
export * from './working-calendar.js';
export * from './hour-of-day.js';

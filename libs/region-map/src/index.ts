export * from './change-map.service.js';
export * from './find-district.service.js';
export * from './map-tiles.js';
export * from './outline-error.js';
export * from './read-map.service.js';
export * from './region-map.module.js';

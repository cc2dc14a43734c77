/** Made by apps/inbox/build/coast.ts. */
declare module 'virtual:coast' {
  const coast: readonly import('./coast.js').CoastOfCountry[];
  export default coast;
}

export default async function stopPostgres() {
  await globalThis.wadahTestServer?.stop();
}

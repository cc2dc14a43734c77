/** A form with files as bytes, and the header that tells where its parts begin. */
export async function encodeForm(
  form: FormData,
): Promise<{ readonly body: Buffer; readonly contentType: string }> {
  const encoded = new Response(form);
  return {
    body: Buffer.from(await encoded.arrayBuffer()),
    contentType: encoded.headers.get('content-type') ?? '',
  };
}

/** Reads the body of a request. Returns 413 for more than `maxBytes`, and 400 if the sender broke off. */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer | 400 | 413> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return 413;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) return 413;
      chunks.push(chunk);
    }
  } catch {
    return 400;
  }
  return Buffer.concat(chunks);
}

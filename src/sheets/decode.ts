/** How many bytes are searched for a declared encoding. */
const HEAD = 1024;

/** Decodes bytes by byte order mark, declared charset or content, or else as UTF-8. Never throws. */
export function decode(bytes: Uint8Array, contentType = ''): string {
  const marked = markOf(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{1,40})["']/iu.exec(head)?.[1];
  const meta = /<meta[^>]*\bcharset\s*=\s*["']?([\w.:-]{1,40})/iu.exec(head)?.[1];
  const sent = /\bcharset\s*=\s*"?([\w.:-]{1,40})/iu.exec(contentType)?.[1];
  for (const name of [marked, sent, declared, meta]) {
    const decoder = name === undefined ? undefined : decoderOf(name);
    if (decoder !== undefined) return repaired(bytes, decoder);
  }
  return repaired(bytes, new TextDecoder('utf-8'));
}

/** The fallback for text that isn't valid in its declared encoding. */
function repaired(bytes: Uint8Array, decoder: TextDecoder): string {
  const text = decoder.decode(bytes);
  if (decoder.encoding !== 'utf-8' || !text.includes('\ufffd')) return text;
  return new TextDecoder('windows-1252').decode(bytes);
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function decoderOf(name: string): TextDecoder | undefined {
  try {
    return new TextDecoder(name);
  } catch {
    return undefined;
  }
}

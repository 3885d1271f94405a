/** What a file is, by its content. */
export interface FileType {
  readonly mediaType: string;
  /** With its dot. */
  readonly extension: string;
}
export function typeOf(bytes: Uint8Array): FileType | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head.startsWith('%PDF-')) return { mediaType: 'application/pdf', extension: '.pdf' };
  if (head.startsWith('\x89PNG')) return { mediaType: 'image/png', extension: '.png' };
  if (head.startsWith('\xff\xd8\xff')) return { mediaType: 'image/jpeg', extension: '.jpg' };
  return undefined;
}
export function safeName(name: string, { extension }: FileType): string {
  return `${name.replace(/\.\w+$/u, '').slice(0, 90) || 'proof'}${extension}`;
}

import type { ClaimedFile, HttpRoute, Identity, OutgoingFile } from '../chat/interaction.ts';
import { withLanguage } from '../chat/platform-phrases.ts';
import type { Clock, Log } from '../ports.ts';
import type { StoredFile } from '../store/portability/outgoing-files.ts';
import type { Store } from '../store/store.ts';
import { type Words, wordsFor } from '../strings/index.ts';
import { fileFailedCard, goneFileCard } from '../views/portability/file-card.ts';
import { runAsIdentity } from './identify-person.ts';
import { resolveSecretLink, secretLinkToken } from './secret-link.ts';

interface OutgoingFilesDeps {
  readonly store: Store;
  readonly clock: Clock;
}

const PATH = '/files';

/** A kept file as adapters are given it. */
export function toOutgoingFile(
  { fileId, name, type, bytes, command }: StoredFile,
  words: Words,
  link?: string,
): OutgoingFile {
  const problems = withLanguage(fileFailedCard({ fileId, name, command }, words), words.language);
  return { id: fileId, name, type, bytes, failureCard: problems, ...(link === undefined ? {} : { link }) };
}

/** Where a file can be fetched; whoever has the address has the file. */
export function fileLink(publicUrl: string, workspaceId: string, fileId: string, secret: string): string {
  return `${publicUrl}${PATH}/${secretLinkToken({ workspaceId, id: fileId, secret })}`;
}

/** A file that waits for a person, taken for delivery. */
export async function claimFile(from: Identity, id: string, parts: OutgoingFilesDeps): Promise<ClaimedFile> {
  return runAsIdentity(from, parts, async (data, person) => {
    const words = wordsFor(person?.locale);
    const isOwn = person !== null && isId(id);
    const claimed = isOwn ? await data.files.claim(person.personId, id, parts.clock.now()) : undefined;
    if (claimed === undefined) return { kind: 'gone', card: withLanguage(goneFileCard(words), words.language) };
    return claimed === 'busy' ? { kind: 'busy' } : { kind: 'file', file: toOutgoingFile(claimed, words) };
  });
}

/** Notes what became of a file: delivered or unwanted it is deleted, else it waits for another try. */
export async function recordFileOutcome(
  from: Identity,
  id: string,
  outcome: 'delivered' | 'unwanted' | 'failed',
  parts: OutgoingFilesDeps,
): Promise<void> {
  await runAsIdentity(from, parts, async ({ files }, person) => {
    if (person === null || !isId(id)) return;
    if (outcome === 'failed') await files.release(person.personId, id);
    else await files.delete(person.personId, id);
  });
}

/** Hands files out to whoever has a link that is still good; to everybody else it says nothing but that there is none. */
export function fileRoute(parts: OutgoingFilesDeps & { readonly log: Log }): HttpRoute {
  return {
    path: PATH,
    handle: async ({ method, url }) => {
      if (method !== 'GET' && method !== 'HEAD')
        return textResponse(405, 'Files can only be fetched.\n', { allow: 'GET, HEAD' });
      const file = await findLinkedFile(new URL(url).pathname.slice(PATH.length + 1), parts);
      if (file === undefined)
        return textResponse(404, 'This link is not good any more. Ask recert for the file once more.\n');
      parts.log.info('File downloaded by link.', { file: file.fileId, method });
      return new Response(method === 'HEAD' ? null : Buffer.from(file.bytes), {
        headers: {
          ...SECURITY_HEADERS,
          'content-type': file.type,
          'content-length': String(file.bytes.byteLength),
          'content-disposition': `attachment; filename="${file.name.replace(/[^\w.-]/gu, '_')}"`,
        },
      });
    },
  };
}

/** What every answer says to a browser. */
export const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** An answer in words. */
export function textResponse(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, {
    status,
    headers: { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8', ...headers },
  });
}

async function findLinkedFile(address: string, { store, clock }: OutgoingFilesDeps): Promise<StoredFile | undefined> {
  const found = await resolveSecretLink(address, store);
  if (found === undefined) return undefined;
  const { workspaceId, id, secret } = found;
  return store.inWorkspace(workspaceId, ({ files }) => files.findByLink(id, secret, clock.now()));
}

function isId(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u.test(text);
}

import type { HttpRoute } from '../chat/chat-adapter.ts';
import type { Identity } from '../chat/identity.ts';
import type { ClaimedFile, OutgoingFile } from '../chat/outgoing-file.ts';
import { withLanguage } from '../chat/platform-phrases.ts';
import type { Clock, Log } from '../ports.ts';
import type { StoredFile } from '../store/portability/outgoing-files.ts';
import type { Store } from '../store/store.ts';
import { type Words, wordsFor } from '../strings/index.ts';
import { fileFailedCard, goneFileCard } from '../views/portability/file-card.ts';
import { runAsIdentity } from './identify-person.ts';
import { resolveSecretLink, type SecretLink, secretLinkToken } from './secret-link.ts';

interface OutgoingFilesDeps {
  readonly store: Store;
  readonly clock: Clock;
}

const PATH = '/files';

/** Returns a stored file in the form adapters deliver, with the card that is posted if delivery fails. */
export function toOutgoingFile(
  { fileId, name, type, bytes, command }: StoredFile,
  words: Words,
  link?: string,
): OutgoingFile {
  const failureCard = withLanguage(fileFailedCard({ fileId, name, command }, words), words.language);
  return { id: fileId, name, type, bytes, failureCard, ...(link === undefined ? {} : { link }) };
}

/** Returns the download address of a file. The address alone grants access. */
export function fileLink(publicUrl: string, link: SecretLink): string {
  return `${publicUrl}${PATH}/${secretLinkToken(link)}`;
}

/** Claims a person's waiting file for delivery. */
export async function claimFile(from: Identity, id: string, deps: OutgoingFilesDeps): Promise<ClaimedFile> {
  return runAsIdentity(from, deps, async (data, person) => {
    const words = wordsFor(person?.locale);
    const isOwn = person !== null && isId(id);
    const claimed = isOwn ? await data.files.claim(person.personId, id, deps.clock.now()) : undefined;
    if (claimed === undefined) return { kind: 'gone', card: withLanguage(goneFileCard(words), words.language) };
    return claimed === 'busy' ? { kind: 'busy' } : { kind: 'file', file: toOutgoingFile(claimed, words) };
  });
}

/** Records the outcome of a delivery: a delivered or declined file is deleted, a failed one can be claimed again. */
export async function recordFileOutcome(
  from: Identity,
  { id, outcome }: { readonly id: string; readonly outcome: 'delivered' | 'unwanted' | 'failed' },
  deps: OutgoingFilesDeps,
): Promise<void> {
  await runAsIdentity(from, deps, async ({ files }, person) => {
    if (person === null || !isId(id)) return;
    if (outcome === 'failed') await files.release(person.personId, id);
    else await files.delete(person.personId, id);
  });
}

/** Serves files by their download links. An invalid link and an expired one get the same answer. */
export function fileRoute(deps: OutgoingFilesDeps & { readonly log: Log }): HttpRoute {
  return {
    path: PATH,
    handle: async ({ method, url }) => {
      if (method !== 'GET' && method !== 'HEAD')
        return textResponse(405, 'Files can only be fetched.\n', { allow: 'GET, HEAD' });
      const file = await findLinkedFile(new URL(url).pathname.slice(PATH.length + 1), deps);
      if (file === undefined)
        return textResponse(404, 'This link is not good any more. Ask recert for the file once more.\n');
      deps.log.info('File downloaded by link.', { file: file.fileId, method });
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

/** The security headers of every download response. */
export const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** Returns a plain text response. */
export function textResponse(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, {
    status,
    headers: { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8', ...headers },
  });
}

async function findLinkedFile(token: string, { store, clock }: OutgoingFilesDeps): Promise<StoredFile | undefined> {
  const found = await resolveSecretLink(token, store);
  if (found === undefined) return undefined;
  const { workspaceId, id, secret } = found;
  return store.inWorkspace(workspaceId, ({ files }) => files.findByLink(id, secret, clock.now()));
}

function isId(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u.test(text);
}

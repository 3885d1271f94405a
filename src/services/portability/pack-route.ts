import { Readable } from 'node:stream';
import type { HttpRoute } from '../../chat/chat-adapter.ts';
import type { Log } from '../../ports.ts';
import { packPage } from '../../reports/pack-page.ts';
import type { PackLink } from '../../store/reports/report-entities.ts';
import { wordsFor } from '../../strings/index.ts';
import { SECURITY_HEADERS, textResponse } from '../outgoing-files.ts';
import { type PackDeps, writePack } from '../reports/report-pack.ts';
import { resolveSecretLink, type SecretLink, secretLinkToken } from '../secret-link.ts';
import { wordsForPerson } from '../words-for-person.ts';
import { type PackContents, preparePack } from './prepare-pack.ts';

const PATH = '/packs';

/** Returns the download address of a pack. The address alone grants access. */
export function packLink(base: string, link: SecretLink): string {
  return `${base}${PATH}/${secretLinkToken(link)}`;
}

/**
 * Serves packs by their download links. A GET shows a page with a button, so that link previews of chats don't download the pack. The button
 * sends a POST; the download is recorded in the audit log before the first byte is sent.
 */
export function packRoute(deps: PackDeps & { readonly log: Log }): HttpRoute {
  return {
    path: PATH,
    handle: async ({ method, url }) => {
      if (!['GET', 'HEAD', 'POST'].includes(method))
        return textResponse(405, 'Packs can only be fetched.\n', { allow: 'GET, HEAD, POST' });
      const { pathname } = new URL(url);
      const found = await findPackLink(pathname.slice(PATH.length + 1), deps);
      if (found === undefined) return htmlResponse(404, packPage(undefined, wordsFor(undefined)), method);
      const { workspaceId, link } = found;
      const words = await deps.store.inWorkspace(workspaceId, (data) => wordsForPerson(link.personId, data));
      const contents: PackContents =
        typeof link.reportId === 'string'
          ? { of: 'report', reportId: link.reportId }
          : { of: 'everything', personId: link.personId };
      const pack = await preparePack(contents, { workspaceId, words }, deps);
      if (pack === undefined) return htmlResponse(404, packPage(undefined, words), method);
      const until = link.expiresAt.toISOString().slice(0, 10);
      if (method !== 'POST') return htmlResponse(200, packPage({ ...pack, until, action: pathname }, words), method);
      await recordDownload(found, deps);
      deps.log.info('Pack downloaded by link.', { workspaceId, link: link.linkId });
      return new Response(Readable.toWeb(await writePack(pack, deps)), {
        headers: {
          ...SECURITY_HEADERS,
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="${pack.name}"`,
        },
      });
    },
  };
}

interface FoundPackLink {
  readonly workspaceId: string;
  readonly link: PackLink;
}

async function findPackLink(token: string, { store, clock }: PackDeps): Promise<FoundPackLink | undefined> {
  const found = await resolveSecretLink(token, store);
  if (found === undefined) return undefined;
  const { workspaceId, id, secret } = found;
  const link = await store.inWorkspace(workspaceId, ({ reports }) => reports.findByLink(id, secret, clock.now()));
  return link === undefined ? undefined : { workspaceId, link };
}

async function recordDownload({ workspaceId, link }: FoundPackLink, { store, clock }: PackDeps): Promise<void> {
  await store.inWorkspace(workspaceId, async ({ audit }) => {
    audit.actAs(link.personId, clock.now());
    audit.record('pack', { kind: 'person', subject: link.personId, reason: link.linkId });
  });
}

/** Returns an HTML page without scripts whose form may only be sent to its own origin. */
function htmlResponse(status: number, html: string, method: string): Response {
  return new Response(method === 'HEAD' ? null : html, {
    status,
    headers: {
      ...SECURITY_HEADERS,
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'content-type': 'text/html; charset=utf-8',
    },
  });
}

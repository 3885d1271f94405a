import { Readable } from 'node:stream';
import type { HttpRoute } from '../../chat/interaction.ts';
import type { Log } from '../../ports.ts';
import { packPage } from '../../reports/pack-page.ts';
import type { PackLink } from '../../store/reports/report-entities.ts';
import { wordsFor } from '../../strings/index.ts';
import { SECURITY_HEADERS, textResponse } from '../outgoing-files.ts';
import { resolveSecretLink, type SecretLink, secretLinkToken } from '../secret-link.ts';
import { wordsForPerson } from '../words-for-person.ts';
import { type PackContents, type PackDeps, preparePack, writePack } from './packs.ts';

const PATH = '/packs';

/** Where a pack can be fetched; whoever has the address has the pack. */
export function packLink(base: string, to: SecretLink): string {
  return `${base}${PATH}/${secretLinkToken(to)}`;
}

/**
 * Hands packs out to whoever has a link that is still good. Looking shows a page with a button, so that a chat that looks at links fetches
 * nothing; the button fetches, and that is written into the log before the first byte goes.
 */
export function packRoute(parts: PackDeps & { readonly log: Log }): HttpRoute {
  return {
    path: PATH,
    handle: async ({ method, url }) => {
      if (!['GET', 'HEAD', 'POST'].includes(method))
        return textResponse(405, 'Packs can only be fetched.\n', { allow: 'GET, HEAD, POST' });
      const { pathname } = new URL(url);
      const found = await findPackLink(pathname.slice(PATH.length + 1), parts);
      if (found === undefined) return page(404, packPage(undefined, wordsFor(undefined)), method);
      const { workspaceId, link } = found;
      const words = await parts.store.inWorkspace(workspaceId, (data) => wordsForPerson(link.personId, data));
      const contents: PackContents =
        typeof link.reportId === 'string'
          ? { of: 'report', reportId: link.reportId }
          : { of: 'everything', personId: link.personId };
      const pack = await preparePack(contents, workspaceId, words, parts);
      if (pack === undefined) return page(404, packPage(undefined, words), method);
      const until = link.expiresAt.toISOString().slice(0, 10);
      if (method !== 'POST') return page(200, packPage({ ...pack, until, action: pathname }, words), method);
      await recordDownload(found, parts);
      parts.log.info('Pack downloaded by link.', { workspaceId, link: link.linkId });
      return new Response(Readable.toWeb(await writePack(pack, parts)) as ReadableStream, {
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

async function findPackLink(address: string, { store, clock }: PackDeps): Promise<FoundPackLink | undefined> {
  const found = await resolveSecretLink(address, store);
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

/** A page that runs nothing, and sends its form to where it came from alone. */
function page(status: number, html: string, method: string): Response {
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

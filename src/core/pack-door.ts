import { Readable } from 'node:stream';
import type { HttpDoor } from '../chat/interaction.ts';
import type { Log } from '../ports.ts';
import { packPage } from '../reports/pack-page.ts';
import type { PackLink } from '../store/report-entities.ts';
import { wordsFor } from '../strings/index.ts';
import { type Addressed, addressed, addressOf } from './addresses.ts';
import { GUARDED, said } from './files.ts';
import { type Packer, type Packing, packed, written } from './packs.ts';
import { wordsOf } from './words-of.ts';

const PATH = '/packs';

/** Where a pack can be fetched; whoever has the address has the pack. */
export function packLink(base: string, to: Addressed): string {
  return `${base}${PATH}/${addressOf(to)}`;
}

/**
 * Hands packs out to whoever has a link that is still good. Looking shows a page with a button, so that a chat that looks at links fetches
 * nothing; the button fetches, and that is written into the log before the first byte goes.
 */
export function packDoor(parts: Packer & { readonly log: Log }): HttpDoor {
  return {
    path: PATH,
    handle: async ({ method, url }) => {
      if (!['GET', 'HEAD', 'POST'].includes(method))
        return said(405, 'Packs can only be fetched.\n', { allow: 'GET, HEAD, POST' });
      const { pathname } = new URL(url);
      const found = await behind(pathname.slice(PATH.length + 1), parts);
      if (found === undefined) return page(404, packPage(undefined, wordsFor(undefined)), method);
      const { workspaceId, link } = found;
      const words = await parts.store.inWorkspace(workspaceId, (data) => wordsOf(link.personId, data));
      const packing: Packing =
        typeof link.reportId === 'string'
          ? { of: 'report', reportId: link.reportId }
          : { of: 'everything', personId: link.personId };
      const pack = await packed(packing, workspaceId, words, parts);
      if (pack === undefined) return page(404, packPage(undefined, words), method);
      const until = link.expiresAt.toISOString().slice(0, 10);
      if (method !== 'POST') return page(200, packPage({ ...pack, until, action: pathname }, words), method);
      await noted(found, parts);
      parts.log.info('A pack was fetched by its link.', { workspaceId, link: link.linkId });
      return new Response(Readable.toWeb(await written(pack, parts)) as ReadableStream, {
        headers: {
          ...GUARDED,
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="${pack.name}"`,
        },
      });
    },
  };
}

interface Behind {
  readonly workspaceId: string;
  readonly link: PackLink;
}

async function behind(address: string, { store, clock }: Packer): Promise<Behind | undefined> {
  const found = await addressed(address, store);
  if (found === undefined) return undefined;
  const { workspaceId, id, secret } = found;
  const link = await store.inWorkspace(workspaceId, ({ reports }) => reports.behindLink(id, secret, clock.now()));
  return link === undefined ? undefined : { workspaceId, link };
}

async function noted({ workspaceId, link }: Behind, { store, clock }: Packer): Promise<void> {
  await store.inWorkspace(workspaceId, async ({ audit }) => {
    audit.actAs(link.personId, clock.now());
    audit.note('pack', 'person', link.personId, link.linkId);
  });
}

/** A page that runs nothing, and sends its form to where it came from alone. */
function page(status: number, html: string, method: string): Response {
  return new Response(method === 'HEAD' ? null : html, {
    status,
    headers: {
      ...GUARDED,
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'content-type': 'text/html; charset=utf-8',
    },
  });
}

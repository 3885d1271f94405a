import { createHash } from 'node:crypto';
import type { Words } from '../../strings/index.ts';
import { workspaceCatalogue } from '../certifications/workspace-catalogue.ts';
import { type Pack, type PackDeps, packProofs, prepareReportPack, totalSize } from '../reports/report-pack.ts';
import { buildPersonalArchive } from './personal-archive.ts';
import { ARCHIVE_CONTENT_FILE } from './personal-archive-json.ts';

/** What goes into a pack: a report with its proof, or everything of a person. */
export type PackContents =
  | { readonly of: 'report'; readonly reportId: string }
  | { readonly of: 'everything'; readonly personId: string };

/** The workspace of a pack, and the words of its receiver. */
interface PackContext {
  readonly workspaceId: string;
  readonly words: Words;
}

/** Prepares a pack without the bytes of its files, or returns undefined when the report was deleted. */
export async function preparePack(
  contents: PackContents,
  context: PackContext,
  deps: PackDeps,
): Promise<Pack | undefined> {
  return contents.of === 'everything'
    ? preparePersonalPack(contents.personId, context, deps)
    : prepareReportPack(contents.reportId, context.workspaceId, deps);
}

async function preparePersonalPack(
  personId: string,
  { workspaceId, words }: PackContext,
  deps: PackDeps,
): Promise<Pack> {
  const { store, clock, catalogue: base } = deps;
  const now = clock.now();
  const archive = await store.inWorkspace(
    workspaceId,
    async (data) =>
      buildPersonalArchive(personId, { data, catalogue: await workspaceCatalogue(data, base), words, now }),
    { isPatient: true },
  );
  const json = new TextEncoder().encode(archive.json);
  const { certifications, records, proofs, csv, on } = archive;
  return {
    name: `recert-everything-${on}.zip`,
    title: words.pack.mine,
    counts: words.pack.counts(certifications, records, proofs.length),
    contentHash: createHash('sha256').update(json).digest('hex'),
    files: [
      { name: 'records.csv', bytes: async () => csv },
      { name: ARCHIVE_CONTENT_FILE, bytes: async () => json },
      ...packProofs(proofs, workspaceId, deps),
    ],
    size: totalSize(proofs) + csv.byteLength + json.byteLength,
  };
}

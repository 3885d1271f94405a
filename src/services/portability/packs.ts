import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { newSigningKey } from '../../signing/sign-document.ts';
import { type PackedFile, packOf } from '../../signing/write-pack.ts';
import type { ReportFile } from '../../store/reports/report-entities.ts';
import type { Words } from '../../strings/index.ts';
import { workspaceCatalogue } from '../certifications/workspace-catalogue.ts';
import { readFileBytes } from '../read-file-bytes.ts';
import type { ReportDeps } from '../reports/make-report.ts';
import { buildPersonalArchive } from './personal-archive.ts';
import { ARCHIVE_CONTENT_FILE } from './personal-export.ts';

/** What goes into a pack: a report with the proof it speaks of, or everything of a person. */
export type PackContents =
  | { readonly of: 'report'; readonly reportId: string }
  | { readonly of: 'everything'; readonly personId: string };

/** A pack that can be written; `size` is what its files have together, in bytes. */
export interface Pack {
  readonly name: string;
  readonly title: string;
  readonly counts: string;
  readonly contentHash: string;
  readonly files: readonly PackedFile[];
  readonly size: number;
}

/** What a pack is of and made with. */
export type PackDeps = Pick<ReportDeps, 'store' | 'clock' | 'catalogue' | 'fileStore'>;

/** Finds out what goes into a pack, without the bytes of its files; nothing where the report is not kept any more. */
export async function preparePack(
  contents: PackContents,
  workspaceId: string,
  words: Words,
  deps: PackDeps,
): Promise<Pack | undefined> {
  if (contents.of === 'everything') return everythingOf(contents.personId, workspaceId, words, deps);
  const { store } = deps;
  const { reportId } = contents;
  return store.inWorkspace(workspaceId, async ({ reports }) => {
    const report = await reports.get(reportId);
    if (!report?.about) return undefined;
    const { about } = report;
    const stored = await reports.documents(reportId);
    const documents = stored.map(({ place, name, sha256 }) => ({
      ...{ name, sha256 },
      bytes: () => store.inWorkspace(workspaceId, (data) => data.reports.bytesOf(reportId, place)),
    }));
    const proofs = proofsIn(about.files, workspaceId, deps);
    const { title, counts, contentHash, fileName } = about;
    const files = [...documents, ...proofs];
    return { name: `${fileName}.zip`, title, counts, contentHash, files, size: sizeOf(about.files) + sizeOf(stored) };
  });
}

async function everythingOf(personId: string, workspaceId: string, words: Words, deps: PackDeps): Promise<Pack> {
  const { store, clock, catalogue } = deps;
  const now = clock.now();
  const own = await store.inWorkspace(
    workspaceId,
    async (data) =>
      buildPersonalArchive(personId, { data, catalogue: await workspaceCatalogue(data, catalogue), words, now }),
    { isPatient: true },
  );
  const json = new TextEncoder().encode(own.json);
  const { certifications, records, proofs, csv, on } = own;
  return {
    name: `recert-everything-${on}.zip`,
    title: words.pack.mine,
    counts: words.pack.counts(certifications, records, proofs.length),
    contentHash: createHash('sha256').update(json).digest('hex'),
    files: [
      { name: 'records.csv', bytes: async () => csv },
      { name: ARCHIVE_CONTENT_FILE, bytes: async () => json },
      ...proofsIn(proofs, workspaceId, deps),
    ],
    size: sizeOf(proofs) + csv.byteLength + json.byteLength,
  };
}

/** A pack as it is written: sealed, and one file in memory at a time. */
export async function writePack({ files, contentHash }: Pack, { store, clock }: PackDeps): Promise<Readable> {
  const at = clock.now();
  return packOf(files, { contentHash, key: await store.signingKeys.current(newSigningKey, at), at });
}

/** Each is named by the record it proves. */
function proofsIn(
  proofs: readonly ReportFile[],
  workspaceId: string,
  { store, fileStore }: PackDeps,
): readonly PackedFile[] {
  const before = new Map<string, number>();
  return proofs.map(({ record, fileId, name, sha256 }) => {
    const at = (before.get(record) ?? 0) + 1;
    before.set(record, at);
    const bytes = () => store.inWorkspace(workspaceId, (data) => readFileBytes(fileId, data, fileStore));
    return { name: `proofs/${record}_${at}_${plainName(name)}`, sha256, bytes };
  });
}

/** A name that is one on every machine. */
function plainName(name: string): string {
  const plain = name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '_');
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(plain) ?? [];
  return `${[...stem].slice(0, 60).join('')}${ending}`;
}

function sizeOf(files: readonly { readonly size: number }[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

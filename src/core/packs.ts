import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { OWN_FILE } from '../commands/own-export.ts';
import { ownPack } from '../commands/own-pack.ts';
import { type PackedFile, packOf } from '../seal/pack.ts';
import { newSigningKey } from '../seal/seal.ts';
import type { ReportFile } from '../store/report-entities.ts';
import type { Words } from '../strings/index.ts';
import { bytesOf } from './file-bytes.ts';
import type { Making } from './make-report.ts';
import { workspaceCatalogue } from './workspace-catalogue.ts';

/** What goes into a pack: a report with the proof it speaks of, or everything of a person. */
export type Packing =
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
export type Packer = Pick<Making, 'store' | 'clock' | 'catalogue' | 'vault'>;

/** Finds out what goes into a pack, without the bytes of its files; nothing where the report is not kept any more. */
export async function packed(
  packing: Packing,
  workspaceId: string,
  words: Words,
  packer: Packer,
): Promise<Pack | undefined> {
  if (packing.of === 'everything') return everythingOf(packing.personId, workspaceId, words, packer);
  const { store } = packer;
  const { reportId } = packing;
  return store.inWorkspace(workspaceId, async ({ reports }) => {
    const report = await reports.get(reportId);
    if (!report?.about) return undefined;
    const { about } = report;
    const kept = await reports.documents(reportId);
    const documents = kept.map(({ place, name, sha256 }) => ({
      ...{ name, sha256 },
      bytes: () => store.inWorkspace(workspaceId, (data) => data.reports.bytesOf(reportId, place)),
    }));
    const proofs = proofsIn(about.files, workspaceId, packer);
    const { title, counts, contentHash, fileName } = about;
    const files = [...documents, ...proofs];
    return { name: `${fileName}.zip`, title, counts, contentHash, files, size: sizeOf(about.files) + sizeOf(kept) };
  });
}

async function everythingOf(personId: string, workspaceId: string, words: Words, packer: Packer): Promise<Pack> {
  const { store, clock, catalogue } = packer;
  const now = clock.now();
  const own = await store.inWorkspace(
    workspaceId,
    async (data) => ownPack(personId, { data, catalogue: await workspaceCatalogue(data, catalogue), words, now }),
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
      { name: OWN_FILE, bytes: async () => json },
      ...proofsIn(proofs, workspaceId, packer),
    ],
    size: sizeOf(proofs) + csv.byteLength + json.byteLength,
  };
}

/** A pack as it is written: sealed, and one file in memory at a time. */
export async function written({ files, contentHash }: Pack, { store, clock }: Packer): Promise<Readable> {
  const at = clock.now();
  return packOf(files, { contentHash, key: await store.signingKeys.current(newSigningKey, at), at });
}

/** Each is named by the record it proves. */
function proofsIn(proofs: readonly ReportFile[], workspaceId: string, { store, vault }: Packer): readonly PackedFile[] {
  const before = new Map<string, number>();
  return proofs.map(({ record, fileId, name, sha256 }) => {
    const at = (before.get(record) ?? 0) + 1;
    before.set(record, at);
    const bytes = () => store.inWorkspace(workspaceId, (data) => bytesOf(fileId, data, vault));
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

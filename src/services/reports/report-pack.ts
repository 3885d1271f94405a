import type { Readable } from 'node:stream';
import { newSigningKey } from '../../signing/sign-document.ts';
import { type PackedFile, packOf } from '../../signing/write-pack.ts';
import type { ReportFile } from '../../store/reports/report-entities.ts';
import { readFileBytes } from '../read-file-bytes.ts';
import type { ReportDeps } from './make-report.ts';

/** A pack before it is written. `size` is the total of its files, in bytes. */
export interface Pack {
  readonly name: string;
  readonly title: string;
  readonly counts: string;
  readonly contentHash: string;
  readonly files: readonly PackedFile[];
  readonly size: number;
}

/** What preparing and writing packs needs. */
export type PackDeps = Pick<ReportDeps, 'store' | 'clock' | 'catalogue' | 'fileStore'>;

/** Prepares the pack of a report with the proof it mentions, or returns undefined when the report was deleted. */
export async function prepareReportPack(
  reportId: string,
  workspaceId: string,
  deps: PackDeps,
): Promise<Pack | undefined> {
  const { store } = deps;
  return store.inWorkspace(workspaceId, async ({ reports }) => {
    const report = await reports.get(reportId);
    if (!report?.about) return undefined;
    const { title, counts, contentHash, fileName, files } = report.about;
    const stored = await reports.documents(reportId);
    const documents = stored.map(({ place, name, sha256 }) => ({
      ...{ name, sha256 },
      bytes: () => store.inWorkspace(workspaceId, (data) => data.reports.bytesOf(reportId, place)),
    }));
    const packed = [...documents, ...packProofs(files, workspaceId, deps)];
    const size = totalSize(files) + totalSize(stored);
    return { name: `${fileName}.zip`, title, counts, contentHash, files: packed, size };
  });
}

/** Writes a signed pack as a stream, with one file in memory at a time. */
export async function writePack({ files, contentHash }: Pack, { store, clock }: PackDeps): Promise<Readable> {
  const at = clock.now();
  return packOf(files, { contentHash, key: await store.signingKeys.current(newSigningKey, at), at });
}

/** Returns proof files for a pack, named by their record: `proofs/<record>_1_certificate.pdf`. */
export function packProofs(
  proofs: readonly ReportFile[],
  workspaceId: string,
  { store, fileStore }: PackDeps,
): readonly PackedFile[] {
  const counts = new Map<string, number>();
  return proofs.map(({ record, fileId, name, sha256 }) => {
    const number = (counts.get(record) ?? 0) + 1;
    counts.set(record, number);
    const bytes = () => store.inWorkspace(workspaceId, (data) => readFileBytes(fileId, data, fileStore));
    return { name: `proofs/${record}_${number}_${portableName(name)}`, sha256, bytes };
  });
}

/** Returns a file name that is valid on every operating system. */
function portableName(name: string): string {
  const plain = name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '_');
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(plain) ?? [];
  return `${[...stem].slice(0, 60).join('')}${ending}`;
}

/** Returns the total size of files, in bytes. */
export function totalSize(files: readonly { readonly size: number }[]): number {
  return files.reduce((total, { size }) => total + size, 0);
}

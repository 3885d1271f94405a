import { createHash, randomUUID } from 'node:crypto';
import type { DocumentOutcome } from '../../domain/document-reading.ts';
import type { ProofDetails } from '../../domain/evidence.ts';
import { AuditedRepository } from '../audited-repository.ts';
import { isId } from '../ids.ts';
import { readRows } from '../read-rows.ts';
import { Proof, ProofFile } from './evidence-entities.ts';

/** The proof of an activity to add. */
export interface NewProof extends ProofDetails {
  readonly fileIds: readonly string[];
  readonly attestedBy?: string;
}

/** An uploaded file; `bytes` is absent if they are stored outside the database. */
export interface NewProofFile {
  readonly fileId: string;
  readonly personId: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly bytes?: Uint8Array;
  /** What was read in it, if it was read. */
  readonly reading?: DocumentOutcome;
}

/** A file without its contents. */
export type ProofFileName = Omit<NewProofFile, 'bytes' | 'reading'>;

/** A proof with its file. */
export interface StoredProof extends ProofDetails {
  readonly proofId: string;
  readonly activityId: string;
  readonly attestedBy?: string | null | undefined;
  readonly addedAt: Date;
  readonly file?: ProofFileName | undefined;
}

const NAME = ['fileId', 'personId', 'name', 'type', 'size', 'sha256'] as const;

/** The proofs of activities and their files. */
export class Proofs extends AuditedRepository {
  /** Adds a proof to an activity that is there. */
  async add(activityId: string, proof: NewProof, addedAt: Date): Promise<void> {
    await this.insert(activityId, proof, addedAt);
    this.audit.record(proof.attestedBy === undefined ? 'attach' : 'attest', { kind: 'record', subject: activityId });
  }

  /** Adds the proof of an activity: one row for the details and the first file, and one per further file. */
  async insert(activityId: string, { fileIds, ...stated }: NewProof, addedAt: Date): Promise<void> {
    const { form, shows, link, note, attestedBy = null } = stated;
    if (link === '' && note === '' && fileIds.length === 0) return;
    const [first = null, ...more] = fileIds;
    const ids = () => ({ workspaceId: this.workspaceId, proofId: randomUUID(), activityId });
    await this.em.insert(Proof, { ...ids(), form, shows, link, note, fileId: first, attestedBy, addedAt });
    for (const fileId of more)
      await this.em.insert(Proof, { ...ids(), form, shows, link: '', note: '', fileId, attestedBy, addedAt });
  }

  /** The proofs of activities, the first one first. */
  async of(activityIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredProof[]>> {
    const some = { column: 'activity_id', ids: activityIds, orderBy: 'added_at, proof_id' };
    const proofs = await readRows(this.scope, Proof, some);
    const found = await this.findFiles(proofs.flatMap(({ fileId }) => fileId ?? []));
    const files = new Map(found.map((file) => [file.fileId, file]));
    const stored = proofs.map(({ proofId, activityId, form, shows, link, note, fileId, attestedBy, addedAt }) => {
      const file = files.get(fileId ?? '');
      return { proofId, activityId, form, shows, link, note, attestedBy, addedAt, file };
    });
    return Map.groupBy(stored, ({ activityId }) => activityId);
  }

  /** Saves an uploaded file and returns its id; a repeated upload returns the id of the first. */
  async addFile({ bytes, reading, ...file }: NewProofFile, createdAt: Date): Promise<string> {
    const { personId, sha256 } = file;
    const before = await this.em.findOne(ProofFile, { personId, sha256 }, { fields: ['fileId'] });
    if (before !== null) {
      const { fileId } = before;
      if (reading !== undefined) await this.em.nativeUpdate(ProofFile, { fileId }, { reading });
      return fileId;
    }
    const stored = bytes === undefined ? null : Buffer.from(bytes);
    const content = { bytes: stored, reading: reading ?? null };
    await this.em.insert(ProofFile, { workspaceId: this.workspaceId, ...file, ...content, createdAt });
    return file.fileId;
  }

  /** The size of all files of the workspace, in bytes. */
  async storedBytes(): Promise<number> {
    const [row] = await this.em.execute<{ bytes: string }[]>(
      'select coalesce(sum(size), 0) as bytes from proof_file where workspace_id = ?',
      [this.workspaceId],
    );
    return Number(row?.bytes ?? 0);
  }

  /** What was read in files, by their ids; those of anybody. Files that weren't read are absent. */
  async readingsOf(fileIds: readonly string[]): Promise<ReadonlyMap<string, DocumentOutcome>> {
    const known = fileIds.filter(isId);
    if (known.length === 0) return new Map();
    const files = await this.em.find(ProofFile, { fileId: { $in: known } }, { fields: ['fileId', 'reading'] });
    return new Map(files.flatMap(({ fileId, reading }) => (reading ? [[fileId, reading] as const] : [])));
  }

  /** Files by their ids, without their bytes; those of anybody. */
  async findFiles(fileIds: readonly string[]): Promise<readonly ProofFileName[]> {
    const known = fileIds.filter(isId);
    if (known.length === 0) return [];
    return this.em.find(ProofFile, { fileId: { $in: known } }, { fields: [...NAME], orderBy: { createdAt: 'asc' } });
  }

  /** The bytes of a file where the database has them; throws when they don't match their hash. */
  async bytesOf(fileId: string): Promise<Uint8Array | undefined> {
    const file = await this.em.findOne(ProofFile, { fileId }, { populate: ['bytes'] });
    const bytes = file?.bytes ?? undefined;
    if (file && bytes && sha256Of(bytes) !== file.sha256)
      throw new Error(`The bytes of the proof ${fileId} don't match their hash.`);
    return bytes;
  }

  /** The activities of a person that a file with these contents proves. */
  async provedBy(
    personId: string,
    hashes: readonly string[],
  ): Promise<readonly { activityId: string; sha256: string }[]> {
    if (hashes.length === 0) return [];
    return this.em.execute(
      `select distinct proof.activity_id as "activityId", proof_file.sha256
         from proof join proof_file using (workspace_id, file_id)
        where workspace_id = ? and proof_file.person_id = ? and proof_file.sha256 in (${hashes.map(() => '?').join(', ')})`,
      [this.workspaceId, personId, ...hashes],
    );
  }

  /** Deletes unattached files older than an instant and returns their ids, so that bytes stored elsewhere can be deleted. */
  async forgetFiles(before: Date): Promise<readonly string[]> {
    const removed = await this.em.execute<{ file_id: string }[]>(
      `delete from proof_file where workspace_id = ? and created_at < ? and not exists
         (select 1 from proof where proof.workspace_id = proof_file.workspace_id and proof.file_id = proof_file.file_id)
         and not exists (select 1 from removed_proof removed
           where removed.workspace_id = proof_file.workspace_id and removed.file_id = proof_file.file_id)
       returning file_id`,
      [this.workspaceId, before],
    );
    return removed.map(({ file_id: fileId }) => fileId);
  }
}

/** The SHA-256 of contents, in hexadecimal. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

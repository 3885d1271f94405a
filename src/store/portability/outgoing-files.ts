import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { WorkspaceRepository } from '../repository.ts';
import { PendingFile } from './file-entities.ts';

/** A file for one person. */
export interface NewFile {
  readonly personId: string;
  /** The command that delivers it once more. */
  readonly command: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A file that waits. */
export interface StoredFile extends NewFile {
  readonly fileId: string;
}

const DAY_MS = 86_400_000;
/** As long as somebody may think about taking it. */
const KEEP_MS = 7 * DAY_MS;
const LINK_MS = DAY_MS;
/** Whoever took it and was not heard of any more has died. */
const TAKEN_MS = 2 * 60_000;

/** Files that wait for the person they are for. */
export class PendingFiles extends WorkspaceRepository {
  /** Keeps a file, and returns its id. */
  async add(file: NewFile, now: Date): Promise<string> {
    const fileId = randomUUID();
    const bytes = Buffer.from(file.bytes);
    const expiresAt = new Date(now.getTime() + KEEP_MS);
    const ids = { workspaceId: this.workspaceId, fileId };
    await this.em.insert(PendingFile, {
      ...file,
      ...ids,
      bytes,
      sha256: hashOf(bytes),
      createdAt: now,
      expiresAt,
    });
    return fileId;
  }

  /** A person's file, while it waits. */
  async get(personId: string, fileId: string, now: Date): Promise<StoredFile | undefined> {
    return kept(await this.em.findOne(PendingFile, { personId, fileId, expiresAt: { $gt: now } }));
  }

  /** Takes a person's file for delivery: `busy` while somebody else is at it, nothing when it does not wait any more. */
  async claim(personId: string, fileId: string, now: Date): Promise<StoredFile | 'busy' | undefined> {
    const stale = new Date(now.getTime() - TAKEN_MS);
    const free = { personId, fileId, $or: [{ takenAt: null }, { takenAt: { $lt: stale } }] };
    const claimed = await this.em.nativeUpdate(PendingFile, free, { takenAt: now });
    const file = await this.get(personId, fileId, now);
    return file !== undefined && claimed === 0 ? 'busy' : file;
  }

  /** Gives a taken file back, for another try. */
  async release(personId: string, fileId: string): Promise<void> {
    await this.em.nativeUpdate(PendingFile, { personId, fileId }, { takenAt: null });
  }

  /** Deletes a file that is where it was to go, or is not wanted. */
  async delete(personId: string, fileId: string): Promise<void> {
    await this.em.nativeDelete(PendingFile, { personId, fileId });
  }

  /** The secret of a link to a file, good for a day; an earlier one is void. */
  async openLink(fileId: string, now: Date): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const linkExpiresAt = new Date(now.getTime() + LINK_MS);
    await this.em.nativeUpdate(PendingFile, { fileId }, { linkHash: hashOf(secret), linkExpiresAt });
    return secret;
  }

  /** Keeps a file no longer than the link to it is good. */
  async keepForLink(fileId: string, now: Date): Promise<void> {
    await this.em.nativeUpdate(PendingFile, { fileId }, { expiresAt: new Date(now.getTime() + LINK_MS) });
  }

  /** The file a link leads to, while both are good. */
  async findByLink(fileId: string, secret: string, now: Date): Promise<StoredFile | undefined> {
    const good = { fileId, linkHash: hashOf(secret), linkExpiresAt: { $gt: now }, expiresAt: { $gt: now } };
    return kept(await this.em.findOne(PendingFile, good));
  }

  /** Deletes what nobody came for, and says how many. */
  async forget(now: Date): Promise<number> {
    return this.em.nativeDelete(PendingFile, { expiresAt: { $lt: now } });
  }
}

function kept(found: PendingFile | null): StoredFile | undefined {
  if (found === null) return undefined;
  const { fileId, personId, command, name, type, bytes, sha256 } = found;
  if (hashOf(bytes) !== sha256) throw new Error(`The bytes of the file ${fileId} don't match their hash.`);
  return { fileId, personId, command, name, type, bytes };
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

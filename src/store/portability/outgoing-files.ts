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
/** How long a file waits to be accepted, in milliseconds. */
const KEEP_MS = 7 * DAY_MS;
const LINK_MS = DAY_MS;
/** Lease in milliseconds; a process that holds a file longer has stopped. */
const TAKEN_MS = 2 * 60_000;

/** Files that wait for the person they are for. */
export class PendingFiles extends WorkspaceRepository {
  /** Saves a file and returns its id. */
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
    return stored(await this.em.findOne(PendingFile, { personId, fileId, expiresAt: { $gt: now } }));
  }

  /** Claims a person's file for delivery; returns `busy` while another process delivers it, or undefined if it is no longer available. */
  async claim(personId: string, fileId: string, now: Date): Promise<StoredFile | 'busy' | undefined> {
    const stale = new Date(now.getTime() - TAKEN_MS);
    const free = { personId, fileId, $or: [{ takenAt: null }, { takenAt: { $lt: stale } }] };
    const claimed = await this.em.nativeUpdate(PendingFile, free, { takenAt: now });
    const file = await this.get(personId, fileId, now);
    return file !== undefined && claimed === 0 ? 'busy' : file;
  }

  /** Releases a claimed file for another attempt. */
  async release(personId: string, fileId: string): Promise<void> {
    await this.em.nativeUpdate(PendingFile, { personId, fileId }, { takenAt: null });
  }

  /** Deletes a file that was delivered or declined. */
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

  /** Lets a file expire together with its link. */
  async keepForLink(fileId: string, now: Date): Promise<void> {
    await this.em.nativeUpdate(PendingFile, { fileId }, { expiresAt: new Date(now.getTime() + LINK_MS) });
  }

  /** The file a link leads to, while both are good. */
  async findByLink(fileId: string, secret: string, now: Date): Promise<StoredFile | undefined> {
    const good = { fileId, linkHash: hashOf(secret), linkExpiresAt: { $gt: now }, expiresAt: { $gt: now } };
    return stored(await this.em.findOne(PendingFile, good));
  }

  /** Deletes expired files and returns their number. */
  async forget(now: Date): Promise<number> {
    return this.em.nativeDelete(PendingFile, { expiresAt: { $lt: now } });
  }
}

function stored(found: PendingFile | null): StoredFile | undefined {
  if (found === null) return undefined;
  const { fileId, personId, command, name, type, bytes, sha256 } = found;
  if (hashOf(bytes) !== sha256) throw new Error(`The bytes of the file ${fileId} don't match their hash.`);
  return { fileId, personId, command, name, type, bytes };
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

import { createHash, randomInt, randomUUID } from 'node:crypto';
import { asMilliseconds } from '../instant-column.ts';
import { WorkspaceSchedule } from '../notifications/workspace-schedule.ts';
import { Repository } from '../repository.ts';
import type { PlatformUser } from '../teams/people.ts';
import { Installation, InstalledPlace, LinkCode, LinkedIdentity, type StoredPlace } from './directory-entities.ts';

/** A person of a workspace. */
export interface PersonKey {
  readonly workspaceId: string;
  readonly personId: string;
}

/** Whose code it is, and where they can be told that it was typed. */
export interface CodeOwner extends PersonKey {
  readonly name: string;
  readonly replyTo?: StoredPlace;
}

/** Somebody on the other side who typed a code. */
export interface LinkRequest {
  readonly platform: string;
  readonly tenant: string;
  readonly user: string;
  readonly name: string;
}

/** A bot that a tenant installed itself, without its tokens. */
export interface InstalledBot {
  readonly platform: string;
  readonly tenant: string;
  readonly isOrgWide: boolean;
  /** The organisation of a workspace that has one. */
  readonly enterprise: string | undefined;
  readonly installedAt: Date;
  /** When the token expires, if it does; it is replaced before. */
  readonly expiresAt: Date | undefined;
  /** The key that the tokens are encrypted with. */
  readonly keyId: string;
}

interface InstalledBotRow {
  readonly platform: string;
  readonly tenant: string;
  readonly isOrgWide: boolean;
  readonly enterprise: string | null;
  readonly installedMilliseconds: number;
  readonly expiryMilliseconds: number | null;
  readonly keyId: string;
}

const CODE_LIVES_MS = 10 * 60_000;
/** Without letters and digits that are mistaken for one another. */
const SYMBOLS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 10;

/** Which workspace, and which person of it, an identity is. It holds no tenant data and stands before the walls. */
export class Directory extends Repository {
  /** Returns the workspace of a tenant; creates one for a new tenant and reuses it for a returning one. */
  async workspaceOf(platform: string, tenant: string, now: Date): Promise<string> {
    const known = await this.em.findOne(Installation, { platform, tenant });
    if (known !== null) {
      if (known.uninstalledAt) await this.em.nativeUpdate(Installation, { platform, tenant }, { uninstalledAt: null });
      return known.workspaceId;
    }
    await this.em.execute(
      'insert into installation (platform, tenant, workspace_id, created_at) values (?, ?, ?, ?) on conflict do nothing',
      [platform, tenant, randomUUID(), now],
    );
    const { workspaceId } = await this.em.findOneOrFail(Installation, { platform, tenant });
    await new WorkspaceSchedule({ em: this.em }).scheduleNoLaterThan(workspaceId, now);
    return workspaceId;
  }

  /** Returns the workspace of a known tenant without changing anything. */
  async knownWorkspace(platform: string, tenant: string): Promise<string | undefined> {
    return (await this.em.findOne(Installation, { platform, tenant }))?.workspaceId;
  }

  /** Records that recert is installed in a place of a tenant. */
  async addPlace(platform: string, tenant: string, place: string): Promise<void> {
    await this.em.execute(
      'insert into installed_place (platform, tenant, place) values (?, ?, ?) on conflict do nothing',
      [platform, tenant, place],
    );
  }

  /** Records that recert was removed from a place and returns how many places of the tenant remain. */
  async removePlace(platform: string, tenant: string, place: string): Promise<number> {
    await this.em.nativeDelete(InstalledPlace, { platform, tenant, place });
    return this.em.count(InstalledPlace, { platform, tenant });
  }

  /** Every workspace there is. */
  async workspaces(): Promise<readonly { platform: string; tenant: string; workspaceId: string }[]> {
    return this.em.find(Installation, {}, { orderBy: { platform: 'asc', tenant: 'asc' } });
  }

  /** The bots that tenants installed themselves, newest last. */
  async installedBots(): Promise<readonly InstalledBot[]> {
    const rows = await this.em.execute<InstalledBotRow[]>(
      `select platform, tenant, is_org_wide as "isOrgWide", enterprise, key_id as "keyId",
              ${asMilliseconds('installed_at')} as "installedMilliseconds", ${asMilliseconds('expires_at')} as "expiryMilliseconds"
         from bot_installation order by installed_at, platform, tenant`,
    );
    return rows.map(({ enterprise, installedMilliseconds, expiryMilliseconds, ...row }) => ({
      ...row,
      enterprise: enterprise ?? undefined,
      installedAt: new Date(installedMilliseconds),
      expiresAt: expiryMilliseconds === null ? undefined : new Date(expiryMilliseconds),
    }));
  }

  /** Whether there is such a workspace. */
  async has(workspaceId: string): Promise<boolean> {
    return (await this.em.count(Installation, { workspaceId })) > 0;
  }

  /** Records that a tenant uninstalled recert. */
  async uninstall(platform: string, tenant: string, now: Date): Promise<void> {
    await this.em.nativeUpdate(Installation, { platform, tenant, uninstalledAt: null }, { uninstalledAt: now });
  }

  /** The tenants that took recert away before an instant. */
  async uninstalledBefore(before: Date): Promise<readonly { platform: string; tenant: string; workspaceId: string }[]> {
    return this.em.find(Installation, { uninstalledAt: { $lt: before } });
  }

  /** Deletes a tenant, the links into its workspace and its codes. */
  async forget({
    platform,
    tenant,
    workspaceId,
  }: {
    platform: string;
    tenant: string;
    workspaceId: string;
  }): Promise<void> {
    await this.em.nativeDelete(LinkedIdentity, { $or: [{ workspaceId }, { platform, tenant }] });
    await this.em.nativeDelete(LinkCode, { workspaceId });
    await new WorkspaceSchedule({ em: this.em }).forget(workspaceId);
    await this.em.nativeDelete(InstalledPlace, { platform, tenant });
    await this.em.execute('delete from bot_installation where platform = ? and tenant = ?', [platform, tenant]);
    await this.em.nativeDelete(Installation, { platform, tenant });
  }

  /** Returns the person in another workspace that an identity is linked to. */
  async linkOf({ platform, tenant, user }: PlatformUser): Promise<PersonKey | null> {
    return this.em.findOne(LinkedIdentity, { platform, tenant, platformUser: user });
  }

  /** The identities of other workspaces that are linked to a person. */
  async linkedTo({ workspaceId, personId }: PersonKey): Promise<readonly PlatformUser[]> {
    const linked = await this.em.find(LinkedIdentity, { workspaceId, personId });
    return linked.map(({ platform, tenant, platformUser: user }) => ({ platform, tenant, user }));
  }

  /** Whether identities of other workspaces are linked to a person. */
  async isLinked({ workspaceId, personId }: PersonKey): Promise<boolean> {
    return (await this.em.count(LinkedIdentity, { workspaceId, personId })) > 0;
  }

  /** A new one-time code for a person; an earlier one is void. */
  async newCode(owner: CodeOwner, now: Date): Promise<string> {
    const { workspaceId, personId, name: personName, replyTo } = owner;
    const code = Array.from({ length: CODE_LENGTH }, () => SYMBOLS[randomInt(SYMBOLS.length)]).join('');
    await this.em.nativeDelete(LinkCode, { workspaceId, personId });
    const expiresAt = new Date(now.getTime() + CODE_LIVES_MS);
    await this.em.insert(LinkCode, { workspaceId, personId, codeHash: hashOf(code), personName, replyTo, expiresAt });
    return code;
  }

  /** Returns the owner of a code that is valid and unused. */
  async ownerOf(code: string, now: Date): Promise<CodeOwner | undefined> {
    const found = await this.em.findOne(LinkCode, {
      codeHash: hashOf(code),
      expiresAt: { $gt: now },
      otherUser: null,
    });
    if (found === null) return undefined;
    const { workspaceId, personId, personName: name, replyTo } = found;
    return { workspaceId, personId, name, ...(replyTo ? { replyTo } : {}) };
  }

  /** Records who entered a code; returns `false` if it is no longer valid. */
  async requestLink(code: string, { platform, tenant, user, name }: LinkRequest, now: Date): Promise<boolean> {
    const pendingRequest = { otherPlatform: platform, otherTenant: tenant, otherUser: user, otherName: name };
    const free = { codeHash: hashOf(code), expiresAt: { $gt: now }, otherUser: null };
    return (await this.em.nativeUpdate(LinkCode, free, pendingRequest)) > 0;
  }

  /** Who typed a person's code. */
  async findLinkRequest({ workspaceId, personId }: PersonKey, now: Date): Promise<LinkRequest | undefined> {
    const found = await this.em.findOne(LinkCode, { workspaceId, personId, expiresAt: { $gt: now } });
    const { otherPlatform: platform, otherTenant: tenant, otherUser: user, otherName } = found ?? {};
    return platform && tenant && user ? { platform, tenant, user, name: otherName ?? '' } : undefined;
  }

  /** Links an identity to a person of another workspace. */
  async link({ platform, tenant, user }: PlatformUser, { workspaceId, personId }: PersonKey, now: Date): Promise<void> {
    const identity = { platform, tenant, platformUser: user };
    await this.em.nativeDelete(LinkedIdentity, identity);
    await this.em.insert(LinkedIdentity, { ...identity, workspaceId, personId, linkedAt: now });
    await this.em.nativeDelete(LinkCode, { workspaceId, personId });
  }

  /** Deletes expired codes. */
  async forgetCodes(now: Date): Promise<void> {
    await this.em.nativeDelete(LinkCode, { expiresAt: { $lt: now } });
  }

  /** Deletes the links to a person and their codes. */
  async forgetPerson(workspaceId: string, personId: string): Promise<void> {
    await this.em.nativeDelete(LinkedIdentity, { workspaceId, personId });
    await this.em.nativeDelete(LinkCode, { workspaceId, personId });
  }

  /** Deletes the links of an identity or to a person and returns their number. */
  async unlink({ platform, tenant, user }: PlatformUser, { workspaceId, personId }: PersonKey): Promise<number> {
    const own = { platform, tenant, platformUser: user };
    return this.em.nativeDelete(LinkedIdentity, { $or: [own, { workspaceId, personId }] });
  }
}

/** Codes are typed by hand: case, spaces and hyphens do not matter. */
function hashOf(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest('hex');
}

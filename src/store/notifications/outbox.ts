import { randomUUID } from 'node:crypto';
import type { StoredPlace } from '../account/directory-entities.ts';
import { WorkspaceRepository } from '../repository.ts';
import { type MessageState, OutboxMessage, type Purpose } from './notification-entities.ts';

/** A message to plan. */
export interface NewMessage {
  readonly key: string;
  readonly purpose: Purpose;
  readonly place: StoredPlace;
  readonly card: unknown;
  readonly teamId?: string;
  readonly personId?: string;
  readonly week?: string;
  readonly follows?: string;
  /** The waiting file to deliver with the card. */
  readonly fileId?: string;
  /** The platform's id of the message it replaces. */
  readonly replaces?: string;
  readonly dueAt?: Date;
  /** The SHA-256 of what a digest says. */
  readonly contentHash?: string;
}

/** The result of sending a message. */
export interface DeliveryOutcome {
  readonly state: Exclude<MessageState, 'sending'>;
  readonly reason?: string;
  readonly message?: string;
  readonly dueAt?: Date;
}

/** Maximum time to send a message, in milliseconds; after that its delivery is uncertain. */
export const LEASE_MS = 120_000;

/** Whether the message `one` waits for the first one of its thread, which wasn't sent or may not have arrived. */
const WAITS = `exists (select 1 from outbox first where first.workspace_id = one.workspace_id
  and first.message_id = one.follows and first.state in ('planned', 'sending', 'unknown', 'failed'))`;

/** The messages to the people and channels of one workspace, with their delivery state. */
export class Outbox extends WorkspaceRepository {
  /** Plans a message and returns its id, or undefined if its key was planned before. */
  async plan(message: NewMessage, now: Date): Promise<string | undefined> {
    const { key, purpose, place, card, teamId, personId, week = '', follows, fileId, replaces, dueAt = now } = message;
    const { contentHash = '' } = message;
    const messageId = randomUUID();
    const [planned] = await this.em.execute<unknown[]>(
      `insert into outbox (workspace_id, message_id, key, purpose, team_id, person_id, week, place, card, follows, file_id, message, content_hash, state, due_at, planned_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', ?, ?) on conflict (workspace_id, key) do nothing returning 1`,
      [
        ...[this.workspaceId, messageId, key, purpose, teamId ?? null, personId ?? null, week],
        ...[JSON.stringify(place), JSON.stringify(card), follows ?? null, fileId ?? null, replaces ?? null],
        ...[contentHash, dueAt, now],
      ],
    );
    return planned === undefined ? undefined : messageId;
  }

  /** Whether a message with a key was planned. */
  async has(key: string): Promise<boolean> {
    return (await this.em.count(OutboxMessage, { key })) > 0;
  }

  async get(messageId: string): Promise<OutboxMessage | null> {
    return this.em.findOne(OutboxMessage, { messageId });
  }

  /**
   * Claims the next due message for this sender, or the one with this id; a message in a thread waits until the first one was
   * sent. If the sender does not finish within the lease, delivery is uncertain.
   */
  async claimNext(now: Date, messageId?: string): Promise<OutboxMessage | undefined> {
    const lease = new Date(now.getTime() + LEASE_MS);
    const [claimed] = await this.em.execute<{ message_id: string }[]>(
      `update outbox set state = 'sending', lease_until = ?, tries = tries + 1
        where workspace_id = ? and message_id = (
          select message_id from outbox one
           where workspace_id = ? and state = 'planned' and due_at <= ?${messageId === undefined ? '' : ' and message_id = ?'} and not ${WAITS}
           order by due_at, planned_at, key limit 1 for update skip locked)
        returning message_id`,
      [lease, this.workspaceId, this.workspaceId, now, ...(messageId === undefined ? [] : [messageId])],
    );
    return claimed === undefined ? undefined : ((await this.get(claimed.message_id)) ?? undefined);
  }

  /** Records the outcome of a claimed message; returns `false` if its lease expired in the meantime. */
  async recordOutcome(
    messageId: string,
    { state, reason = '', message, dueAt }: DeliveryOutcome,
    now: Date,
  ): Promise<boolean> {
    const isOver = state !== 'planned';
    const changed = await this.em.nativeUpdate(
      OutboxMessage,
      { messageId, state: 'sending' },
      {
        state,
        reason: reason.slice(0, 200),
        leaseUntil: null,
        ...(message === undefined ? {} : { message }),
        ...(dueAt === undefined ? {} : { dueAt }),
        ...(isOver ? { doneAt: now } : {}),
        ...(state === 'sent' ? { card: null } : {}),
      },
    );
    return changed > 0;
  }

  /** Marks the messages with an expired lease as uncertain and returns them. */
  async expireLeases(now: Date): Promise<readonly OutboxMessage[]> {
    const rows = await this.em.execute<{ message_id: string }[]>(
      `update outbox set state = 'unknown', reason = 'interrupted', lease_until = null, done_at = ?
        where workspace_id = ? and state = 'sending' and lease_until < ? returning message_id`,
      [now, this.workspaceId, now],
    );
    const ids = rows.map(({ message_id }) => message_id);
    return this.em.find(OutboxMessage, { messageId: { $in: ids } });
  }

  /** Withdraws a team's planned digests, or only its messages for some purposes. */
  async withdraw(
    { teamId, purposes = ['digest', 'details'] }: { readonly teamId: string; readonly purposes?: readonly Purpose[] },
    reason: string,
    now: Date,
  ): Promise<void> {
    const planned = { teamId, state: 'planned' as const, purpose: { $in: [...purposes] } };
    await this.em.nativeUpdate(OutboxMessage, planned, { state: 'withdrawn', reason, doneAt: now, card: null });
  }

  /** Withdraws the planned nudges of some people and returns their keys. */
  async withdrawNudges(personIds: readonly string[], reason: string, now: Date): Promise<readonly string[]> {
    const planned = { personId: { $in: [...personIds] }, state: 'planned' as const, purpose: 'nudge' as const };
    const found = await this.em.find(OutboxMessage, planned);
    if (found.length === 0) return [];
    await this.em.nativeUpdate(OutboxMessage, planned, { state: 'withdrawn', reason, doneAt: now, card: null });
    return found.map(({ key }) => key);
  }

  /** Plans a failed or uncertain message again; returns `false` if that isn't possible. */
  async resend(messageId: string, now: Date): Promise<boolean> {
    const open = { messageId, state: { $in: ['failed' as const, 'unknown' as const] } };
    return (await this.em.nativeUpdate(OutboxMessage, open, anew(now))) > 0;
  }

  /** Plans the delivery of a file again that was planned before, unless it is being delivered; returns the id of its message. */
  async resendFile({ fileId, card }: { readonly fileId: string; readonly card: unknown }, now: Date): Promise<string> {
    const { messageId } = await this.em.findOneOrFail(OutboxMessage, { fileId });
    await this.em.nativeUpdate(OutboxMessage, { messageId, state: { $ne: 'sending' } }, { ...anew(now), card });
    return messageId;
  }

  /** Marks an uncertain message as sent because a person confirmed that it arrived. */
  async confirmDelivered(messageId: string): Promise<boolean> {
    return (
      (await this.em.nativeUpdate(
        OutboxMessage,
        { messageId, state: 'unknown' },
        { state: 'sent', reason: 'confirmed', card: null },
      )) > 0
    );
  }

  /** When the next message is due or its lease expires; undefined if none is waiting. */
  async nextDue(): Promise<Date | undefined> {
    const [row] = await this.em.execute<{ next: string | Date | null }[]>(
      `select min(case state when 'planned' then due_at else lease_until end) as next
         from outbox one where workspace_id = ? and state in ('planned', 'sending') and not ${WAITS}`,
      [this.workspaceId],
    );
    return row?.next ? new Date(row.next) : undefined;
  }

  /** The ISO week of a team's latest digest in any state. */
  async lastWeekOf(teamId: string): Promise<string | undefined> {
    const [row] = await this.em.execute<{ week: string | null }[]>(
      `select max(week) as week from outbox where workspace_id = ? and team_id = ? and purpose = 'digest'`,
      [this.workspaceId, teamId],
    );
    return row?.week ?? undefined;
  }

  /** The latest messages of some purposes, newest first. */
  async latest(filter: { readonly teamId?: string; readonly purposes: readonly Purpose[] }, limit: number) {
    const where = {
      purpose: { $in: [...filter.purposes] },
      ...(filter.teamId === undefined ? {} : { teamId: filter.teamId }),
    };
    const orderBy = { plannedAt: 'desc', key: 'asc' } as const;
    return this.em.find(OutboxMessage, where, { orderBy, limit });
  }

  /** The number of messages by purpose and state. */
  async countByState(): Promise<
    readonly { readonly purpose: Purpose; readonly state: MessageState; readonly count: number }[]
  > {
    return this.em.execute(
      'select purpose, state, count(*)::int as count from outbox where workspace_id = ? group by purpose, state order by 1, 2',
      [this.workspaceId],
    );
  }

  /** Deletes messages finished before an instant and returns their number. */
  async forget(before: Date): Promise<number> {
    return this.em.nativeDelete(OutboxMessage, { doneAt: { $lt: before } });
  }
}

/** The columns of a message that is planned again. */
function anew(now: Date) {
  return { state: 'planned' as const, reason: '', tries: 0, dueAt: now, doneAt: null };
}

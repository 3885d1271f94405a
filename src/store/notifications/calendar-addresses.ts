import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { AuditedRepository } from '../audited-repository.ts';
import { CalendarAddress } from './notification-entities.ts';

/** Whose calendar an address leads to: the person's own, or that of a team. */
export type CalendarOwner = Pick<CalendarAddress, 'personId' | 'teamId'>;

/** A new address: its id, and the secret that is never stored. */
export interface NewAddress {
  readonly id: string;
  readonly secret: string;
}

/** The private calendar addresses of the people of one workspace. */
export class CalendarAddresses extends AuditedRepository {
  async of(owner: CalendarOwner): Promise<CalendarAddress | null> {
    return this.em.findOne(CalendarAddress, { ...owner });
  }

  /** Makes a new address; an earlier one stops working, and its reminder is taken over. */
  async open(owner: CalendarOwner, now: Date): Promise<NewAddress> {
    const earlier = await this.of(owner);
    await this.close(owner);
    const [id, secret] = [randomUUID(), randomBytes(32).toString('base64url')];
    const remindDays = earlier?.remindDays ?? null;
    const row = { ...owner, addressId: id, remindDays, secretHash: hashOf(secret), createdAt: now };
    await this.em.insert(CalendarAddress, { workspaceId: this.workspaceId, ...row });
    this.audit.record('edit', { kind: 'person', subject: owner.personId, reason: 'calendar' });
    return { id, secret };
  }

  /** Makes an address stop working. Returns whether there was one. */
  async close(owner: CalendarOwner): Promise<boolean> {
    const closed = (await this.em.nativeDelete(CalendarAddress, { ...owner })) > 0;
    if (closed) this.audit.record('edit', { kind: 'person', subject: owner.personId, reason: 'calendar' });
    return closed;
  }

  /** Sets how many days before a deadline all calendars of a person remind; null for never. */
  async remind(personId: string, remindDays: number | null): Promise<void> {
    await this.em.nativeUpdate(CalendarAddress, { personId }, { remindDays });
  }

  /** The calendar that an address leads to. */
  async findBySecret(addressId: string, secret: string): Promise<CalendarAddress | undefined> {
    const good = { addressId, secretHash: hashOf(secret) };
    return (await this.em.findOne(CalendarAddress, good)) ?? undefined;
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

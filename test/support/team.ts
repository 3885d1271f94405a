import { loadCatalogue } from '../../src/catalogue/index.ts';
import type { Card } from '../../src/chat/card.ts';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { SendResult } from '../../src/chat/send-result.ts';
import { day } from '../../src/domain/calendar.ts';
import { type NotificationDeps, processWorkspace } from '../../src/jobs/notification-loop.ts';
import { OpportunityIndexCache } from '../../src/services/opportunities/opportunity-index-cache.ts';
import type { Store } from '../../src/store/store.ts';
import { silent, type Talk, talk } from './conversation.ts';
import { workspaceOf } from './records.ts';
import { asOperator } from './store.ts';

/** Something that was said first, or put in the place of something that was. */
export interface Posted {
  readonly address: string;
  readonly card: Card;
  readonly thread?: string | undefined;
  readonly replaces?: string;
}

/** A platform that keeps what is said first; `outcome` says what becomes of the next message, and it is sent where nothing is said. */
export class Mailbox {
  readonly posted: Posted[] = [];
  outcome: (posted: Posted) => SendResult | undefined = () => undefined;
  readonly adapter: ChatAdapter = {
    platform: 'slack',
    start: async () => undefined,
    stop: async () => undefined,
    post: async ({ address }, card, { thread } = {}) => this.#take({ address, card, thread }),
    update: async ({ address }, replaces, card) => this.#take({ address, card, replaces }),
    deliver: async () => ({ kind: 'refused', reason: 'not wanted' }),
  };

  #take(posted: Posted): SendResult {
    const outcome = this.outcome(posted) ?? { kind: 'sent', message: posted.replaces ?? `m${this.posted.length}` };
    if (outcome.kind === 'sent') this.posted.push(posted);
    return outcome;
  }

  /** What was said to one address, by title. */
  titlesAt(address: string): readonly string[] {
    return this.posted.filter((one) => one.address === address).map(({ card }) => card.title);
  }
}

/** A workspace whose admin is Hugo, with a team of some members, and a clock that is set by hand. */
export interface TeamWorld {
  readonly mailbox: Mailbox;
  readonly hugo: Talk;
  readonly workspaceId: string;
  /** What is needed for the jobs; the clock says what `at` said last. */
  readonly parts: NotificationDeps;
  member(user: string): Talk;
  /** Hugo sets the channel of the digest; resolves when it was announced there or refused. */
  digestHere(channel?: string): Promise<void>;
  /** Attends to everything that is due at an instant. */
  at(instant: string): Promise<void>;
}

/** Founds a team on a day; every member holds a CISSP of which nothing is earned, over the given cycle. */
export async function foundTeam(
  store: Store,
  members: readonly string[],
  {
    today = '2026-11-23',
    cycle = { start: '2026-06-01', end: '2029-05-31' },
  }: { readonly today?: string; readonly cycle?: { readonly start: string; readonly end: string } } = {},
): Promise<TeamWorld> {
  const mailbox = new Mailbox();
  const hugo = talk({ store, today, user: 'Hugo', adapters: [mailbox.adapter] });
  const talks = new Map(members.map((user) => [user, talk({ ...hugo.options, user })]));
  let instant = new Date(`${today}T12:00:00Z`);
  const workspaceId = await workspaceOf(hugo, store);
  await asOperator(store, workspaceId, async ({ people, holdings, teams, schedule }) => {
    const join = async (user: string, role: 'admin' | 'member') => {
      const identity = { platform: 'slack', tenant: hugo.options.tenant, user };
      const { personId } = await people.join(identity, { name: user, zone: 'UTC', locale: 'en-GB', role }, instant);
      await people.saveAddress(identity, user);
      return personId;
    };
    const hugoId = await join('Hugo', 'admin');
    const teamId = (await teams.add('Security', instant)) ?? '';
    const joined: string[] = [];
    for (const user of members) {
      const personId = user === 'Hugo' ? hugoId : await join(user, 'member');
      const range = { start: day(cycle.start), end: day(cycle.end) };
      await holdings.add({ personId, certification: 'cissp', number: '', cycle: range }, instant);
      joined.push(personId);
    }
    await teams.setMembers(
      teamId,
      joined.map((personId) => ({ personId, isManager: false })),
      instant,
    );
    await schedule.scheduleNoLaterThan(workspaceId, instant);
  });
  const parts: NotificationDeps = {
    store,
    catalogue: loadCatalogue(),
    clock: { now: () => instant },
    log: silent,
    adapters: [mailbox.adapter],
    indexes: new OpportunityIndexCache(),
    gapMs: 0,
  };
  return {
    mailbox,
    hugo,
    workspaceId,
    parts,
    member: (user) => talks.get(user) as Talk,
    digestHere: async (address = 'C1') => {
      const { tenant } = hugo.options;
      const place = { platform: 'slack', tenant, address } as const;
      const from = { platform: 'slack', tenant, user: 'Hugo' } as const;
      await hugo.core.dispatch({
        command: 'digest',
        args: { text: 'here', confirm: 'yes' },
        from,
        place,
        direct: { ...place, address: 'Hugo' },
      });
      await hugo.core.idle();
    },
    at: async (when) => {
      instant = new Date(when);
      await processWorkspace(workspaceId, parts);
    },
  };
}

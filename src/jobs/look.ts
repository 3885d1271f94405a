import type { Catalogue } from '../catalogue/index.ts';
import { planDigest, slotOf } from '../commands/team-digest.ts';
import type { OfferIndexes } from '../core/offer-indexes.ts';
import { workspaceCatalogue } from '../core/workspace-catalogue.ts';
import { nextSlot, slotDue } from '../domain/slot.ts';
import type { Clock, Log } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { Team } from '../store/team-entities.ts';
import { nudgeMembers } from './nudge-members.ts';

/** What is needed to find out what is to be said. */
export interface Looking {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly log: Log;
  readonly indexes: OfferIndexes;
}

/** Nobody is looked at less often. */
const LONGEST_MS = 24 * 60 * 60_000;

/**
 * Decides what is to be said in a workspace and plans it, once, whichever replica comes first; and when to look again. Everything that is
 * planned is so in the one transaction that also says when the next look is: whoever is stopped in between has done nothing. Resolves to
 * whether something is to be sent now; not when it is somebody else's turn, who sends it.
 */
export async function look(workspaceId: string, { store, catalogue: base, clock, indexes }: Looking): Promise<boolean> {
  const now = clock.now();
  return store.inWorkspace(
    workspaceId,
    async (data) => {
      if (!(await data.alarms.take(workspaceId, now))) return false;
      data.audit.actAs('recert', now);
      const catalogue = await workspaceCatalogue(data, base);
      const turns: (Date | undefined)[] = [new Date(now.getTime() + LONGEST_MS)];
      for (const team of await data.teams.all()) {
        const offers = () => indexes.of(data);
        turns.push(await digestTurn(team, { data, catalogue, now, offers }));
      }
      turns.push(await nudgeMembers({ data, catalogue, now }));
      const waiting = await data.outbox.nextDue();
      turns.push(waiting, await data.reports.nextDue());
      const next = turns.filter((turn) => turn !== undefined).reduce((a, b) => (b < a ? b : a));
      await data.alarms.next(workspaceId, next);
      return waiting !== undefined && waiting <= now;
    },
    { isPatient: true },
  );
}

/** Plans a team's digest when it is its turn; resolves to its next turn. */
async function digestTurn(team: Team, digesting: Parameters<typeof planDigest>[2]): Promise<Date | undefined> {
  const { data, now } = digesting;
  const { teamId, place, digestSince } = team;
  if (!place || !digestSince) return undefined;
  const slot = slotOf(team, data.workspace);
  const due = slotDue(slot, { since: digestSince, lastWeek: await data.outbox.lastWeekOf(teamId) }, now);
  if (due !== undefined) await planDigest(team, due.week, digesting);
  return nextSlot(slot, now).at;
}

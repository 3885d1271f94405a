import type { Catalogue } from '../catalogue/index.ts';
import { dayIn } from '../domain/calendar.ts';
import { type WeeklySlot, weekOf } from '../domain/slot.ts';
import { digestOf } from '../domain/team-digest.ts';
import type { IndexOfOffers } from '../opportunities/index-of-offers.ts';
import type { Workspace } from '../store/entities.ts';
import type { WorkspaceData } from '../store/store.ts';
import type { Team } from '../store/team-entities.ts';
import { type Words, wordsFor } from '../strings/index.ts';
import { digestCard, digestDetailsCard, type ShownDigest } from '../views/digest-card.ts';
import { creditHoldings } from './held.ts';
import { bestForTeam, fittingOffers } from './team-best.ts';
import { membersOf, standingsOf } from './team-standing.ts';

/** What a digest is made from. */
export interface Digesting {
  readonly data: WorkspaceData;
  readonly catalogue: Catalogue;
  readonly now: Date;
  offers(): Promise<IndexOfOffers>;
}

/** The longest that one session may be to be recommended to a team. */
const MOST_MINUTES = 8 * 60;

/** When the digest of a team is due every week. */
export function slotOf({ zone, digestDay, digestHour }: Team, workspace: Workspace): WeeklySlot {
  return { zone: zone ?? workspace.zone, weekday: digestDay, hour: digestHour };
}

/** The digest of a team as it stands now, for a reader of these words. */
export async function digestFor(team: Team, words: Words, digesting: Digesting): Promise<ShownDigest> {
  const { data, catalogue, now } = digesting;
  const { zone } = slotOf(team, data.workspace);
  const today = dayIn(zone, now);
  const people = await membersOf(team, today, data);
  const members = await standingsOf(people, () => today, { data, catalogue });
  const { namesMembers, tolerance } = data.workspace;
  const digest = digestOf(
    members.map(({ person, wishes, holdings }) => ({
      personId: person.personId,
      name: person.name,
      isNamed: namesMembers && wishes.isNamed,
      holdings,
    })),
    today,
  );
  const shown = { team, week: weekOf(zone, now), today, digest };
  if (digest.counts === undefined) return shown;
  const view = { zone, today, tolerance };
  const locale = team.locale ?? data.workspace.locale;
  const offers = fittingOffers(await digesting.offers(), { minutes: MOST_MINUTES, locale }, { view, now });
  const held = members.map(({ holdings }) => creditHoldings(holdings.map(({ holding }) => holding)));
  const [best] = bestForTeam(offers, held, view);
  if (best === undefined) return shown;
  const { offer, people: count, gaps } = best;
  const when = offer.startsAt === undefined ? '' : words.moment(offer.startsAt, zone);
  return { ...shown, best: { offer: { ...offer, when, worths: [] }, people: count, gaps } };
}

/** The words in which a team's digest is posted. */
export function wordsOf({ locale }: Team, workspace: Workspace): Words {
  return wordsFor(locale ?? workspace.locale);
}

/** Plans the digest of a week, and what stands in its thread; what of the team was planned before and did not leave is overtaken. */
export async function planDigest(team: Team, week: string, digesting: Digesting): Promise<void> {
  const { data, now } = digesting;
  const { teamId, place } = team;
  if (place === null || place === undefined) throw new Error('A digest was to be planned for a team without a place.');
  const words = wordsOf(team, data.workspace);
  await data.outbox.withdraw({ teamId }, 'overtaken', now);
  const shown = { ...(await digestFor(team, words, digesting)), week };
  const about = { teamId, place, week };
  const key = `digest ${teamId} ${week}`;
  const messageId = await data.outbox.plan({ ...about, key, purpose: 'digest', card: digestCard(shown, words) }, now);
  // Nobody reads about nobody; that it was due is kept all the same.
  if (shown.digest.people === 0) await data.outbox.withdraw({ teamId }, 'empty', now);
  const details = digestDetailsCard(shown, words);
  if (messageId === undefined || shown.digest.people === 0 || details === undefined) return;
  await data.outbox.plan(
    { ...about, key: `details ${teamId} ${week}`, purpose: 'details', card: details, follows: messageId },
    now,
  );
}

/** Plans that a digest which was sent is corrected where it stands. */
export async function planCorrection(
  team: Team,
  sent: { readonly week: string; readonly message: string; readonly place: Team['place'] },
  digesting: Digesting,
): Promise<void> {
  const { data, now } = digesting;
  const words = wordsOf(team, data.workspace);
  const { zone } = slotOf(team, data.workspace);
  const shown = { ...(await digestFor(team, words, digesting)), week: sent.week };
  const card = digestCard(shown, words);
  const note = { kind: 'note', text: words.digest.corrected(words.moment(now, zone)) } as const;
  const key = `digest ${team.teamId} ${sent.week} corrected ${now.getTime()}`;
  const about = { teamId: team.teamId, week: sent.week, replaces: sent.message };
  if (sent.place === null || sent.place === undefined) throw new Error('A digest was sent to no place.');
  const corrected = { ...card, blocks: [...card.blocks, note] };
  await data.outbox.plan({ ...about, key, purpose: 'digest', place: sent.place, card: corrected }, now);
}

import { createHash } from 'node:crypto';
import { withLanguage } from '../../chat/platform-phrases.ts';
import { dayIn } from '../../domain/calendar.ts';
import { digestChange } from '../../domain/digest-change.ts';
import { type DigestMember, DigestSums, isSayableCount, MIN_PEOPLE_FOR_COUNTS } from '../../domain/digest-content.ts';
import { type WeeklySchedule, weekOf } from '../../domain/weekly-schedule.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import type { Workspace } from '../../store/entities.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import { type Words, wordsFor } from '../../strings/index.ts';
import { digestCard, digestDetailsCard, type ShownDigest } from '../../views/notifications/digest-card.ts';
import { startText } from '../../views/opportunity-item.ts';
import { creditHoldings } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { SearchableData } from '../data-with-catalogue.ts';
import type { RankingContext } from '../opportunities/rank-opportunities.ts';
import {
  findFittingOpportunities,
  rankForTeam,
  type TeamRecommendation,
} from '../opportunities/team-recommendations.ts';
import { findActiveMembers, loadStandings, type MemberOverview } from '../teams/team-standings.ts';
import { Turns } from '../yield-to-others.ts';
import { findDigestMentions } from './digest-mentions.ts';
import { loadStandingsOfLastWeek } from './standings-last-week.ts';

/** The data of a workspace and the time of a digest. */
export interface DigestDeps {
  readonly data: SearchableData;
  readonly now: Date;
}

/** The longest opportunity recommended to a team. */
const MAX_MINUTES = 8 * 60;
/** The best opportunities among which one is chosen. */
const MAX_RANKED = 50;

/** Returns when the digest of a team is due every week. */
export function digestScheduleOf({ zone, digestDay, digestHour }: Team, workspace: Workspace): WeeklySchedule {
  return { zone: zone ?? workspace.zone, weekday: digestDay, hour: digestHour };
}

/** Builds the current digest of a team in the given words. */
export async function buildDigest(team: Team, words: Words, deps: DigestDeps): Promise<ShownDigest> {
  const { data, now } = deps;
  const { zone } = digestScheduleOf(team, data.workspace);
  const today = dayIn(zone, now);
  const people = await findActiveMembers(team, today, data);
  const members = await loadStandings(people, () => today, data);
  const { namesMembers, tolerance } = data.workspace;
  const current = members.map((member) => toDigestMember(member, namesMembers));
  const turns = new Turns();
  const sums = new DigestSums(today);
  for (const member of current) {
    await turns.give();
    sums.add(member);
  }
  const digest = sums.digest();
  const about = { team, week: weekOf(zone, now), today, digest };
  if (digest.people < MIN_PEOPLE_FOR_COUNTS) return about;
  const standingsThen = await loadStandingsOfLastWeek(
    current.map(({ personId }) => personId),
    { data, now, today },
  );
  const before = current.map((member) => ({ ...member, holdings: standingsThen?.(member.personId) ?? [] }));
  const shown = { ...about, ...(standingsThen === undefined ? {} : { change: digestChange(before, current) }) };
  const view = { zone, today, tolerance };
  const locale = team.locale ?? data.workspace.locale;
  const opportunities = findFittingOpportunities(
    await data.opportunityIndex(),
    { minutes: MAX_MINUTES, locale },
    { view, now },
  );
  const best = await pickBest(
    opportunities,
    members.map(({ preferences, holdings }) => ({
      isNamed: namesMembers && preferences.isNamed,
      holdings: creditHoldings(holdings.map(({ holding }) => holding)),
    })),
    view,
  );
  if (best === undefined) return shown;
  const { opportunity, ...help } = best;
  const when = startText(opportunity, zone, words);
  return { ...shown, best: { opportunity: { ...opportunity, when, estimates: [] }, ...help } };
}

function toDigestMember({ person, preferences, holdings }: MemberOverview, namesMembers: boolean): DigestMember {
  const { personId, name } = person;
  return { personId, name, isNamed: namesMembers && preferences.isNamed, holdings };
}

/** Returns the SHA-256 of what a digest says. */
export function digestHashOf(shown: ShownDigest, words: Words): string {
  return createHash('sha256')
    .update(JSON.stringify(digestCard(shown, words)))
    .digest('hex');
}

interface RankedMember {
  readonly isNamed: boolean;
  readonly holdings: readonly CreditHolding[];
}

/** Returns the opportunity that helps most members, of those whose line says nothing about one or two people. */
async function pickBest(
  opportunities: readonly IndexedOpportunity[],
  members: readonly RankedMember[],
  view: RankingContext,
): Promise<TeamRecommendation | undefined> {
  const holdingsOf = (some: readonly RankedMember[]) => some.map(({ holdings }) => holdings);
  const ranked = (await rankForTeam(opportunities, holdingsOf(members), view)).slice(0, MAX_RANKED);
  const unnamed = members.filter(({ isNamed }) => !isNamed);
  const shown = ranked.map(({ opportunity }) => opportunity);
  const rankedForUnnamed = await rankForTeam(shown, holdingsOf(unnamed), view);
  const countOf = new Map(rankedForUnnamed.map(({ opportunity, people }) => [opportunity.id, people]));
  return ranked.find(({ opportunity }) => isSayableCount(countOf.get(opportunity.id) ?? 0));
}

/** Returns the words a team's digest is posted in. */
export function wordsForTeam({ locale }: Team, workspace: Workspace): Words {
  return wordsFor(locale ?? workspace.locale);
}

/** Plans the digest of a week and the details in its thread, and withdraws unsent messages of the team. */
export async function planDigest(team: Team, week: string, deps: DigestDeps): Promise<void> {
  const { data, now } = deps;
  const { teamId, place } = team;
  if (place === null || place === undefined) throw new Error('The team has no channel for its digest.');
  const words = wordsForTeam(team, data.workspace);
  await data.outbox.withdraw({ teamId }, 'overtaken', now);
  const shown = { ...(await buildDigest(team, words, deps)), week };
  const about = { teamId, place, week };
  const key = `digest ${teamId} ${week}`;
  const card = withLanguage(digestCard(shown, words), words.language);
  const contentHash = digestHashOf(shown, words);
  const messageId = await data.outbox.plan({ ...about, key, purpose: 'digest', card, contentHash }, now);
  // An empty digest isn't sent, but stays in the outbox as the digest of its week.
  if (shown.digest.people === 0) await data.outbox.withdraw({ teamId }, 'empty', now);
  const mentions = await findDigestMentions(team, shown, data);
  const details = digestDetailsCard({ ...shown, mentions }, words);
  if (messageId === undefined || shown.digest.people === 0 || details === undefined) return;
  const thread = { key: `details ${teamId} ${week}`, purpose: 'details', follows: messageId } as const;
  await data.outbox.plan({ ...about, ...thread, card: withLanguage(details, words.language) }, now);
}

/** Plans an update of a digest that was already posted, with a note about the correction. */
export async function planCorrection(
  team: Team,
  sent: { readonly week: string; readonly message: string; readonly place: Team['place'] },
  deps: DigestDeps,
): Promise<void> {
  const { data, now } = deps;
  const words = wordsForTeam(team, data.workspace);
  const { zone } = digestScheduleOf(team, data.workspace);
  const shown = { ...(await buildDigest(team, words, deps)), week: sent.week };
  const card = withLanguage(digestCard(shown, words), words.language);
  const note = { kind: 'note', text: words.digest.corrected(words.moment(now, zone)) } as const;
  const key = `digest ${team.teamId} ${sent.week} corrected ${now.getTime()}`;
  const about = { teamId: team.teamId, week: sent.week, replaces: sent.message };
  if (sent.place === null || sent.place === undefined) throw new Error('The sent digest has no channel.');
  const corrected = { ...card, blocks: [...card.blocks, note] };
  const contentHash = digestHashOf(shown, words);
  const message = { ...about, key, purpose: 'digest', place: sent.place, card: corrected, contentHash } as const;
  await data.outbox.plan(message, now);
}

import type { Action, Block, Card, Fact, Tone } from '../chat/card.ts';
import type { Day } from '../domain/calendar.ts';
import {
  LEAST_FOR_COUNTS,
  MEMBER_STATUSES,
  type MemberStanding,
  type MemberStatus,
  statusOf,
  type TeamDigest,
} from '../domain/team-digest.ts';
import type { Words } from '../strings/index.ts';
import { offerItem, type ShownOffer } from './offer-card.ts';
import { headlineOf } from './pace-card.ts';

/** A digest as it is shown, with what would help most of its people. */
export interface ShownDigest {
  readonly team: { readonly teamId: string; readonly name: string };
  /** The ISO week, `2026-W48`. */
  readonly week: string;
  readonly today: Day;
  readonly digest: TeamDigest;
  readonly best?: { readonly offer: ShownOffer; readonly people: number; readonly gaps: number } | undefined;
}

const MOST_DEADLINES = 12;
const MOST_NAMED = 10;
const TONE: Readonly<Record<MemberStatus, Tone>> = {
  missed: 'lost',
  behind: 'late',
  'on-track': 'good',
  ahead: 'best',
  met: 'best',
  nothing: 'none',
};

/** The weekly message itself: what there is to know at a glance, in counts. */
export function digestCard(shown: ShownDigest, words: Words): Card {
  const say = words.digest;
  const { team, week, digest, best } = shown;
  const blocks: Block[] = [...countBlocks(digest, words)];
  const facts: Fact[] = [];
  if (digest.counts !== undefined) facts.push({ label: say.deadlines, value: nearest(digest, words) });
  if (digest.debt.length > 0) facts.push({ label: say.debt, value: debtText(digest, words) });
  if (facts.length > 0) blocks.push({ kind: 'facts', facts });
  if (best !== undefined) {
    blocks.push({ kind: 'heading', text: say.best });
    blocks.push(offerItem(best.offer, words.offer.servesTeam(best.people, best.gaps), words));
  }
  return { title: say.title(team.name, Number(week.slice(-2))), blocks, actions: actionsFor(team.teamId, words) };
}

/** What stands in the thread below it; nothing where there is no more to say. */
export function digestDetailsCard({ team, digest, today }: ShownDigest, words: Words): Card | undefined {
  const say = words.digest;
  const { deadlines, named } = digest;
  const blocks: Block[] = [];
  if (deadlines.length > 0) {
    blocks.push({ kind: 'heading', text: say.deadlines });
    const facts = deadlines.slice(0, MOST_DEADLINES).map(({ day, kind, certification, people }) => ({
      label: words.date(day),
      value: say.deadlineLine(certification.short, say.deadline[kind], people),
    }));
    blocks.push({ kind: 'facts', facts });
    if (deadlines.length > MOST_DEADLINES) blocks.push({ kind: 'note', text: say.deadlineCount(deadlines.length) });
  }
  if (named.length > 0) {
    blocks.push({ kind: 'heading', text: say.named });
    for (const { name, holdings } of named.slice(0, MOST_NAMED))
      blocks.push({ kind: 'item', title: [{ bold: name }], detail: holdingsLine(holdings, today, words) });
  }
  if (blocks.length === 0) return undefined;
  blocks.push({ kind: 'note', text: say.nameMe });
  return { title: say.detailsTitle(team.name), blocks };
}

/** A digest as whoever asks sees it before it is posted: both parts, and when that is. */
export function digestPreviewCard(shown: ShownDigest, when: string | undefined, words: Words): Card {
  const say = words.digest;
  const main = digestCard(shown, words);
  const details = digestDetailsCard(shown, words);
  const note = `${say.preview} ${when === undefined ? say.previewNowhere : say.previewWhen(when)}`;
  const more: readonly Block[] = details === undefined ? [] : [{ kind: 'rule' }, ...details.blocks];
  return { ...main, blocks: [{ kind: 'note', text: note }, ...main.blocks, ...more] };
}

function countBlocks({ counts, people }: TeamDigest, words: Words): readonly Block[] {
  const say = words.digest;
  if (people === 0) return [{ kind: 'text', text: say.empty }];
  if (counts === undefined) return [{ kind: 'text', text: say.tooFew(LEAST_FOR_COUNTS) }];
  const good = counts['on-track'] + counts.ahead + counts.met;
  const holders = people - counts.nothing;
  const facts = MEMBER_STATUSES.filter((status) => counts[status] > 0).map((status) => ({
    label: say.status[status],
    value: say.people(counts[status]),
  }));
  const shares = MEMBER_STATUSES.map((status) => ({ tone: TONE[status], count: counts[status] }));
  const picture: readonly Block[] = holders === 0 ? [] : [{ kind: 'shares', label: say.onPace(good, holders), shares }];
  return [...picture, { kind: 'facts', facts }];
}

function nearest({ deadlines }: TeamDigest, words: Words): string {
  const say = words.digest;
  const [first] = deadlines;
  if (first === undefined) return say.noDeadlines;
  const { certification, kind, day, people } = first;
  const line = `${words.date(day)}, ${say.deadlineLine(certification.short, say.deadline[kind], people)}`;
  return deadlines.length === 1 ? line : `${line}${words.digest.andMore(deadlines.length - 1)}`;
}

function debtText({ debt }: TeamDigest, words: Words): string {
  return words.list(debt.map(({ unit, credits }) => words.credits(credits, unit)));
}

/** What somebody holds, each with its headline. */
export function holdingsLine(holdings: readonly MemberStanding[], today: Day, words: Words): string {
  if (holdings.length === 0) return words.digest.status.nothing;
  return holdings
    .map(({ certification, standing }) => {
      const status = statusOf(standing);
      const headline =
        standing.kind === 'credits' && status === 'met' ? words.digest.status.met : headlineOf(standing, words, today);
      return `${certification.short} ${headline}`;
    })
    .join(' · ');
}

function actionsFor(teamId: string, words: Words): readonly Action[] {
  return [
    { label: words.digest.myPace, command: 'pace', args: {}, style: 'primary' },
    { label: words.digest.risk, command: 'risk', args: { text: teamId } },
  ];
}

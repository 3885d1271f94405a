import type { Action, Block, Card, Fact, Tone } from '../../chat/card.ts';
import { addDays, type Day } from '../../domain/calendar.ts';
import type { DigestChange } from '../../domain/digest-change.ts';
import {
  isEnding,
  MEMBER_STATUSES,
  type MemberStanding,
  type MemberStatus,
  MIN_PEOPLE_FOR_COUNTS,
  type TeamDigest,
} from '../../domain/digest-content.ts';
import type { Standing } from '../../domain/standing.ts';
import type { Words } from '../../strings/index.ts';
import { opportunityItem, type ShownOpportunity, type TeamHelp, teamHelpWords } from '../opportunity-item.ts';
import { headlineOf } from '../pace-words.ts';
import { requirementName } from '../requirement-words.ts';

/** The content of a digest card, with the opportunity that helps most members. */
export interface ShownDigest {
  readonly team: { readonly teamId: string; readonly name: string };
  /** The ISO week, `2026-W48`. */
  readonly week: string;
  readonly today: Day;
  readonly digest: TeamDigest;
  /** Absent before the log is a week old. */
  readonly change?: DigestChange | undefined;
  /** The users to mention beside their status, by person; a preview mentions no one. */
  readonly mentions?: ReadonlyMap<string, string>;
  readonly best?: (TeamHelp & { readonly opportunity: ShownOpportunity }) | undefined;
}

const MAX_DEADLINES = 12;
/** At most so many members are named. */
export const MAX_NAMED = 10;
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
  const phrases = words.digest;
  const { week, digest, best, change } = shown;
  const blocks: Block[] = [...countBlocks(digest, words), ...changeBlocks(change, words)];
  const facts: Fact[] = [];
  if (digest.people >= MIN_PEOPLE_FOR_COUNTS)
    facts.push({
      label: phrases.deadlines,
      value: withStep(nearest(digest, words), digest.deadlines.length > 0 ? phrases.steps.deadlines : ''),
    });
  if (digest.debt.length > 0)
    facts.push({ label: phrases.debt, value: withStep(debtText(digest, words), phrases.steps.debt) });
  if (facts.length > 0) blocks.push({ kind: 'facts', facts });
  if (best !== undefined) {
    blocks.push({ kind: 'heading', text: phrases.best });
    blocks.push(opportunityItem(best.opportunity, teamHelpWords(best, words), words));
  }
  return { title: titleOf(shown, Number(week.slice(-2)), words), blocks, actions: actionsFor(words) };
}

/** Deadlines this near stand in the title. */
const NEAR_DAYS = 30;

/** The title with the most important thing, which a phone shows first: the next deadline within 30 days, or how many are on pace. */
function titleOf({ team, digest, today }: ShownDigest, week: number, words: Words): string {
  const phrases = words.digest;
  const title = phrases.title(team.name, week);
  const [next] = digest.deadlines;
  const isNear = next !== undefined && next.day <= addDays(today, NEAR_DAYS);
  if (isNear) return `${title} · ${deadlineText(next, words)}, ${words.date(next.day)}`;
  const { counts, onPace, people } = digest;
  if (people < MIN_PEOPLE_FOR_COUNTS) return title;
  const stated =
    onPace ?? (counts && { good: counts['on-track'] + counts.ahead + counts.met, holders: people - counts.nothing });
  return stated === undefined || stated.holders === 0
    ? title
    : `${title} · ${phrases.onPace(stated.good, stated.holders)}`;
}

/** What changed since last week; nothing if nothing may be said. */
function changeBlocks(change: DigestChange | undefined, words: Words): readonly Block[] {
  if (change === undefined) return [];
  const { before, earned } = change;
  const phrases = words.digest;
  const sum = words.list(earned.map(({ unit, credits }) => words.credits(credits, unit)));
  const parts = [
    ...(before === undefined ? [] : [phrases.onPaceBefore(before.good, before.holders)]),
    ...(earned.length === 0 ? [] : [before === undefined ? phrases.earnedThisWeek(sum) : phrases.earned(sum)]),
  ];
  return parts.length === 0 ? [] : [{ kind: 'text', text: parts.join(' · ') }];
}

/** A line with its next step. */
function withStep(text: string, step: string): string {
  return step === '' ? text : `${text}. ${step}`;
}

/** The details in the thread below it, or undefined if there are none. */
export function digestDetailsCard({ team, digest, today, mentions }: ShownDigest, words: Words): Card | undefined {
  const phrases = words.digest;
  const { deadlines, named } = digest;
  const blocks: Block[] = [];
  if (deadlines.length > 0) {
    blocks.push({ kind: 'heading', text: phrases.deadlines });
    const facts = deadlines.slice(0, MAX_DEADLINES).map((deadline) => ({
      label: words.date(deadline.day),
      value: deadlineText(deadline, words),
    }));
    blocks.push({ kind: 'facts', facts });
    if (deadlines.length > MAX_DEADLINES) blocks.push({ kind: 'note', text: phrases.deadlineCount(deadlines.length) });
  }
  if (named.length > 0) {
    blocks.push({ kind: 'heading', text: phrases.named });
    for (const { personId, name, holdings } of named.slice(0, MAX_NAMED)) {
      const user = mentions?.get(personId);
      const title = [user === undefined ? { bold: name } : { mention: name, user }];
      blocks.push({ kind: 'item', title, detail: holdingsLine(holdings, today, words) });
    }
  }
  if (blocks.length === 0) return undefined;
  blocks.push({ kind: 'note', text: phrases.nameMe });
  return { title: phrases.detailsTitle(team.name), blocks };
}

/** The preview of a digest: both parts as they are posted, in the words of the team, and when it is due. */
export function digestPreviewCard(
  { digest: shown, posted }: { readonly digest: ShownDigest; readonly posted: Words },
  when: string | undefined,
  words: Words,
): Card {
  const phrases = words.digest;
  const main = digestCard(shown, posted);
  const details = digestDetailsCard(shown, posted);
  const note = `${phrases.preview} ${when === undefined ? phrases.previewNowhere : phrases.previewWhen(when)}`;
  const more: readonly Block[] = details === undefined ? [] : [{ kind: 'rule' }, ...details.blocks];
  // In the channel the list would be refused to most who see the button; a preview is shown to a manager alone.
  const risk: Action = { label: phrases.risk, command: 'risk', args: { text: shown.team.teamId } };
  return {
    ...main,
    actions: [...(main.actions ?? []), risk],
    blocks: [...main.blocks, ...more, { kind: 'note', text: note }],
  };
}

function countBlocks({ counts, onPace, people }: TeamDigest, words: Words): readonly Block[] {
  const phrases = words.digest;
  if (people === 0) return [{ kind: 'text', text: phrases.empty }];
  if (people < MIN_PEOPLE_FOR_COUNTS) return [{ kind: 'text', text: phrases.tooFew(MIN_PEOPLE_FOR_COUNTS) }];
  const unsayable: Block = { kind: 'note', text: phrases.unsayable(MIN_PEOPLE_FOR_COUNTS) };
  if (onPace !== undefined) return [onPaceBlock(onPace, words), unsayable];
  if (counts === undefined) return [unsayable];
  const good = counts['on-track'] + counts.ahead + counts.met;
  const holders = people - counts.nothing;
  const facts = MEMBER_STATUSES.filter((status) => counts[status] > 0).map((status) => ({
    label: phrases.status[status],
    value: phrases.people(counts[status]),
  }));
  const shares = MEMBER_STATUSES.map((status) => ({ tone: TONE[status], count: counts[status] }));
  const picture: readonly Block[] =
    holders === 0 ? [] : [{ kind: 'shares', label: phrases.onPace(good, holders), shares }];
  return [...picture, { kind: 'facts', facts }];
}

function onPaceBlock({ good, holders }: NonNullable<TeamDigest['onPace']>, words: Words): Block {
  const shares = [
    { tone: 'good' as const, count: good },
    { tone: 'late' as const, count: holders - good },
  ];
  return { kind: 'shares', label: words.digest.onPace(good, holders), shares };
}

function nearest({ deadlines }: TeamDigest, words: Words): string {
  const phrases = words.digest;
  const [first] = deadlines;
  if (first === undefined) return phrases.noDeadlines;
  const line = `${words.date(first.day)}, ${deadlineText(first, words)}`;
  return deadlines.length === 1 ? line : `${line}${words.digest.andMore(deadlines.length - 1)}`;
}

function deadlineText({ certification, kind, inGrace, people }: TeamDigest['deadlines'][number], words: Words): string {
  const { deadlineLine, deadline } = words.digest;
  return deadlineLine(certification.short, deadline[inGrace ? 'grace' : kind], people);
}

function debtText({ debt }: TeamDigest, words: Words): string {
  return words.list(debt.map(({ unit, credits }) => words.credits(credits, unit)));
}

/** A member's certifications, each with its headline. */
function holdingsLine(holdings: readonly MemberStanding[], today: Day, words: Words): string {
  if (holdings.length === 0) return words.digest.status.nothing;
  return holdings
    .map(({ certification, standing }) => {
      const isAllMet =
        standing.kind === 'credits' &&
        standing.status === 'met' &&
        standing.renewedBy === undefined &&
        !isEnding(standing);
      const headline = isAllMet ? words.digest.status.met : headlineOf(standing, words, today);
      return `${certification.short} ${headline}${missedWords(standing, words)}`;
    })
    .join(' · ');
}

/** The missed requirements that the headline doesn't name. */
function missedWords(standing: Standing, words: Words): string {
  if (standing.kind !== 'credits' || standing.renewedBy !== undefined || isEnding(standing)) return '';
  const open = standing.missed.filter(({ pace, cure }) => cure === undefined && pace !== standing.binding);
  if (open.length === 0) return '';
  const names = open.map(({ pace }) =>
    words.digest.shortOf(
      requirementName(pace.requirement, standing.renewal, words),
      words.credits(pace.remaining, standing.renewal.unit),
    ),
  );
  return ` (${words.digest.missed(names)})`;
}

function actionsFor(words: Words): readonly Action[] {
  return [{ label: words.digest.myPace, command: 'pace', args: {}, style: 'primary', isPersonal: true }];
}

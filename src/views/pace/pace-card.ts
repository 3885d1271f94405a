import type { Action, Block, Card, Fact } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { isEnding } from '../../domain/digest-content.ts';
import { claimed } from '../../domain/holding.ts';
import { dueToday, type Pace } from '../../domain/pace.ts';
import { shownPaces } from '../../domain/shown-paces.ts';
import type { CreditStanding, Standing } from '../../domain/standing.ts';
import type { Words } from '../../strings/index.ts';
import { helpRequestAction } from '../help-request-action.ts';
import { paged } from '../list-pages.ts';
import { paceBar } from '../pace-bar.ts';
import { headlineOf, isOfFewCredits, notCheckedText, type PaceStanding, undatedRenewalTexts } from '../pace-words.ts';
import { capitalised, requirementName } from '../requirement-words.ts';
import { sourceRuns } from '../source-words.ts';
import { openingAction, statedText } from '../stated-words.ts';
import { byUrgency } from '../urgency.ts';
import { cutBlocks } from './cut-blocks.ts';
import { missedItem } from './missed-requirement-item.ts';
import { nextCycleNotes } from './next-cycle-notes.ts';

/** The date of the figures, and the requested date if it is not today. */
interface PaceDates {
  readonly today: Day;
  readonly on?: Day | undefined;
}

/** Certifications on one page, which is about a screen. */
const PAGE = 5;

/** A page of an overview: how many certifications come before it, and the certifications that were asked for. */
interface PacePage extends PaceDates {
  readonly from?: number;
  readonly requested?: string;
}

/** The pace of every certification, page by page; the most urgent one of the page comes first and is the title. */
export function paceCard(
  all: readonly PaceStanding[],
  { today, on, from = 0, requested = '' }: PacePage,
  words: Words,
): Card {
  const [worst, ...others] = [...all].sort(byUrgency).slice(from, from + PAGE);
  if (worst === undefined) return { title: words.pace.title(on), blocks: [] };
  const sections = others.flatMap((other) => [{ kind: 'rule' } as const, ...sectionOf(other, words, today)]);
  const list = { command: 'pace', requested, from, shown: others.length + 1, count: all.length, size: PAGE };
  const pages = paged(list, { before: words.home.before, after: words.home.after }, words);
  const where: readonly Block[] = all.length > PAGE ? [{ kind: 'rule' }, { kind: 'note', text: pages.where }] : [];
  const turns = pages.actions.map((turn) => ({ ...turn, args: { ...turn.args, ...(on === undefined ? {} : { on }) } }));
  const actions = [
    ...turns,
    { label: words.log.another, command: 'log', args: {}, opensForm: true, style: 'primary' } as const,
    { label: words.certs.title, command: 'certs', args: {} },
  ];
  const blocks = [...dateBlocks(words, on), ...bodyOf(worst, words, false), ...sections, ...where];
  return { title: answerOf(worst, words, today), blocks, actions: on === undefined ? actions : turns };
}

/** One certification in full: every requirement, the cuts and the sources of the rules. */
export function paceDetailCard(shown: PaceStanding, { today, on }: PaceDates, words: Words): Card {
  const log = {
    label: words.add.log,
    command: 'log',
    args: { text: `for ${shown.certification.short}` },
    opensForm: true,
  };
  const all = { label: words.pace.all, command: 'pace', args: {} };
  const actions = [
    { ...log, style: 'primary' } as const,
    ...openingActions(shown, { today, on }, words),
    ...helpActions(shown, on, words),
    all,
  ];
  const name: Block = { kind: 'text', text: shown.certification.name };
  const blocks = [...dateBlocks(words, on), name, ...bodyOf(shown, words, true)];
  return { title: answerOf(shown, words, today), blocks, actions };
}

/** What was earned before recert can be stated for a cycle that has begun, if credits are still of use in it. */
function openingActions(
  { certification, standing }: PaceStanding,
  { today, on }: PaceDates,
  words: Words,
): readonly Action[] {
  if (on !== undefined || standing.kind !== 'credits' || isEnding(standing)) return [];
  if (standing.renewedBy !== undefined || today < standing.cycle.start) return [];
  return [openingAction(certification.code, words)];
}

/** Someone who is behind can ask for help. */
function helpActions({ certification, standing }: PaceStanding, on: Day | undefined, words: Words): readonly Action[] {
  const isBehind = standing.kind === 'credits' && ['behind', 'missed'].includes(standing.status);
  if (on !== undefined || !isBehind || standing.renewedBy !== undefined || isEnding(standing)) return [];
  return [helpRequestAction(certification.code, words)];
}

/** The title appears in the phone's notification, so it states the standing. */
function answerOf({ certification, standing }: PaceStanding, words: Words, today: Day): string {
  return `${certification.short}: ${headlineOf(standing, words, today)}${totalAlone(standing, words)}`;
}

function dateBlocks(words: Words, on: Day | undefined): readonly Block[] {
  return on === undefined ? [] : [{ kind: 'text', text: words.pace.title(on) }];
}

function sectionOf(shown: PaceStanding, words: Words, today: Day): readonly Block[] {
  const { certification, standing } = shown;
  return [
    { kind: 'heading', text: certification.short },
    { kind: 'text', text: [{ bold: headlineOf(standing, words, today) }, totalAlone(standing, words)] },
    ...bodyOf(shown, words, false),
  ];
}

function bodyOf({ certification, standing }: PaceStanding, words: Words, detailed: boolean): readonly Block[] {
  if (isEnding(standing)) return [];
  const undated = undatedRenewalTexts(standing, words).map((text) => ({ kind: 'note', text }) as const);
  switch (standing.kind) {
    case 'never-expires':
      return [];
    case 'exam':
      return [{ kind: 'note', text: words.catalogueText(standing.renewal.how) }, ...undated];
    case 'credits':
      return [...undated, ...creditBlocks({ certification, standing }, words, detailed)];
  }
}

interface CreditPaceStanding extends PaceStanding {
  readonly standing: CreditStanding;
}

function creditBlocks(
  { certification, standing }: CreditPaceStanding,
  words: Words,
  detailed: boolean,
): readonly Block[] {
  const { binding, renewal, renewedBy } = standing;
  if (renewedBy !== undefined) return [{ kind: 'note', text: words.relation.nothingDue }];
  const shown = shownPaces(standing);
  const main = binding ?? shown[0];
  const blocks: Block[] = standing.missed.map((one) => missedItem(one, { certification, standing }, words));
  if (main === undefined) return [...blocks, ...nextCycleNotes(standing, words), ...otherNotes(standing, words)];
  const name = capitalised(requirementName(main.requirement, renewal, words));
  blocks.push(paceBar(main, `${name}: ${progressOf(main, standing, words)}`));
  blocks.push({ kind: 'facts', facts: factsOf(main, standing, words) });
  blocks.push(...statedBlocks(main, standing, words));
  const others = shown.filter((pace) => pace !== main && (detailed || concernsNow(pace)));
  for (const pace of others) blocks.push({ kind: 'note', text: lineOf(pace, { standing, detailed }, words) });
  if (detailed) blocks.push(...cutBlocks(standing, words), sourceNote(main, certification, words));
  return detailed ? [...blocks, ...otherNotes(standing, words)] : blocks;
}

/** What of the total is of no record: stated, not itemised, or carried over. */
function statedBlocks({ requirement }: Pace, standing: CreditStanding, words: Words): readonly Block[] {
  const { terms, renewal } = standing;
  const text = statedText(standing, words);
  const total = capitalised(words.pace.requirement(undefined, undefined, 'hard'));
  const stated = text === '' || requirement.id === 'total' ? text : `${total}: ${text}`;
  const carried = claimed({ parts: terms.holding.carryOver ?? [] });
  const lines = [
    stated,
    carried === 0 ? '' : `${words.why.carriedLabel}: ${words.why.carried(words.credits(carried, renewal.unit))}`,
  ];
  return lines.filter((line) => line !== '').map((line) => ({ kind: 'note', text: line }));
}

/** The overview leaves out years that have not begun or no longer matter. */
function concernsNow({ requirement, status, hasBegun, elapsed, days }: Pace): boolean {
  if (requirement.year === undefined) return true;
  const isOver = elapsed === days;
  return hasBegun && !(isOver && (status === 'met' || requirement.severity === 'suggested'));
}

/** The pace of the total if another requirement is the binding one; empty otherwise. */
function totalAlone(standing: Standing, words: Words): string {
  if (standing.kind !== 'credits' || isEnding(standing)) return '';
  const { paces, binding } = standing;
  const total = paces.find((pace) => pace.requirement.id === 'total');
  if (total === undefined || binding === undefined || total === binding || binding.status === 'met') return '';
  return words.pace.totalAlone(total.status, total.delta);
}

function factsOf(pace: Pace, { renewal }: CreditStanding, words: Words): readonly Fact[] {
  const { unit } = renewal;
  const { window, lastDay } = pace.requirement;
  const isOver = pace.elapsed === pace.days;
  const left = words.pace.daysLeft(isOver ? lastDay : window.end, pace.daysLeft);
  const remaining = pace.remaining === 0 ? words.pace.nothing : words.credits(pace.remaining, unit);
  const due = dueToday(pace);
  const even = { label: words.pace.evenPace, value: words.credits(due, unit) };
  const days = { label: words.pace.inDays, value: words.pace.headline(pace.status, pace.delta) };
  const facts: Fact[] = [
    ...(isOfFewCredits(pace) ? [days] : []),
    ...(pace.remaining === 0 || due === 0 || isOver ? [] : [even]),
    { label: words.pace.remaining, value: remaining },
    {
      label: isOver && lastDay > window.end ? words.pace.graceEnd : words.pace.deadline,
      value: pace.hasBegun ? left : words.pace.daysOf(window.end, pace.days),
    },
  ];
  if (!isOver && lastDay > window.end && pace.remaining > 0)
    facts.push({ label: words.rules.grace, value: words.pace.earnUntil(lastDay) });
  if (pace.remaining > 0 && pace.weeklyRate !== undefined) {
    facts.push({ label: words.pace.needed, value: words.pace.perWeek(pace.weeklyRate, unit) });
  }
  if (pace.forecast.kind === 'on') {
    facts.push({
      label: words.pace.forecast,
      value: words.pace.forecastOn(pace.forecast.day, pace.forecast.day > lastDay),
    });
  } else if (pace.forecast.kind === 'nothing-earned' && pace.hasBegun) {
    facts.push({ label: words.pace.forecast, value: words.pace.forecastNothing });
  }
  return facts;
}

function lineOf(
  pace: Pace,
  { standing, detailed }: { readonly standing: CreditStanding; readonly detailed: boolean },
  words: Words,
): string {
  const { requirement, status, delta } = pace;
  const name = capitalised(requirementName(requirement, standing.renewal, words));
  const window = detailed ? ` (${words.pace.window(requirement.window.start, requirement.window.end)})` : '';
  const progress = progressOf(pace, standing, words);
  if (requirement.severity === 'suggested') return words.pace.advice(`${name}${window}`, progress);
  return words.pace.line(`${name}${window}`, progress, words.pace.headline(status, delta));
}

function progressOf(pace: Pace, { renewal }: CreditStanding, words: Words): string {
  return words.pace.progress(pace.counted, pace.requirement.required, renewal.unit);
}

function sourceNote({ requirement }: Pace, certification: Certification, words: Words): Block {
  return { kind: 'note', text: sourceRuns(requirement, certification, words) };
}

/** Required actions other than credits, and rules that are not checked. */
function otherNotes({ acts, notChecked, renewal }: CreditStanding, words: Words): readonly Block[] {
  const facts = acts.map(({ act, year, doneOn }) => ({
    label: words.rules.alsoNeeded,
    value: words.pace.act(words.catalogueText(act.name), year, doneOn),
  }));
  const notes = notChecked.map((one) => ({ kind: 'note', text: notCheckedText(one, renewal, words) }) as const);
  return [...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]), ...notes];
}

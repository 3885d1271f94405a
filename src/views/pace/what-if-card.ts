import type { Action, Block, Card } from '../../chat/card.ts';
import type { DateRange, Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { sum } from '../../domain/credit.ts';
import type { Part } from '../../domain/holding.ts';
import { TOTAL } from '../../domain/renewal-terms.ts';
import { versionsOf } from '../../domain/sourced-value.ts';
import type { Standing } from '../../domain/standing.ts';
import type { ComparedStanding, Paused } from '../../domain/what-if.ts';
import type { Words } from '../../strings/index.ts';
import { announcedFact } from '../change-words.ts';
import { headlineOf } from '../pace-words.ts';
import { capitalised, categoryName, requirementName } from '../requirement-words.ts';

interface ActivityOutcome {
  readonly kind: 'activity';
  readonly certification: Certification;
  readonly parts: readonly Part[];
  /** The category isn't decided, so the credits count in the total only. */
  readonly isUndecided: boolean;
  readonly compared: ComparedStanding;
}

interface PauseOutcome {
  readonly kind: 'pause';
  readonly certification: Certification;
  readonly paused: Paused;
  readonly span: DateRange;
}

interface DroppedOutcome {
  readonly kind: 'dropped';
  readonly certification: Certification;
  readonly standing: Standing;
  /** Certifications that are valid only with it. */
  readonly dependent: readonly Certification[];
}

interface RelatedOutcome {
  readonly kind: 'related';
  readonly certification: Certification;
  readonly on: Day;
  readonly before: string;
  readonly after: string;
}

/** The effect of a what-if question on one certification. */
export type WhatIfOutcome =
  | ActivityOutcome
  | PauseOutcome
  | { readonly kind: 'certification'; readonly certification: Certification; readonly cycle: DateRange | undefined }
  /** It can't be added, because it is held, or dropped, because it is not. */
  | { readonly kind: 'duplicate' | 'missing'; readonly certification: Certification }
  | DroppedOutcome
  /** A certification that stands otherwise because another is added or dropped. */
  | RelatedOutcome
  /** What its body has announced by the end of the year. */
  | { readonly kind: 'announced'; readonly certification: Certification; readonly year: number }
  | { readonly kind: 'no-change'; readonly year: number }
  | { readonly kind: 'unread'; readonly text: string };

/** Compares each certification before and after; nothing is saved. `keep` is the text that the button saves as a plan. */
export function whatIfCard(outcomes: readonly WhatIfOutcome[], keep: string | undefined, words: Words): Card {
  const blocks: Block[] = outcomes.flatMap((outcome) => blocksOf(outcome, words));
  const actions: Action[] = [];
  if (keep !== undefined)
    actions.push({ label: words.whatif.keep, command: 'plan', args: { text: keep }, style: 'primary' });
  actions.push({ label: words.log.pace, command: 'pace', args: {} });
  return {
    title: titleOf(outcomes, words),
    blocks: [...blocks, { kind: 'note', text: words.whatif.nothingWritten }],
    actions,
  };
}

/** The question, and what would be the case for the first certification that it is about. */
function titleOf(outcomes: readonly WhatIfOutcome[], words: Words): string {
  const { title } = words.whatif;
  for (const outcome of outcomes) {
    if (outcome.kind === 'activity') {
      const { certification, compared } = outcome;
      return `${title}: ${certification.short} ${headlineOf(compared.after, words, compared.on)}`;
    }
    if (outcome.kind === 'pause') {
      const { certification, paused } = outcome;
      return `${title}: ${certification.short} ${headlineOf(paused.standing, words, paused.standing.terms.on)}`;
    }
  }
  return title;
}

function blocksOf(outcome: WhatIfOutcome, words: Words): readonly Block[] {
  switch (outcome.kind) {
    case 'unread':
      return [{ kind: 'text', text: words.whatif.unread(outcome.text) }];
    case 'activity':
      return comparedBlocks(outcome, words);
    case 'pause':
      return pausedBlocks(outcome, words);
    case 'certification':
      return addedBlocks(outcome.certification, outcome.cycle, words);
    case 'duplicate':
      return [{ kind: 'text', text: words.add.twice(outcome.certification.short) }];
    case 'missing':
      return [{ kind: 'text', text: words.whatif.notYours(outcome.certification.short) }];
    case 'dropped':
      return droppedBlocks(outcome, words);
    case 'related':
      return relatedBlocks(outcome, words);
    case 'announced':
      return announcedBlocks(outcome.certification, outcome.year, words);
    case 'no-change':
      return [{ kind: 'text', text: words.whatif.noChange(outcome.year) }];
  }
}

function droppedBlocks({ certification, standing, dependent }: DroppedOutcome, words: Words): readonly Block[] {
  const { short, name } = certification;
  const phrases = words.whatif;
  const facts = dependent.map((other) => ({ label: other.short, value: words.rules.needs(short) }));
  if (standing.kind === 'credits') {
    const total = standing.paces.find(({ requirement }) => requirement.code === TOTAL);
    const missing = words.credits(total?.remaining ?? 0, standing.renewal.unit);
    if (total !== undefined)
      facts.unshift({ label: phrases.notRequired, value: phrases.until(missing, standing.cycle.end) });
  }
  if (standing.kind === 'exam')
    facts.unshift({ label: phrases.notRequired, value: words.catalogueText(standing.renewal.how) });
  return [
    { kind: 'heading', text: `− ${short} · ${name}` },
    ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
  ];
}

function relatedBlocks({ certification, on, before, after }: RelatedOutcome, words: Words): readonly Block[] {
  const facts = [
    { label: words.whatif.before(on), value: before },
    { label: words.whatif.after(on), value: after },
  ];
  return [
    { kind: 'heading', text: certification.short },
    { kind: 'facts', facts },
  ];
}

/** The announced change with its certainty; one without figures can't be tried. */
function announcedBlocks(certification: Certification, year: number, words: Words): readonly Block[] {
  const change = certification.nextChange?.value;
  const hasAmounts = change !== undefined && change !== 'none' && change.amounts !== undefined;
  const announced = announcedFact(certification, words);
  return [
    { kind: 'heading', text: words.whatif.rulesOf(certification.short, year) },
    ...(announced === undefined ? [] : [{ kind: 'facts', facts: [announced] } as const]),
    ...(hasAmounts ? [] : [{ kind: 'text', text: words.whatif.noFigures } as const]),
  ];
}

/** A certification on the date of an activity, without and with it. */
function comparedBlocks(
  { certification, parts, isUndecided, compared: { on, before, after } }: Omit<ActivityOutcome, 'kind'>,
  words: Words,
): readonly Block[] {
  const { unit } = after.renewal;
  const amount = words.credits(sum(parts.map(({ credits }) => credits)), unit);
  const facts = [
    { label: words.whatif.before(on), value: headlineOf(before, words, on) },
    { label: words.whatif.after(on), value: headlineOf(after, words, on) },
  ];
  for (const pace of after.paces) {
    const earlier = before.paces.find(({ requirement }) => requirement.id === pace.requirement.id);
    const isSameRule = earlier?.requirement.required === pace.requirement.required;
    if (earlier === undefined || (isSameRule && earlier.counted === pace.counted)) continue;
    const name = capitalised(requirementName(pace.requirement, after.renewal, words));
    const gained = pace.delta - earlier.delta;
    const from = words.amount(earlier.counted);
    const old = isSameRule ? from : words.whatif.ofRequired(from, words.amount(earlier.requirement.required));
    const required = words.credits(pace.requirement.required, unit);
    facts.push({ label: name, value: words.whatif.moved(old, words.amount(pace.counted), required, gained) });
  }
  const [category] = parts.flatMap((part) => categoryName(part.category, after.renewal, words) ?? []);
  const place = isUndecided ? words.claim.undecided : category;
  const heading = `${certification.short}: +${amount}${place === undefined ? '' : ` (${place})`}`;
  return [
    { kind: 'heading', text: parts.length === 0 ? certification.short : heading },
    { kind: 'facts', facts },
    ...(isUndecided ? [{ kind: 'note', text: words.claim.undecidedNote } as const] : []),
  ];
}

function pausedBlocks({ certification, paused, span }: PauseOutcome, words: Words): readonly Block[] {
  const { standing, binding, rate, rateAround } = paused;
  const phrases = words.whatif;
  const { unit } = standing.renewal;
  const on = standing.terms.on;
  const facts = [{ label: phrases.afterPause(on), value: headlineOf(standing, words, on) }];
  if (binding !== undefined && rate !== undefined && rate > 0)
    facts.push({
      label: phrases.needed,
      value:
        rateAround === undefined
          ? phrases.notPossible(words.credits(rate, unit))
          : phrases.rates(words.credits(rate, unit), words.credits(rateAround, unit)),
    });
  return [
    { kind: 'heading', text: `${certification.short}: ${phrases.pause(span.start, span.end)}` },
    { kind: 'facts', facts },
  ];
}

function addedBlocks(
  { short, name, renewal, sharing, body }: Certification,
  cycle: DateRange | undefined,
  words: Words,
): readonly Block[] {
  const phrases = words.whatif;
  const facts: { label: string; value: string }[] = [];
  if (renewal.kind === 'credits') {
    const total = versionsOf(renewal.requirements.find(({ code }) => code === TOTAL)?.amount).at(-1)?.value;
    if (typeof total === 'number') facts.push({ label: phrases.asksFor, value: words.credits(total, renewal.unit) });
    if (typeof total === 'number' && cycle !== undefined)
      facts.push({ label: words.add.cycle, value: words.span(cycle.start, cycle.end) });
    if (sharing.full) facts.push({ label: words.rules.sharing, value: words.rules.sharedInFull(body) });
  } else
    facts.push({
      label: words.rules.renewal,
      value: renewal.kind === 'never-expires' ? words.pace.neverExpires : words.catalogueText(renewal.how),
    });
  return [
    { kind: 'heading', text: `+ ${short} · ${name}` },
    { kind: 'facts', facts },
  ];
}

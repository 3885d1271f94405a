import type { Action, Block, Card } from '../../chat/card.ts';
import type { DateRange } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { sum } from '../../domain/credit.ts';
import type { Part } from '../../domain/holding.ts';
import { TOTAL } from '../../domain/renewal-terms.ts';
import { versionsOf } from '../../domain/sourced-value.ts';
import type { ComparedStanding, Paused } from '../../domain/what-if.ts';
import type { Words } from '../../strings/index.ts';
import { headlineOf } from '../pace-words.ts';
import { capitalised, requirementName } from '../requirement-words.ts';

interface ActivityOutcome {
  readonly kind: 'activity';
  readonly certification: Certification;
  readonly parts: readonly Part[];
  readonly compared: ComparedStanding;
}

interface PauseOutcome {
  readonly kind: 'pause';
  readonly certification: Certification;
  readonly paused: Paused;
  readonly span: DateRange;
}

/** The effect of one what-if question on one certification. */
export type WhatIfOutcome =
  | ActivityOutcome
  | PauseOutcome
  | { readonly kind: 'certification'; readonly certification: Certification; readonly cycle: DateRange | undefined }
  | { readonly kind: 'unread'; readonly text: string };

/** Compares each certification before and after; nothing is saved. `keep` is the text that the button saves as a plan. */
export function whatIfCard(outcomes: readonly WhatIfOutcome[], keep: string | undefined, words: Words): Card {
  const blocks: Block[] = outcomes.flatMap((outcome) => blocksOf(outcome, words));
  const actions: Action[] = [];
  if (keep !== undefined)
    actions.push({ label: words.whatif.keep, command: 'plan', args: { text: keep }, style: 'primary' });
  actions.push({ label: words.log.pace, command: 'pace', args: {} });
  return {
    title: words.whatif.title,
    blocks: [...blocks, { kind: 'note', text: words.whatif.nothingWritten }],
    actions,
  };
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
  }
}

/** A certification on the date of an activity, without and with it. */
function comparedBlocks(
  { certification, parts, compared: { on, before, after } }: Omit<ActivityOutcome, 'kind'>,
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
    if (earlier === undefined || earlier.counted === pace.counted) continue;
    const name = capitalised(requirementName(pace.requirement, after.renewal, words));
    const gained = pace.delta - earlier.delta;
    facts.push({
      label: name,
      value: words.whatif.moved(
        words.amount(earlier.counted),
        words.amount(pace.counted),
        words.credits(pace.requirement.required, unit),
        gained,
      ),
    });
  }
  return [
    { kind: 'heading', text: `${certification.short}: +${amount}` },
    { kind: 'facts', facts },
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
      value: renewal.kind === 'never-expires' ? words.pace.neverExpires : renewal.how,
    });
  return [
    { kind: 'heading', text: `+ ${short} · ${name}` },
    { kind: 'facts', facts },
  ];
}

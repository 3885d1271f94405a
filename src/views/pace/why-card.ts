import type { Action, Block, Card } from '../../chat/card.ts';
import type { Run } from '../../chat/text.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { type Explanation, explain, type ReasonedCut } from '../../domain/explain.ts';
import type { Entry } from '../../domain/holding.ts';
import type { Pace } from '../../domain/pace.ts';
import { shownPaces } from '../../domain/shown-paces.ts';
import type { CreditStanding } from '../../domain/standing.ts';
import type { Words } from '../../strings/index.ts';
import { headlineOf, notCheckedText } from '../pace-words.ts';
import { capitalised, requirementName } from '../requirement-words.ts';
import { sourceRuns } from '../source-words.ts';

/** The standing to explain, its records and its date. */
export interface Explained {
  readonly certification: Certification;
  readonly standing: CreditStanding;
  readonly entries: readonly Entry[];
  readonly today: Day;
}

/** The arithmetic in steps a person can follow: of the binding requirement in full, of the others in a line. */
export function whyCard(explained: Explained, words: Words): Card {
  const { certification, standing, today } = explained;
  const [, ...steps] = calculationBlocks(explained, words);
  return {
    title: `${certification.short}: ${headlineOf(standing, words, today)}`,
    blocks: [{ kind: 'heading', text: words.why.title }, ...steps],
    actions: whyActions(certification, words),
  };
}

/** The way from the explanation to the rules and the pace. */
export function whyActions({ code }: Certification, words: Words): readonly Action[] {
  return [
    { label: words.why.rules, command: 'rules', args: { code } },
    { label: words.log.pace, command: 'pace', args: { text: code } },
  ];
}

/** The headline and the arithmetic behind it. */
export function calculationBlocks(explained: Explained, words: Words): readonly Block[] {
  const { standing, today } = explained;
  const { binding, notChecked, renewal } = standing;
  const paces = shownPaces(standing);
  const main = binding ?? paces[0];
  const others = paces.filter((pace) => pace !== main);
  const blocks: Block[] = [{ kind: 'text', text: [{ bold: headlineOf(standing, words, today) }] }];
  if (main !== undefined) blocks.push(...stepsOf(main, explained, words));
  if (others.length > 0) {
    blocks.push({ kind: 'heading', text: words.why.others });
    for (const pace of others) blocks.push({ kind: 'note', text: otherLine(pace, explained, words) });
  }
  for (const one of notChecked) blocks.push({ kind: 'note', text: notCheckedText(one, renewal, words) });
  return blocks;
}

function stepsOf(pace: Pace, explained: Explained, words: Words): readonly Block[] {
  const { certification, standing, entries } = explained;
  const { requirement } = pace;
  const { unit } = standing.renewal;
  const phrases = words.why;
  const { claimed, records, carriedOver, carriedFromYear, stated, covered, cuts, counted, expected } = explain(
    standing,
    entries,
    pace,
  );
  const amount = (credits: number) => words.credits(credits, unit);
  const source: readonly Run[] = [
    phrases.required(amount(requirement.required)),
    ' (',
    ...sourceRuns(requirement, certification, words),
    ').',
  ];
  const facts: { label: string; value: string | readonly Run[] }[] = [
    { label: capitalised(requirementName(requirement, standing.renewal, words)), value: source },
    { label: phrases.claimedLabel, value: phrases.claimed(amount(claimed), records) },
    ...(carriedOver > 0 ? [{ label: phrases.carriedLabel, value: phrases.carried(amount(carriedOver)) }] : []),
    ...(stated + covered > 0
      ? [{ label: words.opening.label, value: statedWords({ stated, covered }, explained, words) }]
      : []),
    ...(carriedFromYear > 0
      ? [{ label: phrases.carriedLabel, value: phrases.carriedFromYear(amount(carriedFromYear)) }]
      : []),
    ...cuts.map((cut) => ({ label: phrases.cutLabel, value: cutRuns(cut, explained, words) })),
    { label: phrases.countedLabel, value: phrases.counted(amount(counted), amount(requirement.required)) },
    {
      label: phrases.timeLabel,
      value: phrases.time(pace.elapsed, pace.days, requirement.window.start, requirement.window.end),
    },
    { label: phrases.evenLabel, value: phrases.even(amount(expected), amount(counted), pace.reached) },
    { label: phrases.deltaLabel, value: phrases.delta(pace.reached, pace.elapsed, pace.delta) },
  ];
  if (pace.remaining > 0 && pace.weeklyRate !== undefined)
    facts.push({
      label: phrases.restLabel,
      value: phrases.rest(amount(pace.remaining), pace.daysLeft, amount(pace.weeklyRate)),
    });
  return [{ kind: 'facts', facts }];
}

/** What is stated, not itemised, and how much of what was stated gave way to records. */
function statedWords({ stated, covered }: StatedAmounts, { standing }: Explained, words: Words): string {
  const text = words.opening.stated(words.credits(stated, standing.renewal.unit));
  return covered === 0 ? text : `${text}; ${words.opening.covered(covered, stated + covered)}`;
}

type StatedAmounts = Pick<Explanation, 'stated' | 'covered'>;

function cutRuns(
  { reason, credits, records }: ReasonedCut,
  { certification, standing }: Explained,
  words: Words,
): readonly Run[] {
  const amount = words.credits(credits, standing.renewal.unit);
  switch (reason.kind) {
    case 'outside':
      return [words.why.cutOutside(amount, records)];
    case 'once-only':
      return [words.why.cutOnce(amount, records)];
    case 'cap': {
      const { cap, limit, source } = reason;
      const stated = words.why.cutCap(
        amount,
        records,
        words.catalogueText(cap.name),
        words.credits(limit, standing.renewal.unit),
        cap.per,
      );
      return [stated, ' (', ...sourceRuns(source, certification, words), ')'];
    }
  }
}

function otherLine(pace: Pace, { standing }: Explained, words: Words): string {
  const { requirement, counted, status, delta } = pace;
  const name = capitalised(requirementName(requirement, standing.renewal, words));
  const progress = words.pace.progress(counted, requirement.required, standing.renewal.unit);
  if (requirement.severity === 'suggested') return words.pace.advice(name, progress);
  return words.pace.line(name, progress, words.pace.headline(status, delta));
}

import type { EvaluationInput, Figures, RequirementFigures } from '../../src/domain/evaluate.ts';
import { plusDays } from './oracle-calendar.ts';
import { type Count, countOf, figureLots } from './oracle-count.ts';
import { creditsOf, type Lot } from './oracle-lots.ts';
import { paceOf } from './oracle-pace.ts';
import { type Place, requirementsOf } from './oracle-requirements.ts';
import { renewalOf, valueOn } from './oracle-rules.ts';
import { standingOf } from './oracle-status.ts';

/** The figures of a holding on one day, made from the written rules alone and as plainly as possible. */
export function oracle(question: EvaluationInput): Figures {
  const count = countOf(question);
  const all = requirementsOf(question).map((place) => figuresOf(question, count, place));
  const { status, binding } = standingOf(question, all);
  return {
    status,
    requirements: all.map((one) => ({ ...one, binding: one === binding })),
    cuts: count.cuts,
    unchecked: renewalOf(question).unchecked.map(({ rule }) => rule),
  };
}

function figuresOf(question: EvaluationInput, count: Count, place: Place): RequirementFigures {
  const { id, rule, window, lastDay, required } = place;
  const { on, tolerance } = question;
  const lots = figureLots(count, place);
  const counted = sumOf(lots) + carriedIntoYear(question, count, place);
  const recent = sumOf(lots.filter(({ source, end }) => source === 'activity' && end >= plusDays(on, -89)));
  const { code, severity, category, mark } = rule;
  return {
    ...{ id, code, severity, category: category ?? null, mark: mark ?? null },
    ...{ window, lastDay, required, counted, binding: false },
    ...paceOf({ window, lastDay, required, counted, recent, on, tolerance }),
  };
}

/** What the year before leaves to a yearly requirement: the surplus over its own, at most the cap and the category's maximum. */
function carriedIntoYear(question: EvaluationInput, count: Count, place: Place): number {
  const { rule, window, year = 1 } = place;
  const { carryOver } = renewalOf(question);
  if (carryOver?.per !== 'year' || rule.per !== 'year' || year < 2 || question.on < window.start) return 0;
  const cap = valueOn(carryOver.cap, plusDays(window.start, -1));
  const share = carryOver.from?.find(({ category }) => category === rule.category);
  if (cap === undefined || (carryOver.from && rule.category !== undefined && share === undefined)) return 0;
  const before = requirementsOf(question).find((one) => one.rule.code === rule.code && one.year === year - 1);
  const lots = figureLots(count, { ...place, year: year - 1 }).filter(({ source }) => source !== 'carry-over');
  return Math.min(cap, share?.max ?? cap, Math.max(0, sumOf(lots) - (before?.required ?? 0)));
}

function sumOf(lots: readonly Lot[]): number {
  return lots.reduce((sum, lot) => sum + creditsOf(lot), 0);
}

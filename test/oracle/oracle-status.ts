import type { EvaluationInput, RequirementFigures } from '../../src/domain/evaluate.ts';
import type { HoldingStatus } from '../../src/domain/standing.ts';
import { hasUnknown } from './oracle-requirements.ts';
import { renewalOf } from './oracle-rules.ts';

/** The status of a holding, and the requirement that binds. */
export interface Standing {
  readonly status: HoldingStatus;
  readonly binding: RequirementFigures | undefined;
}

/** What requirements are compared by, in turn; the smaller comes first. */
type Keys = (one: RequirementFigures) => readonly (number | string)[];

/** The status of the holding out of all its requirements, in the order of the list of figures. */
export function standingOf(input: EvaluationInput, all: readonly RequirementFigures[]): Standing {
  if (input.renewedBy !== undefined && input.renewedBy.on <= input.on) return { status: 'met', binding: undefined };
  const hard = all.filter((one) => one.severity === 'hard' && belongs(input, one) && !isCured(input, one));
  const binding = bindingOf(input, hard);
  const status = statusOf(input, hard, binding);
  if (status === 'met' && hasUnknown(input)) return { status: 'unknown', binding: undefined };
  return { status, binding };
}

function statusOf(
  input: EvaluationInput,
  hard: readonly RequirementFigures[],
  binding: RequirementFigures | undefined,
): HoldingStatus {
  if (hard.some(({ status }) => status === 'missed')) return 'missed';
  if (binding !== undefined) return binding.status;
  return hard.some(({ window }) => window.start > input.on) ? 'not-started' : 'met';
}

/** A period of its own belongs to the cycle while it overlaps it, and after that until it is met. */
function belongs({ cycle }: EvaluationInput, { id, window, counted, required }: RequirementFigures): boolean {
  if (!id.startsWith('period:')) return true;
  return window.start <= cycle.end && (window.end >= cycle.start || counted < required);
}

function isCured({ cured, on }: EvaluationInput, { id }: RequirementFigures): boolean {
  const cure = cured?.[id];
  return cure !== undefined && cure.on <= on;
}

function bindingOf(input: EvaluationInput, hard: readonly RequirementFigures[]): RequirementFigures | undefined {
  const { on } = input;
  const order = catalogueOrder(input);
  const open = hard.filter((one) => one.window.start <= on && on <= one.lastDay && one.counted < one.required);
  if (open.length > 0) {
    const worst = ['behind', 'on-track', 'ahead'];
    return first(open, (one) => [worst.indexOf(one.status), one.lastDay, one.delta, -one.remaining, order(one)]);
  }
  const missed = hard.filter(({ status }) => status === 'missed');
  if (missed.length > 0) {
    const latest = missed.reduce((day, { lastDay }) => (lastDay > day ? lastDay : day), missed[0]?.lastDay ?? on);
    return first(
      missed.filter(({ lastDay }) => lastDay === latest),
      (one) => [-one.remaining, order(one)],
    );
  }
  const met = hard.filter(({ status, window }) => status === 'met' && window.start <= on);
  return first(met, (one) => [on <= one.window.end ? 0 : 1, one.delta, one.window.end, order(one)]);
}

/** The place of a rule in the catalogue entry, the total first. */
function catalogueOrder(input: EvaluationInput): (one: RequirementFigures) => number {
  const codes = renewalOf(input).requirements.map(({ code }) => code);
  return ({ id, code }) => (id === 'total' ? -1 : codes.indexOf(code));
}

/** The first by all keys in turn; among equals the first of the list. */
function first(list: readonly RequirementFigures[], keys: Keys): RequirementFigures | undefined {
  let best = list[0];
  for (const one of list.slice(1)) {
    if (best !== undefined && comesBefore(keys(one), keys(best))) best = one;
  }
  return best;
}

function comesBefore(keys: readonly (number | string)[], others: readonly (number | string)[]): boolean {
  for (const [place, key] of keys.entries()) {
    const other = others[place];
    if (other !== undefined && key < other) return true;
    if (key !== other) return false;
  }
  return false;
}

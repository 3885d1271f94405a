import type { Day } from './calendar.ts';
import type { CreditRenewal, RequiredAction } from './credit-rules.ts';
import { yearsOf } from './cycle.ts';
import type { HoldingCycle } from './holding.ts';
import { conditionHolds, type Terms } from './renewal-terms.ts';

/** Something to do beside credits, once in a cycle or once in each of its years, and when it was done. */
export interface DueAction {
  readonly act: RequiredAction;
  /** The action's code, with the year's number for yearly actions; the date it was done is stored under this key. */
  readonly key: string;
  /** From 1. */
  readonly year?: number;
  /** The first day of the cycle or year it belongs to. */
  readonly from: Day;
  readonly doneOn?: Day | undefined;
}

/** Returns all required actions of a cycle, whatever their conditions. */
export function actionsOf(
  { acts, cycle: rule }: CreditRenewal,
  { cycle, actsDone = {} }: HoldingCycle,
): readonly DueAction[] {
  return acts.flatMap((act): readonly DueAction[] => {
    if (act.per === 'cycle') return [{ act, key: act.code, from: cycle.start, doneOn: actsDone[act.code] }];
    return yearsOf(cycle, rule.anchor?.value).map(({ start }, index) => {
      const key = `${act.code}.${index + 1}`;
      return { act, key, year: index + 1, from: start, doneOn: actsDone[key] };
    });
  });
}

/** Returns the actions due by now whose conditions apply. */
export function dueActions(terms: Terms): readonly DueAction[] {
  const { renewal, holding, on } = terms;
  return actionsOf(renewal, holding).filter(({ act, from }) => from <= on && conditionHolds(act.when, terms));
}

import type { Action, Block } from '../../chat/card.ts';
import type { CreditStanding, MissedRequirement } from '../../domain/standing.ts';
import type { Words } from '../../strings/index.ts';
import type { PaceStanding } from '../pace-words.ts';
import { requirementName } from '../requirement-words.ts';

/** A missed requirement: the shortfall, and what can be done or was done about it. */
export function missedItem(
  { pace, cure }: MissedRequirement,
  { certification, standing }: Pick<PaceStanding, 'certification'> & { readonly standing: CreditStanding },
  words: Words,
): Block {
  const { renewal } = standing;
  const { requirement, counted, remaining } = pace;
  const name = requirementName(requirement, renewal, words);
  const progress = words.pace.progress(counted, requirement.required, renewal.unit);
  const line = words.pace.missedLine(name, progress, words.amount(remaining), requirement.lastDay);
  const after =
    cure === undefined
      ? words.pace.missedRemedy(certification.body, certification.upkeep.lapse?.reinstatement?.value)
      : words.pace.cured(cure.on, cure.what);
  const action: Action = {
    label: cure === undefined ? words.pace.recordCure : words.opening.cure.change,
    command: 'edit',
    args: { text: certification.code, cure: requirement.id },
    opensForm: true,
  };
  return { kind: 'item', title: line, detail: after, action };
}

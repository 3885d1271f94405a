import type { Action, Block } from '../../chat/card.ts';
import type { Certification } from '../../domain/certification.ts';
import type { CreditStanding, MissedRequirement } from '../../domain/standing.ts';
import type { Words } from '../../strings/index.ts';
import { requirementName } from '../requirement-words.ts';

interface CertifiedStanding {
  readonly certification: Certification;
  readonly standing: CreditStanding;
}

/** Returns the shortfall of a missed requirement, and what can be done or was done about it. */
export function missedTexts(
  { pace, cure }: MissedRequirement,
  { certification, standing }: CertifiedStanding,
  words: Words,
): { readonly line: string; readonly after: string } {
  const { renewal } = standing;
  const { requirement, counted, remaining } = pace;
  const name = requirementName(requirement, renewal, words);
  const progress = words.pace.progress(counted, requirement.required, renewal.unit);
  const line = words.pace.missedLine(name, progress, words.amount(remaining), requirement.lastDay);
  const remedy = certification.upkeep.lapse?.reinstatement?.value;
  const after =
    cure === undefined
      ? words.pace.missedRemedy(certification.body, remedy === undefined ? undefined : words.catalogueText(remedy))
      : words.pace.cured(cure.on, cure.what);
  return { line, after };
}

/** A missed requirement: the shortfall, and what can be done or was done about it. */
export function missedItem(missed: MissedRequirement, shown: CertifiedStanding, words: Words): Block {
  const { line, after } = missedTexts(missed, shown, words);
  const action: Action = {
    label: missed.cure === undefined ? words.pace.recordCure : words.opening.cure.change,
    command: 'edit',
    args: { text: shown.certification.code, cure: missed.pace.requirement.id },
    opensForm: true,
  };
  return { kind: 'item', title: line, detail: after, action };
}

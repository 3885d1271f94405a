import type { Block } from '../../chat/card.ts';
import { nextAfterEmpty } from '../../domain/next-cycle-requirements.ts';
import type { CreditStanding } from '../../domain/standing.ts';
import type { Words } from '../../strings/index.ts';
import { requirementName } from '../requirement-words.ts';

/** Returns what the next cycle requires where the current one requires nothing. */
export function nextCycleNotes(standing: CreditStanding, words: Words): readonly Block[] {
  const next = nextAfterEmpty(standing);
  if (next === undefined) return [];
  const { renewal } = standing;
  const required = next.requirements.map((one) =>
    words.pace.requires(requirementName(one, renewal, words), words.credits(one.required, renewal.unit)),
  );
  return [{ kind: 'note', text: words.pace.nextCycle(next.cycle.start, next.cycle.end, words.list(required)) }];
}

import type { Block } from '../../chat/card.ts';
import type { Cut } from '../../domain/count-credits.ts';
import type { CreditStanding } from '../../domain/standing.ts';
import type { Words } from '../../strings/index.ts';
import { cutText } from '../pace-words.ts';

/** What caps and the earning period leave out, added up per reason. */
export function cutBlocks({ counted, renewal }: CreditStanding, words: Words): readonly Block[] {
  if (counted.cuts.length === 0) return [];
  const totals = new Map<string, Cut>();
  const key = ({ reason }: Cut) => (reason.kind === 'cap' ? `${reason.cap.name} ${reason.limit}` : reason.kind);
  for (const cut of counted.cuts) {
    const total = totals.get(key(cut));
    totals.set(key(cut), { ...cut, ...total, credits: (total?.credits ?? 0) + cut.credits });
  }
  const lines = [...totals.values()].map((cut) => cutText(cut, renewal, words));
  return [{ kind: 'facts', facts: lines.map((value) => ({ label: words.pace.notCounted, value })) }];
}

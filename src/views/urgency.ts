import { isEnding } from '../domain/digest-content.ts';
import type { PaceStanding } from './pace-words.ts';

const ORDER = ['missed', 'behind', 'on-track', 'unknown', 'ahead', 'met', 'not-started'] as const;

/** Compares standings: the one that needs attention first comes first. */
export function byUrgency(a: PaceStanding, b: PaceStanding): number {
  const rank = ({ standing }: PaceStanding) => {
    if (standing.kind === 'never-expires') return ORDER.length + 1;
    if (isEnding(standing)) return ORDER.indexOf('met');
    if (standing.kind === 'exam' && standing.renewedBy === undefined) return standing.daysLeft <= 90 ? 1 : ORDER.length;
    if (standing.kind === 'exam') return ORDER.indexOf('met');
    return ORDER.indexOf(standing.status);
  };
  const delta = ({ standing }: PaceStanding) => (standing.kind === 'credits' ? (standing.binding?.delta ?? 0) : 0);
  const left = ({ standing }: PaceStanding) => (standing.kind === 'exam' ? standing.daysLeft : 0);
  return rank(a) - rank(b) || delta(a) - delta(b) || left(a) - left(b);
}

import type { Card } from '../../chat/card.ts';
import type { Words } from '../../strings/index.ts';
import { answerCard } from '../text-card.ts';

/** The card that lists the nudges sent to a member or held back, with the reason. */
export function nudgesCard(
  nudges: readonly {
    readonly when: string;
    readonly outcome: string;
    readonly about: readonly string[];
    readonly reason: string;
  }[],
  words: Words,
): Card {
  const phrases = words.nudge;
  if (nudges.length === 0) return answerCard(phrases.historyNone, phrases.history);
  return {
    title: `${phrases.history}: ${nudges.length}`,
    blocks: nudges.map(({ when, outcome, about, reason }) => ({
      kind: 'item',
      title: [{ bold: when }],
      detail: [outcome, ...about, reason].filter((part) => part !== '').join(' · '),
    })),
    actions: [{ label: words.preferences.title, command: 'preferences', args: {}, opensForm: true }],
  };
}

import type { Card } from '../../chat/card.ts';
import type { Words } from '../../strings/index.ts';

/** Who looked at somebody's record. */
export function accessCard(
  looks: readonly { readonly when: string; readonly who: string; readonly what: string }[],
  words: Words,
): Card {
  const phrases = words.preferences;
  if (looks.length === 0) return { title: phrases.looks, blocks: [{ kind: 'text', text: phrases.looksNone }] };
  return {
    title: phrases.looks,
    blocks: looks.map(({ when, who, what }) => ({ kind: 'text', text: phrases.lookLine(when, who, what) })),
  };
}

/** What somebody was told unasked, and what was held back. */
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
  if (nudges.length === 0) return { title: phrases.history, blocks: [{ kind: 'text', text: phrases.historyNone }] };
  return {
    title: phrases.history,
    blocks: nudges.map(({ when, outcome, about, reason }) => ({
      kind: 'item',
      title: [{ bold: when }],
      detail: [outcome, ...about, reason].filter((part) => part !== '').join(' · '),
    })),
    actions: [{ label: words.preferences.title, command: 'preferences', args: {}, opensForm: true }],
  };
}

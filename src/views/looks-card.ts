import type { Card } from '../chat/card.ts';
import type { Words } from '../strings/index.ts';

/** Who looked at somebody's record. */
export function looksCard(
  looks: readonly { readonly when: string; readonly who: string; readonly what: string }[],
  words: Words,
): Card {
  const say = words.wish;
  if (looks.length === 0) return { title: say.looks, blocks: [{ kind: 'text', text: say.looksNone }] };
  return {
    title: say.looks,
    blocks: looks.map(({ when, who, what }) => ({ kind: 'text', text: say.lookLine(when, who, what) })),
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
  const say = words.nudge;
  if (nudges.length === 0) return { title: say.history, blocks: [{ kind: 'text', text: say.historyNone }] };
  return {
    title: say.history,
    blocks: nudges.map(({ when, outcome, about, reason }) => ({
      kind: 'item',
      title: [{ bold: when }],
      detail: [outcome, ...about, reason].filter((part) => part !== '').join(' · '),
    })),
    actions: [{ label: words.wish.title, command: 'preferences', args: {}, opensForm: true }],
  };
}

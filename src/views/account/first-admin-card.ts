import type { Card } from '../../chat/card.ts';
import type { Words } from '../../strings/index.ts';

/** What the person who installed recert reads first: a few lines, and the first steps. */
export function firstAdminCard(words: Words): Card {
  const { firstAdmin, add } = words;
  return {
    title: firstAdmin.title,
    blocks: firstAdmin.lines.map((text) => ({ kind: 'text', text })),
    actions: [
      { label: add.title, command: 'add', args: {}, opensForm: true, style: 'primary' },
      { label: words.home.steps.sourcesButton, command: 'sources', args: {} },
    ],
  };
}

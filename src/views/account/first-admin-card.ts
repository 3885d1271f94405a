import type { Card } from '../../chat/card.ts';
import type { Words } from '../../strings/index.ts';

/** What the person who installed recert reads first: three lines, and the first step. */
export function firstAdminCard(words: Words): Card {
  const { firstAdmin, add } = words;
  return {
    title: firstAdmin.title,
    blocks: firstAdmin.lines.map((text) => ({ kind: 'text', text })),
    actions: [{ label: add.title, command: 'add', args: {}, opensForm: true, style: 'primary' }],
  };
}

import type { Card } from '../../chat/card.ts';
import type { Form } from '../../chat/form.ts';
import { plainTextOf } from '../../chat/text.ts';
import type { Words } from '../../strings/index.ts';
import { answerCard } from '../text-card.ts';

/** The one-time code, and the button that confirms who typed it. */
export function codeCard(code: string, words: Words): Card {
  const phrases = words.link;
  return {
    title: phrases.title,
    blocks: [
      { kind: 'text', text: phrases.typeThis },
      { kind: 'text', text: [{ bold: `link ${code}` }] },
      { kind: 'note', text: phrases.tenMinutes },
    ],
    actions: [{ label: phrases.confirm, command: 'link', args: { step: 'confirm' }, style: 'primary' }],
  };
}

/** Asks the second identity to confirm the link to the owner of the code. */
export function acceptLinkForm(owner: string, code: string, { link: phrases }: Words): Form {
  return {
    command: 'link',
    title: phrases.title,
    submit: phrases.accept,
    parts: [
      { kind: 'text', text: phrases.acceptText(owner) },
      { kind: 'line', name: 'code', label: phrases.code, maxLength: 20 },
    ],
    answers: { code },
  };
}

/** Tells the owner of a code who entered it. */
export function linkRequestCard(other: string, platform: string, words: Words): Card {
  const phrases = words.link;
  return answerCard(plainTextOf(phrases.requested(other, platform)), phrases.title, {
    actions: [{ label: phrases.confirm, command: 'link', args: { step: 'confirm' }, style: 'primary' }],
  });
}

/** Tells the second identity that the owner must confirm. */
export function waitingCard(owner: string, words: Words): Card {
  return answerCard(words.link.waiting(owner), words.link.title);
}

/** Tells the owner that the identities are linked. */
export function linkedCard(other: string, platform: string, words: Words): Card {
  const phrases = words.link;
  return {
    title: phrases.linked,
    blocks: [{ kind: 'text', text: phrases.linkedText(other, platform) }],
    actions: [{ label: words.log.undo, command: 'unlink', args: {} }],
  };
}

/** Tells an identity that the link was removed. */
export function unlinkedCard(words: Words): Card {
  return { title: words.link.unlinked, blocks: [{ kind: 'text', text: words.link.unlinkedText }] };
}

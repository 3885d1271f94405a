import type { Card } from '../chat/card.ts';
import type { Words } from '../strings/index.ts';

/** What a receipt's undo button undoes: a logged record, or another act. */
export type UndoOf = { readonly activity: string } | { readonly act: string };

type Args = Readonly<Record<string, string>>;

/** The arguments of a button beside an undo button, whose answer takes the place of both. */
export function besideUndo(undo: UndoOf): Args {
  return 'activity' in undo ? { undoActivity: undo.activity } : { undoAct: undo.act };
}

/** The answer to such a button, with the undo button of the receipt whose place it takes. */
export function withReceiptUndo(card: Card, { undoActivity, undoAct }: Args, words: Words): Card {
  const args =
    undoActivity === undefined ? (undoAct === undefined ? undefined : { act: undoAct }) : { activity: undoActivity };
  if (args === undefined) return card;
  return { ...card, actions: [...(card.actions ?? []), { label: words.log.undo, command: 'undo', args }] };
}

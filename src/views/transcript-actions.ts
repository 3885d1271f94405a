import type { Action } from '../chat/card.ts';
import type { Words } from '../strings/index.ts';

/** The entry of a transcript that a form was opened for, and the state that its record can be marked with. */
export interface TranscriptReference {
  readonly entry: string;
  readonly state?: 'submitted' | 'accepted' | undefined;
}

/** The buttons of a saved record that was opened from a transcript: mark it as in the portal, and go back. */
export function transcriptActions(opened: TranscriptReference | undefined, words: Words): readonly Action[] {
  if (opened === undefined) return [];
  const { entry, state } = opened;
  const { markAs, back } = words.reconcile;
  return [
    ...(state === undefined ? [] : [{ label: markAs[state], command: 'reconcile', args: { mark: entry } }]),
    { label: back, command: 'reconcile', args: { text: 'show' } },
  ];
}

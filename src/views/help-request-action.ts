import type { Action } from '../chat/card.ts';
import type { Words } from '../strings/index.ts';

/** Asks the managers for help with a certification; first says what they will read. */
export function helpRequestAction(code: string, words: Words): Action {
  return { label: words.nudge.helpRequest.button, command: 'preferences', args: { help: code } };
}

import { createHash } from 'node:crypto';
import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Action } from '../../../src/chat/card.ts';
import { LIMITS } from './limits.ts';
import { plainText } from './text.ts';

/** The data of a button; it comes back from the client, so it is validated and never trusted. */
export const ButtonValue = z.object({
  command: z.string().min(1).max(100),
  args: z.record(z.string(), z.string()),
});

/** Draws a button of one message, with an id that is unique in it and the same whenever the message is drawn again. */
export type DrawButton = (action: Action) => types.Button;

/** Creates the function that draws the buttons of a new message. */
export function newButtons(): DrawButton {
  const used = new Map<string, number>();
  return (action) => {
    const value = buttonValue(action);
    if (value.length > LIMITS.buttonValue) {
      throw new Error(
        `A button of ${action.command} carries ${value.length} characters, Slack takes ${LIMITS.buttonValue}: carry ids only.`,
      );
    }
    const id = `${action.command}.${createHash('sha256').update(value).digest('base64url').slice(0, 8)}`;
    const seen = used.get(id) ?? 0;
    used.set(id, seen + 1);
    return {
      type: 'button',
      action_id: seen === 0 ? id : `${id}.${seen + 1}`,
      text: plainText(action.label, LIMITS.buttonLabel),
      value,
      ...(action.style === undefined ? {} : { style: action.style }),
    };
  };
}

/** Whether an action's data fits into a button. */
export function fitsButton(action: Action): boolean {
  return buttonValue(action).length <= LIMITS.buttonValue;
}

function buttonValue({ command, args }: Action): string {
  return JSON.stringify({ command, args });
}

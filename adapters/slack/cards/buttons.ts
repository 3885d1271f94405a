import { createHash } from 'node:crypto';
import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Action } from '../../../src/chat/card.ts';
import type { FormPhrases } from '../../../src/chat/platform-phrases.ts';
import type { PressedButton } from '../../../src/chat/press-key.ts';
import { shorten } from '../../../src/chat/shorten.ts';
import { LIMITS } from './limits.ts';
import { plainText } from './text.ts';

/** The data of a button; it comes back from the client, so it is validated and never trusted. */
export const ButtonValue = z.object({
  command: z.string().min(1).max(100),
  args: z.record(z.string(), z.string()),
  answer: z.string().max(40).optional(),
});

/**
 * Draws a button of one message, with an id that is unique in it and the same whenever the message is drawn again. `about` is what it stands
 * beside, for people who hear the button alone.
 */
export type DrawButton = (action: Action, about?: string) => types.Button;

/** Creates the function that draws the buttons of a new message. */
export function newButtons({ cancel }: Pick<FormPhrases, 'cancel'>): DrawButton {
  const used = new Map<string, number>();
  return (action, about) => {
    const marked = buttonValue(action);
    const value = marked.length > LIMITS.buttonValue ? buttonValue(withoutAnswer(action)) : marked;
    if (value.length > LIMITS.buttonValue) {
      throw new Error(
        `A button of ${action.command} carries ${value.length} characters, Slack takes ${LIMITS.buttonValue}: carry ids only.`,
      );
    }
    const id = `${action.command}.${createHash('sha256')
      .update(buttonValue(withoutAnswer(action)))
      .digest('base64url')
      .slice(0, 8)}`;
    const seen = used.get(id) ?? 0;
    used.set(id, seen + 1);
    return {
      type: 'button',
      action_id: seen === 0 ? id : `${id}.${seen + 1}`,
      text: plainText(action.label, LIMITS.buttonLabel),
      value,
      ...(about === undefined ? {} : { accessibility_label: shorten(`${action.label}: ${about}`, LIMITS.buttonLabel) }),
      ...(action.style === undefined ? {} : { style: action.style }),
      ...(action.confirm === undefined ? {} : { confirm: confirmationOf(action, action.confirm, cancel) }),
    };
  };
}

function confirmationOf({ label, style }: Action, question: string, cancel: string): types.ConfirmationDialog {
  return {
    title: plainText(label, LIMITS.confirmTitle),
    text: plainText(question, LIMITS.confirmText),
    confirm: plainText(label, LIMITS.confirmButton),
    deny: plainText(cancel, LIMITS.confirmButton),
    ...(style === undefined ? {} : { style }),
  };
}

/** Whether an action's data fits into a button. */
export function fitsButton(action: Action): boolean {
  return buttonValue(withoutAnswer(action)).length <= LIMITS.buttonValue;
}

/** Where there is no room for the id of the answer, the message tells presses apart. */
function withoutAnswer({ command, args }: Action): PressedButton {
  return { command, args };
}

function buttonValue({ command, args, answer }: PressedButton): string {
  return JSON.stringify({ command, args, ...(answer === undefined ? {} : { answer }) });
}

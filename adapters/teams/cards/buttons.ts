import { z } from 'zod';
import type { Action } from '../../../src/chat/card.ts';
import type { Element } from './elements.ts';
import { LIMITS } from './limits.ts';
import { plainText, richText } from './text.ts';

/** The data of a button; it comes back from the client, so it is validated and never trusted. */
export const Pressed = z.object({
  command: z.string().min(1).max(100),
  args: z.record(z.string().max(100), z.string().max(LIMITS.typed)),
  answer: z.string().max(40).optional(),
});
export type Pressed = z.infer<typeof Pressed>;

/** The part of a value that recert wrote. */
export function recertIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'recert' in value ? value.recert : undefined;
}

/** Where a card is shown; buttons open dialogs from the chat only. */
export type Where = 'chat' | 'dialog';

/** A button for the row or for the overflow menu. */
export function buttonOf(action: Action, where: Where, mode: 'primary' | 'secondary' = 'primary'): Element {
  const marked = dataOf(action, where);
  const data = JSON.stringify(marked).length > LIMITS.actionData ? dataOf(withoutAnswer(action), where) : marked;
  const { length } = JSON.stringify(data);
  if (length > LIMITS.actionData) {
    throw new Error(
      `A button of ${action.command} carries ${length} characters, ${LIMITS.actionData} fit: carry ids only.`,
    );
  }
  const title = plainText(action.label, LIMITS.actionLabel);
  const style = action.style === undefined ? {} : { style: action.style === 'danger' ? 'destructive' : 'positive' };
  // Otherwise Teams would validate the inputs of a form before sending the button.
  const submit = { type: 'Action.Submit', title, associatedInputs: 'none', data };
  const shown = { ...(mode === 'primary' ? {} : { mode }), ...style };
  if (action.isPersonal === true && where === 'chat' && action.confirm === undefined)
    return { ...executeOf(data), title, associatedInputs: 'none', ...shown, fallback: { ...submit, ...shown } };
  if (action.confirm === undefined) return { ...submit, ...shown };
  const question = { type: 'AdaptiveCard', body: [richText(action.confirm)], actions: [{ ...submit, ...style }] };
  return { type: 'Action.ShowCard', title, card: question, ...shown };
}

/** An action that Teams sends as a request, whose answer only the person sees. */
export function executeOf(data: Readonly<Record<string, unknown>>): Element {
  return { type: 'Action.Execute', verb: 'recert', data };
}

/** Whether an action's data fits into a button. */
export function fitsButton(action: Action): boolean {
  return JSON.stringify(dataOf(withoutAnswer(action), 'chat')).length <= LIMITS.actionData;
}

/** The buttons of a card: at most six in the row, the others in the overflow menu. */
export function buttonsOf(actions: readonly Action[], where: Where): readonly Element[] {
  const inRow = actions.length > LIMITS.primaryActions ? LIMITS.primaryActions - 1 : LIMITS.primaryActions;
  return actions.map((action, index) => buttonOf(action, where, index < inRow ? 'primary' : 'secondary'));
}

/** Where there is no room for the id of the answer, the message tells presses apart. */
function withoutAnswer({ answer: _, ...action }: Action): Action {
  return action;
}

function dataOf({ command, args, opensForm, answer }: Action, where: Where): Record<string, unknown> {
  const recert: Pressed = { command, args, ...(answer === undefined ? {} : { answer }) };
  return opensForm === true && where === 'chat' ? { msteams: { type: 'task/fetch' }, recert } : { recert };
}

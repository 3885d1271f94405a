import type { Answers } from '../../../src/chat/form.ts';
import { invoke, typed } from './activities.ts';
import { eachPart, type Json } from './json.ts';
import { cardIn, type StandIn } from './stand-in.ts';

/** The buttons of a card, those beside its items too. */
export function buttonsIn(card: Json): readonly Json[] {
  const found: Json[] = [];
  eachPart(card, (part) => {
    if (part.type === 'Action.Submit') found.push(part);
  });
  return found;
}

/** The data of the button with a label. */
export function dataOf(card: Json, label: string): Json {
  const button = buttonsIn(card).find(({ title }) => title === label);
  if (button === undefined)
    throw new Error(`There is no button ${label}: ${buttonsIn(card).map(({ title }) => title)}`);
  return button.data;
}

/** The values of a card's inputs, as Teams would send them untouched. */
export function valuesIn(card: Json): Record<string, string> {
  const values: Record<string, string> = {};
  eachPart(card, ({ type, id, value = '' }) => {
    if (String(type).startsWith('Input.')) values[String(id)] = String(value);
  });
  return values;
}

/** All words of a card. */
export function wordsIn(card: Json): string {
  return JSON.stringify(card);
}

/** The card of the dialog Teams was told to show. */
export async function dialogOf(answer: Response): Promise<Json> {
  const body = (await answer.json()) as Json;
  if (body.task?.type !== 'continue') throw new Error(`Teams was told to show no dialog: ${JSON.stringify(body)}`);
  return body.task.value.card.content;
}

/** Opens the dialog of a card's button. */
export async function open(teams: StandIn, data: Json, where: Json = {}): Promise<Json> {
  const value = { data, context: { theme: 'default' }, tabContext: null };
  return dialogOf(await teams.send(invoke('task/fetch', value, where)));
}

/** Sends a dialog's form, its inputs filled in as told. */
export async function submit(teams: StandIn, card: Json, answers: Answers = {}, where: Json = {}): Promise<Response> {
  const filled = Object.entries(answers).map(([name, answer]) => [
    `answer.${name}`,
    typeof answer === 'string' ? answer : answer.join(','),
  ]);
  const [button] = card.actions;
  const data = { ...button.data, ...valuesIn(card), ...Object.fromEntries(filled) };
  return teams.send(invoke('task/submit', { data, context: { theme: 'default' } }, where));
}

/** Types a line in the personal chat; resolves to the card of the answer. */
export async function ask(teams: StandIn, line: string, conversation: string): Promise<Json> {
  teams.expectMessage(conversation);
  await teams.send(typed(line));
  const last = teams.said.at(-1);
  if (last === undefined) throw new Error(`Nothing was said to '${line}'.`);
  return cardIn(last);
}

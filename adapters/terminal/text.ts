import type { Block, Card, Progress, Share, Tone } from '../../src/chat/card.ts';
import { blockWords } from '../../src/chat/card-as-text.ts';
import { cellsOf, progressBarOf } from '../../src/chat/chart-cells.ts';
import {
  type Answers,
  answersOf,
  type Field,
  type Form,
  type FormPart,
  fieldsOf,
  type Option,
  partsByNeed,
} from '../../src/chat/form.ts';
import type { FormPhrases, PlatformPhrases } from '../../src/chat/platform-phrases.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { buttonWords, replyWords } from '../../src/chat/reply-as-text.ts';
import { plainTextOf } from '../../src/chat/text.ts';

const BAR_WIDTH = 20;
const SIGNS: Readonly<Record<Tone, string>> = { best: '#', good: '=', none: '.', late: '-', lost: 'x' };

/** A reply as plain text for a terminal. */
export function replyText(reply: Reply, { form }: PlatformPhrases): string {
  return replyWords(reply, { card: cardText, form: (shown) => formText(shown, form) });
}

function cardText({ title, blocks, actions }: Card): string {
  const buttons = buttonWords(actions).flatMap((line) => ['', line]);
  return [title, '='.repeat(title.length), ...blocks.map(blockText), ...buttons].join('\n');
}

function blockText(block: Block): string {
  const indent = block.kind === 'note' || block.kind === 'facts' ? '  ' : '';
  const lines = blockWords(block).map((line) => `${indent}${line}`);
  switch (block.kind) {
    case 'heading':
    case 'rule':
      return ['', ...lines].join('\n');
    case 'progress':
      return `  ${barOf(block)} ${block.label}`;
    case 'shares':
      return `  ${signsOf(block.shares)} ${block.label}`;
    case 'text':
    case 'note':
    case 'facts':
    case 'item':
    case 'table':
      return lines.join('\n');
  }
}

function barOf(progress: Progress): string {
  const { share, due } = progressBarOf(progress);
  const full = Math.floor(share * BAR_WIDTH);
  const cells = [...'#'.repeat(full), ...'.'.repeat(BAR_WIDTH - full)];
  if (due !== undefined) cells.splice(Math.round(due * BAR_WIDTH), 0, '|');
  return `[${cells.join('')}]`;
}

function signsOf(shares: readonly Share[]): string {
  const cells = cellsOf(shares, BAR_WIDTH).map(({ tone, cells }) => SIGNS[tone].repeat(cells));
  return `[${cells.join('')}]`;
}

function formText(form: Form, phrases: FormPhrases): string {
  const { title, problem } = form;
  const { main, extra } = partsByNeed(form);
  const problemLine = problem === undefined ? [] : [`! ${problem}`];
  const names = fieldsOf(extra).map(({ name }) => name);
  const more = names.length === 0 ? [] : [`  ${form.moreFields ?? phrases.moreFields}: ${names.join(', ')}`];
  const lines = [...main.map((part) => partText(part, form, phrases)), ...more];
  return [title, '='.repeat(title.length), ...problemLine, ...lines].join('\n');
}

function partText(part: FormPart, { answers, errors }: Form, { optional }: FormPhrases): string {
  if (part.kind === 'text') return plainTextOf(part.text);
  const isNamed = part.kind === 'file' || part.kind === 'people';
  const value = isNamed ? namesOf(part, answers) : answersOf(answers, part.name).join(', ');
  const error = errors?.[part.name];
  const line = `  ${part.name} (${part.label}${part.optional ? `, ${optional}` : ''}): ${value}`;
  return error === undefined ? line : `${line}\n    ! ${error}`;
}

/** The names of the uploaded files or chosen people, instead of their ids. */
function namesOf({ name, options }: Extract<Field, { kind: 'file' | 'people' }>, answers: Answers | undefined): string {
  return answersOf(answers, name)
    .map((chosen) => options.find(({ value }) => value === chosen)?.label ?? chosen)
    .join(', ');
}

/** Whether a reply says that nothing was done, or refuses a form: it has errors, or it stays open. */
export function isRefusal(reply: Reply): boolean {
  if (reply.kind === 'stay') return true;
  if (reply.kind === 'card') return reply.refused === true;
  return reply.kind === 'form' && (reply.form.errors !== undefined || reply.form.problem !== undefined);
}

/** `name=value` pairs as answers of a form; a list is written `counts=cissp,cism`. Throws for a name the form does not have. */
export function answersFrom(pairs: readonly string[], form: Form): Record<string, string | string[]> {
  const fields = new Map(fieldsOf(form.parts).map((field) => [field.name, field]));
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      const field = fields.get(name);
      if (field === undefined)
        throw new Error(`The form has no field '${name}'. It has: ${[...fields.keys()].join(', ')}.`);
      return [name, answerFrom(rest.join('='), field)];
    }),
  );
}

function answerFrom(typed: string, field: Field): string | string[] {
  if (field.kind !== 'choices' && field.kind !== 'people' && field.kind !== 'file') return typed;
  const values = typed.split(',').filter((one) => one.trim() !== '');
  return field.kind === 'people' ? values.map((one) => userNamed(one.trim(), field.options)) : values;
}

/** The id of the user of a name; two of one name must be told apart by their ids. */
function userNamed(typed: string, options: readonly Option[]): string {
  const found = options.filter(({ value, label }) => value === typed || label.toLowerCase() === typed.toLowerCase());
  const [user, ...others] = found;
  if (user === undefined || others.length > 0)
    throw new Error(`'${typed}' is not one of: ${options.map(({ label }) => label).join(', ')}.`);
  return user.value;
}

import { createRequire } from 'node:module';
import { LIMITS } from '../../../adapters/teams/cards/limits.ts';
import { schemaErrors } from './card-schema.ts';
import { eachPart, type Json } from './json.ts';

interface Library {
  readonly AdaptiveCard: new () => {
    parse(json: unknown): void;
    validateProperties(): { readonly validationEvents: readonly { readonly message: string }[] };
  };
  readonly SerializationContext: new () => {
    readonly eventCount: number;
    getEventAt(index: number): { message: string };
  };
}

// Its main file cannot be imported by Node.
const library: Library = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

/** Everything that is wrong with a card: what Microsoft's library and schema say, and what Teams demands beyond them. */
export function checkCard(card: unknown): readonly string[] {
  const problems: string[] = [];
  const drawn = new library.AdaptiveCard();
  const context = new library.SerializationContext();
  (drawn as { parse(json: unknown, context: unknown): void }).parse(card, context);
  for (let index = 0; index < context.eventCount; index += 1) {
    const { message } = context.getEventAt(index);
    problems.push(message);
  }
  // The library knows five buttons in a row, and nothing of an overflow menu; the row is counted below.
  const found = drawn.validateProperties().validationEvents.map(({ message }) => message);
  const known = found.filter((message) => !message.includes('Maximum number of actions'));
  // What is searched for while somebody types needs no choices of its own.
  problems.push(...(isSearching(card) ? known.filter((message) => !message.includes('at least one choice')) : known));
  problems.push(...schemaErrors(card));
  const json = JSON.stringify(card);
  if (Buffer.byteLength(json) > 28 * 1024) problems.push(`The card has ${Buffer.byteLength(json)} bytes.`);
  if ((card as Json).version !== '1.5') problems.push('The version is not 1.5.');
  const ids: string[] = [];
  eachPart(card, (part) => problems.push(...problemsOf(part, ids)));
  if (new Set(ids).size < ids.length) problems.push('Two elements have the same id.');
  return problems;
}

const KNOWN = new Set(
  `AdaptiveCard TextBlock RichTextBlock TextRun Container ColumnSet Column Table TableRow TableCell ActionSet Image Data.Query Input.Text
   Input.Date Input.ChoiceSet Action.Submit Action.Execute Action.OpenUrl Action.ShowCard
   Action.ToggleVisibility task/fetch mention`.split(/\s+/u),
);

function isSearching(card: unknown): boolean {
  const empty: Json[] = [];
  eachPart(card, (part) => {
    if (part.type === 'Input.ChoiceSet' && part.choices?.length === 0) empty.push(part);
  });
  return empty.length > 0 && empty.every((part) => part['choices.data'] !== undefined);
}

/** The text of a mention, whose tags are no markup. */
function withoutMention(text: string): string {
  return text.replace(/^<at>(.*)<\/at>$/u, '$1');
}

function problemsOf(part: Json, ids: string[]): readonly string[] {
  const problems: string[] = [];
  const { type } = part;
  if (typeof type === 'string' && !KNOWN.has(type)) problems.push(`${type} is not a kind we draw.`);
  if (typeof part.id === 'string') ids.push(part.id);
  // Nothing is fetched from anywhere, and who sees no picture is told what it shows.
  if (type === 'Image' && (!part.url.startsWith('data:image/png;base64,') || !part.altText))
    problems.push('A picture comes from elsewhere, or has no words.');
  if (type === 'TextBlock' && (part.wrap !== true || /[*_[\]`<>#|~\\]|\{\{|:\/\//u.test(withoutMention(part.text)))) {
    problems.push('A text block does not wrap, or reads markup.');
  }
  if (String(type).startsWith('Input.')) {
    if (!part.label) problems.push(`${part.id} has no label.`);
    if (part.isRequired === true && !part.errorMessage) problems.push(`${part.id} does not say what is missing.`);
  }
  if (Array.isArray(part.actions)) {
    const primary = part.actions.filter(({ mode }: Json) => mode !== 'secondary');
    if (primary.length > LIMITS.primaryActions) problems.push(`${primary.length} actions stand in one row.`);
  }
  if (Array.isArray(part.choices)) {
    const values = part.choices.map(({ value }: Json) => value);
    if (new Set(values).size < values.length) problems.push(`${part.id} offers the same value twice.`);
  }
  if (/\{\{/u.test(`${part.text ?? ''}${part.title ?? ''}${part.label ?? ''}`)) problems.push('Braces stand together.');
  return problems;
}

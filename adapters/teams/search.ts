import type { Core, FoundItem } from '../../src/chat/interaction.ts';
import type { Log } from '../../src/ports.ts';
import { cardOf } from './card.ts';
import { attached } from './elements.ts';
import { choiceOf } from './fields.ts';
import type { Answer } from './guard.ts';
import { fitsAnswer, LIMITS } from './limits.ts';
import { type Activity, QueryValue, SearchValue } from './payloads.ts';
import { identityOf, type Profiles } from './people.ts';
import { listText } from './text.ts';
import { sorryCard, strangerCard, words } from './words.ts';

interface Parts {
  readonly core: Core;
  readonly profiles: Profiles;
  readonly log: Log;
}

/** The commands of the message extension that search, by what they search. */
export const SEARCHES = ['records', 'offers'] as const;

/** Answers what is typed into a search field of a form. */
export async function suggestions(activity: Activity, core: Core): Promise<Answer> {
  const asked = SearchValue.safeParse(activity.value);
  const from = identityOf(activity);
  if (!asked.success || from === undefined) return { status: 400 };
  const { dataset, queryText } = asked.data;
  const found = await core.suggest(dataset, queryText ?? '', LIMITS.suggestions, from);
  const value = { results: found.map(choiceOf) };
  const type = 'application/vnd.microsoft.search.searchResponse';
  return { status: 200, body: { statusCode: 200, type, value } };
}

/** Answers what is typed into the message extension: the sender's own records, or what is offered, each with a card to insert. */
export async function found(activity: Activity, { core, profiles, log }: Parts): Promise<Answer> {
  const asked = QueryValue.safeParse(activity.value);
  const of = SEARCHES.find((one) => asked.success && asked.data.commandId === one);
  if (!asked.success || of === undefined) return { status: 400 };
  const from = identityOf(activity);
  if (from === undefined) return say(strangerCard.title);
  const profile = profiles.of(activity, from);
  const { parameters, queryOptions } = asked.data;
  // Before anything is typed Teams sends `initialRun` instead of the words.
  const text = parameters?.find(({ name }) => name === 'query')?.value ?? '';
  const page = {
    skip: queryOptions?.skip ?? 0,
    limit: Math.min(queryOptions?.count ?? LIMITS.results, LIMITS.results),
  };
  try {
    const { items, note } = await core.find({ of, from, text, ...page, ...(profile === undefined ? {} : { profile }) });
    return items.length === 0 && note !== undefined ? say(note) : listed(items);
  } catch (error) {
    log.error('A search could not be answered.', { error });
    return say(sorryCard.title);
  }
}

function listed(items: readonly FoundItem[]): Answer {
  const all = items.map(resultOf);
  const answer = (count: number) => ({
    composeExtension: { type: 'result', attachmentLayout: 'list', attachments: all.slice(0, count) },
  });
  let count = all.length;
  while (count > 1 && !fitsAnswer(answer(count))) count -= 1;
  return { status: 200, body: answer(count) };
}

function resultOf({ title, detail, card }: FoundItem) {
  const content = { title: listText(title, LIMITS.resultTitle), text: listText(detail, LIMITS.resultText) };
  const preview = { contentType: 'application/vnd.microsoft.card.thumbnail', content };
  return { ...attached(cardOf(card)), preview };
}

function say(text: string): Answer {
  return { status: 200, body: { composeExtension: { type: 'message', text: listText(text || words.empty, 200) } } };
}

import type { Core } from '../../../src/chat/core-interface.ts';
import type { PlatformPhrases } from '../../../src/chat/platform-phrases.ts';
import type { SearchResultItem } from '../../../src/chat/search-request.ts';
import type { Log } from '../../../src/ports.ts';
import type { Answer } from '../auth/guard.ts';
import { cardOf } from '../cards/card.ts';
import { attached } from '../cards/elements.ts';
import { choiceOf } from '../cards/fields.ts';
import { fitsAnswer, LIMITS } from '../cards/limits.ts';
import { EMPTY, listText } from '../cards/text.ts';
import { QueryValue, SearchValue, type TeamsActivity } from './payloads.ts';
import { identityOf, type Profiles, readerOf } from './people.ts';
import type { Users } from './users.ts';

interface SearchDeps {
  readonly core: Core;
  readonly profiles: Profiles;
  readonly users: Pick<Users, 'isGuest'>;
  readonly log: Log;
}

/** The ids of the search commands of the message extension, which are also the scopes of a search. */
export const SEARCHES = ['records', 'offers'] as const;

/** Answers a search field of a form with suggestions. */
export async function answerSuggestions(
  activity: TeamsActivity,
  { core, users }: Pick<SearchDeps, 'core' | 'users'>,
): Promise<Answer> {
  const query = SearchValue.safeParse(activity.value);
  const from = identityOf(activity);
  if (!query.success || from === undefined || (await users.isGuest(activity))) return { status: 400 };
  const { dataset, queryText } = query.data;
  const found = await core.suggest({ source: dataset, typed: queryText ?? '', limit: LIMITS.suggestions, from });
  const value = { results: found.map(choiceOf) };
  const type = 'application/vnd.microsoft.search.searchResponse';
  return { status: 200, body: { statusCode: 200, type, value } };
}

/** Answers a search of the message extension with results, each with a card to insert. */
export async function answerSearch(
  activity: TeamsActivity,
  { core, profiles, users, log }: SearchDeps,
): Promise<Answer> {
  const query = QueryValue.safeParse(activity.value);
  const scope = SEARCHES.find((one) => query.success && query.data.commandId === one);
  if (!query.success || scope === undefined) return { status: 400 };
  const from = identityOf(activity);
  const { notice } = core.phrases(readerOf(activity));
  if (from === undefined || (await users.isGuest(activity))) return messageAnswer(notice.membersOnly.teams.title);
  const profile = profiles.of(activity, from);
  const { parameters, queryOptions } = query.data;
  // Before anything is typed, Teams sends `initialRun` instead of `query`.
  const text = parameters?.find(({ name }) => name === 'query')?.value ?? '';
  const page = {
    skip: queryOptions?.skip ?? 0,
    limit: Math.min(queryOptions?.count ?? LIMITS.results, LIMITS.results),
  };
  try {
    const { items, note } = await core.find({
      scope,
      from,
      text,
      ...page,
      ...(profile === undefined ? {} : { profile }),
    });
    if (items.length === 0 && note !== undefined) return messageAnswer(note);
    return listed(items, ({ card: { language } }) => core.phrases({ ...readerOf(activity), language }));
  } catch (error) {
    log.error('A search could not be answered.', { error });
    return messageAnswer(notice.failed.title);
  }
}

function listed(items: readonly SearchResultItem[], phrasesFor: (item: SearchResultItem) => PlatformPhrases): Answer {
  const all = items.map((item) => resultOf(item, phrasesFor(item)));
  const answer = (count: number) => ({
    composeExtension: { type: 'result', attachmentLayout: 'list', attachments: all.slice(0, count) },
  });
  let count = all.length;
  while (count > 1 && !fitsAnswer(answer(count))) count -= 1;
  return { status: 200, body: answer(count) };
}

function resultOf({ title, detail, card }: SearchResultItem, phrases: PlatformPhrases) {
  const content = { title: listText(title, LIMITS.resultTitle), text: listText(detail, LIMITS.resultText) };
  const preview = { contentType: 'application/vnd.microsoft.card.thumbnail', content };
  return { ...attached(cardOf(card, phrases)), preview };
}

function messageAnswer(text: string): Answer {
  return { status: 200, body: { composeExtension: { type: 'message', text: listText(text || EMPTY, 200) } } };
}

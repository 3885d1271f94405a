import type { Reply } from '../../chat/reply.ts';
import { ACTIVITY_KINDS } from '../../domain/activity-kinds.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import type { Wanted } from '../../store/records/records.ts';
import { historyCard } from '../../views/records/history-card.ts';
import type { Command, Context } from '../command.ts';

const PAGE = 8;
const MAX_WORDS = 5;

/** Lists a member's records, the newest first, filtered by certification, year, kind, words or missing proof. */
export const history: Command = {
  name: 'history',
  role: 'member',
  writes: 'never',
  async run({ request, data, effects }): Promise<Reply> {
    const { person, words } = request;
    const { text = '', skip } = request.args;
    const query = parseHistoryQuery(text, { request, data, effects });
    const from = requestedOffset(skip);
    const count = await data.records.count(person.personId, query);
    const records = await data.records.find(person.personId, { ...query, skip: from, limit: PAGE });
    const card = historyCard(
      { records, requested: text.slice(0, 200), from, count, page: PAGE },
      data.catalogue,
      words,
    );
    return { kind: 'card', to: 'sender', card };
  },
};

/** Returns the filters of a line; words that are no filter are searched in titles and providers. */
function parseHistoryQuery(
  text: string,
  { request: { words }, data: { catalogue } }: Context,
): Omit<Wanted, 'skip' | 'limit'> {
  const unproved = /\b(?:missing|without|no|lacks?)\s+proof\b|\bunproved\b/iu;
  let rest = text.replace(unproved, ' ');
  const kinds = ACTIVITY_KINDS.filter((kind) => {
    // A kind may have several words, so it is looked for before they are taken apart.
    const named = new RegExp(`(?<![\\p{L}-])(?:${kind}|${RegExp.escape(words.kinds[kind])})s?(?![\\p{L}-])`, 'iu');
    const isNamed = named.test(rest);
    rest = rest.replace(named, ' ');
    return isNamed;
  });
  const certifications: string[] = [];
  const others: string[] = [];
  let year: number | undefined;
  for (const word of rest
    .split(/[\s,]+/u)
    .filter((one) => one !== '')
    .slice(0, 2 * MAX_WORDS)) {
    const known = catalogue.find(word);
    if (known !== undefined) certifications.push(known.code);
    else if (/^(?:19|20)\d\d$/u.test(word)) year = Number(word);
    else others.push(word);
  }
  return {
    words: others.slice(0, MAX_WORDS).map((one) => ({ text: one, certifications: [] })),
    certifications,
    kinds,
    year,
    unproved: unproved.test(text),
  };
}

import type { Reply } from '../../chat/reply.ts';
import { parseHistoryQuery } from '../../services/records/parse-history-query.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { historyCard } from '../../views/records/history-card.ts';
import type { Command } from '../command.ts';

const PAGE = 8;

/** Lists a member's records, the newest first, filtered by certification, month or year, kind, words or missing proof. */
export const history: Command = {
  name: 'history',
  role: 'member',
  writes: 'never',
  async run({ request, data }): Promise<Reply> {
    const { person, words } = request;
    const { text = '', skip } = request.args;
    const query = parseHistoryQuery(text, { request, data });
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

import type { Reply } from '../../chat/reply.ts';
import { addSource } from '../../services/opportunities/add-source.ts';
import { changeSources, offerStarters } from '../../services/opportunities/change-sources.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { sourceForm, sourcesCard } from '../../views/opportunities/source-card.ts';
import type { Command, Context } from '../command.ts';

const PAGE = 8;

/** Lists opportunity sources with their state; turns them on or off, reads them now, removes them, and adds one by a form. */
export const sources: Command = {
  name: 'sources',
  role: 'admin',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { request, effects } = context;
    const { text = '', on, off, refresh, remove } = request.args;
    if (request.answers !== undefined || text.trim() === 'add') return add(context);
    await changeSources({ on, off, remove }, context);
    const query = on ?? refresh;
    if (query !== undefined) effects.defer({ kind: 'refresh-source', sourceId: query });
    return list(context, query !== undefined);
  },
};

async function list(context: Context, isRefreshing: boolean): Promise<Reply> {
  const { request, data } = context;
  const { words, now } = request;
  await offerStarters(context);
  const all = await data.opportunities.sources();
  const counts = await data.opportunities.counts();
  const from = requestedOffset(request.args.skip);
  const zone = context.request.person.zone ?? data.workspace.zone;
  const shown = all.slice(from, from + PAGE).map((source) => ({
    ...source,
    opportunities: counts.get(source.sourceId) ?? 0,
    readAt: source.readAt ? words.moment(source.readAt, zone) : '',
  }));
  const about = { from, count: all.length, size: PAGE, isRefreshing, now };
  return { kind: 'card', to: 'sender', card: sourcesCard(shown, about, words) };
}

async function add(context: Context): Promise<Reply> {
  const { words, answers } = context.request;
  const form = sourceForm(words, answers ?? { kind: 'webinar' });
  if (answers === undefined) return { kind: 'form', form };
  const added = await addSource({ form, answers }, context);
  if ('errors' in added) return { kind: 'form', form: { ...form, errors: added.errors } };
  context.effects.defer({ kind: 'refresh-source', sourceId: added.sourceId });
  return list(context, true);
}

import { answerOf } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import type { ActivityKind } from '../../domain/activity-kinds.ts';
import { isFetchable } from '../../opportunities/fetch-source.ts';
import { STARTER_FEEDS } from '../../opportunities/starter.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { Refusal } from '../../services/refusal.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { sourceForm, sourcesCard } from '../../views/opportunities/source-card.ts';
import type { Command, Context } from '../command.ts';

const PAGE = 8;
const MAX_MINUTES = 44_640;

/** Lists opportunity sources with their state; turns them on or off, reads them now, removes them, and adds one by a form. */
export const sources: Command = {
  name: 'sources',
  role: 'admin',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { request, data, effects } = context;
    const { words } = request;
    const { text = '', on, off, refresh, remove } = request.args;
    if (request.answers !== undefined || text.trim() === 'add') return addSource(context);
    const missing = () => new Refusal(words.opportunity.gone);
    const turned = on ?? off;
    if (turned !== undefined && !(await data.opportunities.setEnabled(turned, on !== undefined))) throw missing();
    if (remove !== undefined && !(await data.opportunities.removeSource(remove))) throw missing();
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

/** Adds the public feeds of the field, turned off, when the list is opened for the first time. */
async function offerStarters({ request: { now }, data }: Context): Promise<void> {
  const known = new Set((await data.opportunities.sources()).map(({ address }) => address));
  if (STARTER_FEEDS.some(({ address }) => known.has(address))) return;
  for (const feed of STARTER_FEEDS)
    await data.opportunities.addSource({ ...feed, language: 'en', isFree: true, isOn: false }, now);
}

async function addSource(context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, now } = request;
  const { answers } = request;
  const form = sourceForm(words, answers ?? { kind: 'webinar' });
  if (answers === undefined) return { kind: 'form', form };
  const phrases = words.opportunity;
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const address = answerOf(answers, 'address');
  if (!errors.has('address') && !(address.startsWith('https://') && isFetchable(address)))
    errors.add('address', phrases.badAddress);
  const typed = answerOf(answers, 'minutes');
  const minutes = typed === '' ? undefined : Number(typed);
  if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= MAX_MINUTES))
    errors.replace('minutes', phrases.badMinutes);
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  const sourceId = await data.opportunities.addSource(
    {
      name: answerOf(answers, 'name'),
      address,
      provider: answerOf(answers, 'provider'),
      kind: answerOf(answers, 'kind') as ActivityKind,
      delivery: '',
      minutes,
      language: '',
      isOn: true,
    },
    now,
  );
  if (sourceId === undefined) return { kind: 'form', form: { ...form, errors: { address: phrases.known } } };
  context.effects.defer({ kind: 'refresh-source', sourceId });
  return list(context, true);
}

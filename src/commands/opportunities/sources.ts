import { answersOf } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { sourceNotesOf } from '../../domain/source-notes.ts';
import { parseFormState, serializeFormState } from '../../services/form-state.ts';
import { addSource } from '../../services/opportunities/add-source.ts';
import { changeSources } from '../../services/opportunities/change-sources.ts';
import { readOpportunityUpload, saveOpportunityUpload } from '../../services/opportunities/import-table.ts';
import { countAvailable, describeSources, findSourceDetails } from '../../services/opportunities/source-details.ts';
import { findStarters, suggestSources, turnOnStarters } from '../../services/opportunities/starter-sources.ts';
import { fileProblemText } from '../../services/records/read-proof-fields.ts';
import { Refusal } from '../../services/refusal.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { opportunityFileForm, opportunityPreviewForm } from '../../views/opportunities/opportunity-table-form.ts';
import { sourceCard, sourceForm, sourcesCard } from '../../views/opportunities/source-card.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';

const PAGE = 8;

/** Lists opportunity sources with their state; turns them on or off, reads them now, removes them, and adds one by a form. */
export const sources: Command = {
  name: 'sources',
  role: 'admin',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { text = '', on, off, refresh, remove, start, show } = request.args;
    const { file } = parseFormState(request.state);
    if (file !== undefined || text.trim() === 'import') return importTable(file, context);
    if (request.answers !== undefined || text.trim() === 'add') return add(context);
    if (show !== undefined) return details(show, context);
    const before = await countAvailable(data);
    await changeSources({ on, off, remove }, context);
    const started = start === undefined ? [] : await turnOnStarters(start.split(','), context);
    const read = [...started, ...[on ?? refresh].filter((one) => one !== undefined)];
    return read.length > 0 ? refreshLater(read, before, context) : list(context);
  },
};

/** Reads sources after the reply; the person gets the result as a message. */
function refreshLater(sourceIds: readonly string[], before: number, { request: { words }, effects }: Context): Reply {
  effects.defer({ kind: 'refresh-sources', sourceIds, before });
  const { sources: title, refreshing } = words.opportunity;
  return { kind: 'card', to: 'sender', card: lineCard(title, refreshing(sourceIds.length)) };
}

function readerOf({ request, data }: Context) {
  return { words: request.words, zone: request.person.zone ?? data.workspace.zone };
}

async function details(sourceId: string, context: Context): Promise<Reply> {
  const found = await findSourceDetails(sourceId, readerOf(context), context.data);
  if (found === undefined) throw new Refusal(context.request.words.opportunity.gone);
  return { kind: 'card', to: 'sender', card: sourceCard(found, context.request.words) };
}

async function list(context: Context): Promise<Reply> {
  const { request, data } = context;
  const stored = await data.opportunities.sources();
  const suggested = await suggestSources(context);
  const starters = findStarters([...stored, ...suggested]);
  const from = requestedOffset(request.args.skip);
  const shown = await describeSources(stored.slice(from, from + PAGE), readerOf(context), data);
  const offset = Math.max(0, from - stored.length);
  const page = {
    from,
    count: stored.length + starters.length,
    size: PAGE,
    suggested: from === 0 ? suggested : [],
  };
  const more = starters.slice(offset, offset + PAGE - shown.length);
  return { kind: 'card', to: 'sender', card: sourcesCard([...shown, ...more], page, request.words) };
}

async function add(context: Context): Promise<Reply> {
  const { words, answers } = context.request;
  const form = sourceForm(words, answers ?? { kind: 'webinar' });
  if (answers === undefined) return { kind: 'form', form };
  const before = await countAvailable(context.data);
  const added = await addSource({ form, answers }, context);
  if ('errors' in added) return { kind: 'form', form: { ...form, errors: added.errors } };
  return refreshLater([added.sourceId], before, context);
}

/** The state of the form before a file was sent. */
const NO_FILE = 'none';

/** Imports a file of opportunities: first the file, then what of it would be saved, then the result. */
async function importTable(known: string | undefined, context: Context): Promise<Reply> {
  const { request } = context;
  const { words, answers, fileProblems = [], fileLimit } = request;
  const stateOf = (file: string) => serializeFormState({ file }) ?? '';
  const again = (problem?: string): Reply => ({
    kind: 'form',
    form: opportunityFileForm([], stateOf(NO_FILE), words, problem),
  });
  if (answers === undefined) return again();
  const isChosen = known !== undefined && known !== NO_FILE;
  const [refused] = fileProblems.map((one) =>
    one.kind === 'not-proof' ? words.import.notTable(one.name) : fileProblemText(one, fileLimit, words),
  );
  const fileId = isChosen ? known : answersOf(answers, 'table')[0];
  if (refused !== undefined || fileId === undefined) return again(refused ?? words.import.noFile);
  const read = await readOpportunityUpload(fileId, context);
  if ('problem' in read) return again(read.problem);
  if (!isChosen) {
    const titles = read.reading.opportunities.map(({ title }) => title);
    const preview = { titles, notes: sourceNotesOf(read.reading) };
    return { kind: 'form', form: opportunityPreviewForm(preview, stateOf(fileId), words) };
  }
  const before = await countAvailable(context.data);
  const { sourceId } = await saveOpportunityUpload(read, context);
  const volume = { before, after: await countAvailable(context.data) };
  const found = await findSourceDetails(sourceId, readerOf(context), context.data);
  if (found === undefined) throw new Refusal(words.opportunity.gone);
  return { kind: 'card', to: 'sender', card: sourceCard(found, words, volume) };
}

import type { Activity } from '../../store/entities.ts';
import type { FoundRecord } from '../../store/records/records.ts';
import type { Words } from '../../strings/index.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';

/** A title that many records have finds the newest of them. */
const MAX_FOUND = 200;
/** Words of a text that are searched. */
const MAX_WORDS = 5;
/** Commands that answer with a form as soon as the record is known. */
const FORM_COMMANDS: ReadonlySet<string> = new Set(['attach', 'edit', 'summary']);

/**
 * Returns the person's own record with an id, the last one (`last`), or the one whose title is the text or has its words. Throws `Refusal` when
 * there is none, and with all that the text may mean when there are several.
 */
export async function findRecordOrRefuse(scope: Scope, id = scope.request.args.record): Promise<Activity> {
  const { request, data } = scope;
  const { person, words } = request;
  if (id !== undefined) return orRefuse(await data.activities.get(person.personId, id), words);
  const text = (request.args.text ?? '').trim();
  if (text === '') throw new Refusal(words.record.which);
  if (!/^last$/iu.test(text)) return findNamedRecordOrRefuse(text, { deleted: false }, scope);
  const last = await data.activities.latest(person.personId, 'kept');
  if (last === null) throw new Refusal(words.record.none);
  return last;
}

/** Returns the record of a title, or of words that only its title or provider has. Throws `Refusal` when that isn't exactly one. */
export async function findNamedRecordOrRefuse(
  text: string,
  { deleted }: { readonly deleted: boolean },
  scope: Scope,
): Promise<Activity> {
  const { request, data } = scope;
  const { person, words } = request;
  const searched = text.split(/\s+/u).slice(0, MAX_WORDS);
  const query = { words: searched.map((word) => ({ text: word, certifications: [] })), skip: 0, limit: MAX_FOUND };
  const found = await data.records.find(person.personId, { ...query, deleted });
  const shown = text.slice(0, 100);
  if (found.length === 0) throw new Refusal(words.record.nothing(shown));
  const exact = found.filter(({ title }) => fold(title) === fold(text));
  const whole = found.filter((record) => searched.every((word) => hasWord(record, word)));
  const [best = []] = [exact, whole].filter(({ length }) => length > 0);
  const [only] = best;
  // What has the letters only inside of other words is offered, never taken.
  if (only === undefined || best.length > 1) throw whichRecord(shown, only === undefined ? found : best, scope);
  return orRefuse(await data.activities.get(person.personId, only.activityId), words);
}

/** Whether a word of the title or the provider begins with a typed word. */
function hasWord({ title, provider }: FoundRecord, word: string): boolean {
  const within = fold(`${title} ${provider}`);
  const typed = fold(word);
  const starts = [...within.matchAll(/(?<![\p{L}\p{N}])[^\s]/gu)].map(({ index }) => index);
  return starts.some((index) => within.startsWith(typed, index));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Each choice repeats the request with the id of a record in place of the typed words. */
function whichRecord(typed: string, found: readonly FoundRecord[], { request }: Scope): Refusal {
  const { command, args, words } = request;
  const { text: _typed, ...others } = args;
  const choices = found.map(({ activityId, title, provider, starts, ends }) => ({
    name: title,
    detail: [words.span(starts, ends), provider].filter((part) => part !== '').join(' · '),
    action: {
      label: words.add.choose,
      command,
      args: { ...others, record: activityId },
      ...(FORM_COMMANDS.has(command) ? { opensForm: true } : {}),
    },
  }));
  return new Refusal(words.record.whichOne(typed, found.length), choices);
}

/** Returns the record that `findRecordOrRefuse` finds. Throws `Refusal` also when it is in the trash. */
export async function findEditableRecordOrRefuse(scope: Scope, id = scope.request.args.record): Promise<Activity> {
  const record = await findRecordOrRefuse(scope, id);
  if (record.deletedAt !== null) throw new Refusal(scope.request.words.record.inTrash);
  return record;
}

function orRefuse(activity: Activity | null, words: Words): Activity {
  if (activity === null) throw new Refusal(words.log.gone);
  return activity;
}

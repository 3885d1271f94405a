import type { Activity } from '../../store/entities.ts';
import type { Words } from '../../strings/index.ts';
import { Refusal } from '../refusal.ts';
import type { Scope } from '../workspace-data.ts';

/**
 * Returns the person's own record with an id, the last one (`last`), or the newest one that matches the text. Throws `Refusal` when there
 * is none.
 */
export async function findRecordOrRefuse(scope: Scope, id = scope.request.args.record): Promise<Activity> {
  const { request, data } = scope;
  const { person, words } = request;
  const { personId } = person;
  if (id !== undefined) return orRefuse(await data.activities.get(personId, id), words);
  const text = (request.args.text ?? '').trim();
  if (text === '') throw new Refusal(words.record.which);
  if (/^last$/iu.test(text)) {
    const last = await data.activities.latest(personId, 'kept');
    if (last === null) throw new Refusal(words.record.none);
    return last;
  }
  const searched = text.split(/\s+/u).slice(0, 5);
  const query = { words: searched.map((word) => ({ text: word, certifications: [] })), skip: 0, limit: 1 };
  const [found] = await data.records.find(personId, query);
  if (found === undefined) throw new Refusal(words.record.nothing(text.slice(0, 100)));
  return orRefuse(await data.activities.get(personId, found.activityId), words);
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

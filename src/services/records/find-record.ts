import type { Activity } from '../../store/entities.ts';
import type { Scope } from '../data.ts';
import { Refusal } from '../refusal.ts';

/**
 * The record somebody means: the one of a button or a form, the last one, or the newest whose title has the words. Refused in words
 * where there is none; somebody else's is as if it were not there.
 */
export async function findRecordOrRefuse(context: Scope, id = context.request.args.record): Promise<Activity> {
  const { request, data } = context;
  const { person, words } = request;
  const { personId } = person;
  if (id !== undefined) return orRefuse(await data.activities.get(personId, id), context);
  const text = (request.args.text ?? '').trim();
  if (text === '') throw new Refusal(words.record.which);
  if (/^last$/iu.test(text)) {
    const last = await data.activities.latest(personId, 'kept');
    if (last === null) throw new Refusal(words.record.none);
    return last;
  }
  const query = text.split(/\s+/u).slice(0, 5);
  const requested = { words: query.map((word) => ({ text: word, certifications: [] })), skip: 0, limit: 1 };
  const [found] = await data.records.find(personId, requested);
  if (found === undefined) throw new Refusal(words.record.nothing(text.slice(0, 100)));
  return orRefuse(await data.activities.get(personId, found.activityId), context);
}

function orRefuse(activity: Activity | null, { request: { words } }: Scope): Activity {
  if (activity === null) throw new Refusal(words.log.gone);
  return activity;
}

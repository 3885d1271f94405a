import type { Answers, Form } from '../chat/form.ts';
import { pushedOut } from '../domain/change.ts';
import { courseOf, type Entry } from '../domain/holding.ts';
import { lookAlikes } from '../domain/look-alike.ts';
import type { NewActivity, NewClaim } from '../store/activities.ts';
import { hashOf } from '../store/proofs.ts';
import type { Effect } from '../views/log-card.ts';
import { type Context, Refusal } from './command.ts';
import type { FormState } from './form-state.ts';
import { writeState } from './form-state.ts';
import { creditStanding } from './held.ts';
import type { CreditHolding } from './member-holding.ts';

/** The id an entry has before it is saved. */
export const UNSAVED = 'unsaved';

/** What an activity would do to each certification it claims for; `holdings` as they are without it. */
export function effectsOf(
  activity: NewActivity,
  holdings: readonly CreditHolding[],
  context: Context,
): readonly Effect[] {
  return activity.claims.map((claim): Effect => {
    const found = holdings.find((one) => one.holdingId === claim.holdingId);
    if (found === undefined) throw new Refusal(context.words.log.gone);
    const cycle = found.cycles.find(({ cycleId }) => cycleId === claim.cycleId) ?? found.cycle;
    const holding = { ...found, cycle };
    const entry = entryOf(activity, claim, cycle.cycle.start);
    const before = creditStanding(holding, context);
    const after = creditStanding({ ...holding, entries: [...holding.entries, entry] }, context);
    return { certification: holding.certification, parts: claim.parts, entry: UNSAVED, before, after };
  });
}

function entryOf(activity: NewActivity, { parts, marks = [] }: NewClaim, cycle: Entry['cycle']): Entry {
  const { kind, starts: start, ends: end, provider, title } = activity;
  const order = Number.MAX_SAFE_INTEGER;
  return { id: UNSAVED, kind, start, end, order, parts, marks, cycle, course: courseOf(provider, title) };
}

/** What somebody should know before an activity is saved. */
export interface Concerns {
  readonly notes: readonly string[];
  /** Records that look like the same. */
  readonly doubles: readonly string[];
  /** The same for the same concerns. */
  readonly seen: string;
}

/** What speaks against saving: look-alikes, and what it pushes over a limit. `besides`: the record that is corrected. */
export async function concernsOf(
  activity: NewActivity,
  effects: readonly Effect[],
  context: Context,
  besides?: string,
): Promise<Concerns | undefined> {
  const { words } = context;
  const alike = await doublesOf(activity, context, besides);
  const notes = [
    ...alike.map(({ reason, title, when }) =>
      reason === 'same-file' ? words.record.sameFile(title, when) : words.record.double(title, when),
    ),
    ...effects.flatMap(({ certification, before, after, entry }) => {
      const lost = pushedOut(before, after, entry);
      return lost > 0 ? [words.log.pushedOut(words.credits(lost, after.renewal.unit), certification.short)] : [];
    }),
  ];
  if (notes.length === 0) return undefined;
  return { notes, doubles: alike.map(({ activityId }) => activityId), seen: hashOf(notes.join('\n')).slice(0, 16) };
}

async function doublesOf(
  { personId, title, provider, starts, ends, proof }: NewActivity,
  context: Context,
  besides = '',
) {
  const { data, words } = context;
  const named = await data.proofs.filesNamed(proof?.fileIds ?? []);
  const files = named.map(({ sha256 }) => sha256);
  const known = besides === '' ? new Set<string>() : await data.doubles.knownBesides(besides);
  const others = (await data.doubles.possible(personId, { starts, ends, files })).filter(
    ({ activityId }) => activityId !== besides && !known.has(activityId),
  );
  return lookAlikes({ title, provider, start: starts, end: ends, files }, others.map(asLookedAt)).map(
    ({ other, reason }) => ({
      activityId: other.activityId,
      reason,
      title: other.title,
      when: words.span(other.start, other.end),
    }),
  );
}

function asLookedAt<T extends { starts: NewActivity['starts']; ends: NewActivity['ends'] }>(one: T) {
  return { ...one, start: one.starts, end: one.ends };
}

/** The form once more, with what should be known before it is saved; sent again just so, it is saved. */
export function askedAgain(form: Form, answers: Answers, concerns: Concerns, state: FormState, context: Context): Form {
  const { record } = context.words;
  const { errors: _, ...rest } = form;
  const told = [
    record.beforeSaving,
    ...concerns.notes,
    ...(concerns.doubles.length > 0 ? [record.proveElsewhere] : []),
  ];
  const remembered = writeState({ ...state, seen: concerns.seen });
  return {
    ...rest,
    submit: concerns.doubles.length > 0 ? record.saveBoth : record.saveAnyway,
    parts: [...told.map((text) => ({ kind: 'text', text }) as const), ...form.parts],
    answers,
    ...(remembered === undefined ? {} : { state: remembered }),
  };
}

import { UNDO_WINDOW_MS } from '../../domain/act.ts';
import { addDays, dayIn } from '../../domain/calendar.ts';
import type { Activity } from '../../store/entities.ts';
import type { ClaimEffect } from '../../views/records/log-card.ts';
import type { ShownRemovedProof, Trashed } from '../../views/records/trash-card.ts';
import { creditHoldings, creditStandingToday, findHoldings } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';
import { findNamedRecordOrRefuse, findRecordOrRefuse } from './find-record.ts';
import { type Retention, TRASH_DAYS, trashRetention } from './record-retention.ts';

const MAX_SHOWN = 10;

/** A record that was moved to the trash or restored, with its effect on each standing. */
export interface MovedRecord {
  readonly record: Activity;
  readonly effects: readonly ClaimEffect[];
  /** How long it can be restored, if it is in the trash. */
  readonly retention: Retention;
}

/** Undoes the record of a receipt's button. Throws `Refusal` if it was logged too long ago, or not by the person. */
export async function undoRecord(id: string, scope: Scope): Promise<MovedRecord> {
  const { person, words, now } = scope.request;
  const record = await findRecordOrRefuse(scope, id);
  const age = now.getTime() - record.createdAt.getTime();
  if (record.deletedAt === null && age >= UNDO_WINDOW_MS)
    throw new Refusal(words.record.tooLate(words.record.ago(Math.floor(age / 60_000))));
  const act = await scope.data.acts.thatLogged(person.personId, record.activityId);
  if (act === undefined && record.deletedAt === null) throw new Refusal(words.log.nothingToUndo);
  if (act !== undefined) await scope.data.acts.markUndone(act.actId, now);
  return setDeleted(record, now, scope);
}

/** Moves a record to the trash. Throws `Refusal` if it is there already. */
export async function trashRecord(record: Activity, scope: Scope): Promise<MovedRecord> {
  return setDeleted(record, scope.request.now, scope);
}

/** Restores a record. Throws `Refusal` if it is not in the trash. */
export async function restoreRecord(record: Activity, scope: Scope): Promise<MovedRecord> {
  return setDeleted(record, null, scope);
}

/** Returns the record with an id, the one in the trash that a text names, or else the last one that was moved there. */
export async function findRestorableRecord(scope: Scope): Promise<Activity> {
  const { person, words, args } = scope.request;
  const { activity, record = activity, text = '' } = args;
  if (record !== undefined) return findRecordOrRefuse(scope, record);
  const typed = text.trim();
  if (typed !== '' && !/^last$/iu.test(typed)) return findNamedRecordOrRefuse(typed, { deleted: true }, scope);
  const last = await scope.data.activities.latest(person.personId, 'deleted');
  if (last === null) throw new Refusal(words.log.nothingToRestore);
  return last;
}

async function setDeleted(record: Activity, deletedAt: Date | null, scope: Scope): Promise<MovedRecord> {
  const { request, data } = scope;
  const { person, words, now } = request;
  const { activityId } = record;
  const before = await claimedHoldings(activityId, scope);
  if (!(await data.activities.setDeleted(person.personId, activityId, deletedAt)))
    throw new Refusal(deletedAt === null ? words.log.alreadyThere : words.log.alreadyUndone);
  const after = await claimedHoldings(activityId, scope);
  const effects = before.map((holding, index): ClaimEffect => {
    const changed = after[index] ?? holding;
    const { certification } = holding;
    const standings = { before: creditStandingToday(holding, scope), after: creditStandingToday(changed, scope) };
    return { certification, parts: [], entry: activityId, ...standings };
  });
  return { record, effects, retention: await trashRetention({ ...record, deletedAt: now }, data, now) };
}

/** Returns the member's holdings that a record claims credits for, as they are now. */
async function claimedHoldings(activityId: string, { request, data }: Scope): Promise<readonly CreditHolding[]> {
  const claims = await data.activities.claimsOf(activityId);
  const holdings = creditHoldings(await findHoldings(request.person, data));
  return holdings.filter(({ holdingId }) => claims.some((claim) => claim.holdingId === holdingId));
}

/** Returns the member's deleted records, the latest first. */
export async function findTrash({ request: { person, now }, data }: Scope): Promise<readonly Trashed[]> {
  const zone = person.zone ?? data.workspace.zone;
  const found = await data.records.find(person.personId, { words: [], deleted: true, skip: 0, limit: MAX_SHOWN });
  const records = await data.activities.byIds(found.map(({ activityId }) => activityId));
  return Promise.all(
    found.flatMap(({ activityId, title }) =>
      records
        .filter((record) => record.activityId === activityId)
        .map(async (record) => {
          const { until } = await trashRetention(record, data, now);
          return { activityId, title, deletedOn: dayIn(zone, record.deletedAt ?? now), until };
        }),
    ),
  );
}

/** Returns the proofs that the member removed from records, the last one first. */
export async function findRemovedProofs({
  request: { person, now },
  data,
}: Scope): Promise<readonly ShownRemovedProof[]> {
  const zone = person.zone ?? data.workspace.zone;
  const found = await data.removedProofs.of(person.personId, MAX_SHOWN);
  return found
    .map(({ removedAt, ...proof }) => {
      const until = addDays(dayIn('UTC', removedAt), TRASH_DAYS);
      return { ...proof, removedOn: dayIn(zone, removedAt), until };
    })
    .filter(({ until }) => until >= dayIn('UTC', now));
}

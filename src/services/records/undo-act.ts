import { ACT_NAMES, type ActAbout, type ActName, UNDO_WINDOW_MS } from '../../domain/act.ts';
import { may } from '../../domain/roles.ts';
import type { Act, JsonRow, RowChange } from '../../store/act-entities.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';
import { noteRestored } from './note-restored.ts';

/** An act that can be undone, and how long ago it was. */
export interface NamedAct {
  readonly actId: string;
  readonly name: ActName;
  readonly about: ActAbout;
  readonly minutes: number;
}

/** The last act of a person. `final` is the command of a later one that can't be undone. */
export interface LastAct {
  readonly act: NamedAct | undefined;
  readonly final: string | undefined;
}

/** Returns the person's last act of the last ten minutes that can be undone. */
export async function findLastAct(scope: Scope): Promise<LastAct> {
  const { request, data } = scope;
  const after = new Date(request.now.getTime() - UNDO_WINDOW_MS);
  let final: string | undefined;
  for (const act of await data.acts.latest(request.person.personId, after)) {
    const changes = await data.acts.changesOf(act.actId);
    if (changes.length > 0) return { act: await nameAct(act, changes, scope), final };
    final ??= act.command;
  }
  return { act: undefined, final };
}

/** Returns the id of the act that is running, for the button that undoes it. */
export function currentActId({ data }: Scope): string {
  return data.acts.currentId;
}

/** Undoes an act of the person. Throws `Refusal` if it is too old, was undone, or what it changed was changed since. */
export async function undoAct(actId: string, scope: Scope): Promise<NamedAct> {
  const { request, data } = scope;
  const { person, words, now } = request;
  const phrases = words.undo;
  const act = await data.acts.get(person.personId, actId);
  if (act === undefined || now.getTime() - act.at.getTime() >= UNDO_WINDOW_MS) throw new Refusal(phrases.tooLate);
  if (!may(person.role, act.role)) throw new Refusal(words.failure.notAllowed);
  if (!(await data.acts.markUndone(actId, now))) throw new Refusal(phrases.already);
  const changes = await data.acts.changesOf(actId);
  const named = await nameAct(act, changes, scope);
  await refuseForeignTeams(changes, scope);
  await dropTrashedClaims(changes, data);
  await restoreRows(changes, named, scope);
  noteRestored(changes, data.audit);
  await refuseWithoutAdmin(changes, scope);
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, now);
  return named;
}

/** Returns the record that an act of the person logged, if that is all it did and it can still be undone. */
export async function findLoggedRecord(actId: string, { request, data }: Scope): Promise<string | undefined> {
  const act = await data.acts.get(request.person.personId, actId);
  if (act?.command !== 'log' || act.undoneAt !== null) return undefined;
  const changes = await data.acts.changesOf(actId);
  const ids = new Set(changes.map(({ before, after }) => (before === null ? after?.activity_id : undefined)));
  const [id] = ids;
  return ids.size === 1 && typeof id === 'string' ? id : undefined;
}

/** Deletes the claims of records in the trash for the certifications that an act added, which are about to be removed. */
async function dropTrashedClaims(changes: readonly RowChange[], { holdings }: Scope['data']): Promise<void> {
  for (const { table, before, after } of changes)
    if (table === 'holding' && before === null) await holdings.dropTrashedClaims(String(after?.holding_id));
}

/** Puts the rows back. Rows that would go with them, because they were added since, mean that it is too late. */
async function restoreRows(changes: readonly RowChange[], named: NamedAct, scope: Scope): Promise<void> {
  const { request, data } = scope;
  const { person, words, now } = request;
  const since = new Refusal(words.undo.changedSince(words.undo.names[named.name](named.about)));
  await data.acts.begin({ personId: person.personId, command: 'undo', role: 'member', at: now });
  try {
    if (!(await data.rowRestorer.trashAdded(changes, now))) throw since;
    if (changes.some(({ table }) => table === 'activity')) await dropTrashedClaims(changes, data);
    if (!(await data.rowRestorer.restore(changes))) throw since;
  } catch (error) {
    // Something added since refers to a row that would be deleted, or takes its place.
    if (isConstraintViolation(error)) throw since;
    throw error;
  }
  const added = new Set(changes.flatMap(({ table, after }) => (after === null ? [] : [`${table} ${idsOf(after)}`])));
  const lost = (await data.acts.drop()).filter(
    ({ table, before, after }) =>
      after === null && before !== null && table !== 'reminder_state' && !added.has(`${table} ${idsOf(before)}`),
  );
  if (lost.length > 0) throw since;
}

/** The columns of a row that end in an id or name its place. */
function idsOf(row: JsonRow): string {
  const names = Object.keys(row).filter((name) => /_id$|^(?:code|category|marks|stated_for)$/u.test(name));
  return JSON.stringify(names.sort().map((name) => row[name]));
}

function isConstraintViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('23');
}

/** A team that the person no longer manages is not changed, though they managed it when they acted. */
async function refuseForeignTeams(changes: readonly RowChange[], { request, data }: Scope): Promise<void> {
  const { person, words } = request;
  if (may(person.role, 'admin')) return;
  const touched = new Set(
    changes.flatMap(({ table, before, after }) =>
      table === 'team' || table === 'team_member' ? [String((after ?? before)?.team_id)] : [],
    ),
  );
  const own = new Set((await data.teams.of(person.personId)).flatMap((one) => (one.isManager ? [one.teamId] : [])));
  if (touched.difference(own).size > 0) throw new Refusal(words.failure.notAllowed);
}

async function refuseWithoutAdmin(changes: readonly RowChange[], { request, data }: Scope): Promise<void> {
  if (!changes.some(({ table }) => table === 'person')) return;
  if (!(await data.people.hasAdmin())) throw new Refusal(request.words.people.lastAdmin);
}

/** Names an act by its command and what it changed. */
async function nameAct({ actId, command, at }: Act, changes: readonly RowChange[], scope: Scope): Promise<NamedAct> {
  const name = ACT_NAMES.find((one) => one === command) ?? 'other';
  const minutes = Math.floor((scope.request.now.getTime() - at.getTime()) / 60_000);
  return { actId, name, about: await describeChanges(changes, scope), minutes };
}

async function describeChanges(changes: readonly RowChange[], scope: Scope): Promise<ActAbout> {
  const { data } = scope;
  const rows = changes.map(({ table, before, after }) => ({ table, row: after ?? before ?? {} }));
  const values = (column: string) => [
    ...new Set(rows.flatMap(({ row }) => (typeof row[column] === 'string' ? [row[column]] : []))),
  ];
  const records = values('activity_id');
  const titles = rows.flatMap(({ table, row }) => (table === 'activity' ? [String(row.title)] : []));
  const [record = ''] = records;
  const title = records.length === 1 ? (titles.at(-1) ?? (await data.activities.byId(record))?.title) : undefined;
  const name = await nameOfSubject({ rows, values }, scope);
  return {
    records: records.length,
    title,
    name,
    entries: rows.filter(({ table }) => table === 'portal_entry').length,
    isRemoval: changes.every(({ after }) => after === null),
  };
}

interface ChangedRows {
  readonly rows: readonly { readonly table: string; readonly row: JsonRow }[];
  readonly values: (column: string) => readonly string[];
}

/** The certification, team or member that was changed. */
async function nameOfSubject({ rows, values }: ChangedRows, { data, request }: Scope): Promise<string | undefined> {
  const codes = [...values('certification'), ...values('code')];
  const holdings = values('holding_id');
  if (codes.length === 0 && holdings.length > 0) {
    const own = await data.holdings.of(request.person.personId);
    codes.push(...own.flatMap(({ holding }) => (holdings.includes(holding.holdingId) ? holding.certification : [])));
  }
  const shorts = [...new Set(codes)].map((code) => data.catalogue.get(code)?.short ?? code);
  if (shorts.length > 0) return request.words.list(shorts);
  const [teamId] = values('team_id');
  if (teamId !== undefined) {
    const row = rows.find(({ table }) => table === 'team')?.row;
    return row === undefined ? (await data.teams.get(teamId))?.name : String(row.name);
  }
  const [personId] = values('person_id');
  return personId === undefined || personId === request.person.personId
    ? undefined
    : (await data.people.get(personId))?.name;
}

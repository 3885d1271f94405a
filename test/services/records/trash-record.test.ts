import { describe, expect, it } from 'vitest';
import type { CreditStanding } from '../../../src/domain/standing.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { findRecordOrRefuse } from '../../../src/services/records/find-record.ts';
import {
  findRestorableRecord,
  findTrash,
  restoreRecord,
  trashRecord,
  undoRecord,
} from '../../../src/services/records/trash-record.ts';
import { Refusal } from '../../../src/services/refusal.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { callService } from '../../support/call-service.ts';
import { cardOf, logCredits, newcomer, type Talk, talkWith } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const words = wordsFor('en-GB');
const phrases = words.log;

/** Logs credits and returns the id of the record. */
async function logged(person: Talk, title: string, credits: Readonly<Record<string, string>> = { cissp: '10' }) {
  const { actions = [] } = cardOf(await logCredits(person, '2026-11-20', credits, { title }));
  return actions[0]?.args.activity ?? '';
}

/** The instant so many minutes after a record was stored. */
async function minutesAfter(person: Talk, id: string, minutes: number): Promise<Date> {
  const { createdAt } = await callService(person, (scope) => findRecordOrRefuse(scope, id));
  return new Date(createdAt.getTime() + minutes * 60_000);
}

const paceOf = ({ paces }: CreditStanding) => paces.find(({ requirement }) => requirement.id === 'total')?.counted;
const isDeleted = (person: Talk, id: string) =>
  callService(person, async (scope) => (await findRecordOrRefuse(scope, id)).deletedAt !== null);
const undo = (id: string) => (scope: Scope) => undoRecord(id, scope);
const restore = (id?: string) => async (scope: Scope) => {
  const args = id === undefined ? {} : { record: id };
  const record = await findRestorableRecord({ ...scope, request: { ...scope.request, args } });
  return restoreRecord(record, scope);
};
const trash = (id: string) => async (scope: Scope) => trashRecord(await findRecordOrRefuse(scope, id), scope);

describe('undoing', () => {
  it('moves the record that is named to the trash', async () => {
    const ana = await talkWith(world, 'cissp');
    const [first, second, third] = [await logged(ana, 'One'), await logged(ana, 'Two'), await logged(ana, 'Three')];

    expect((await callService(ana, undo(first))).record.title).toBe('One');
    expect(await Promise.all([first, second, third].map((id) => isDeleted(ana, id)))).toEqual([true, false, false]);
  });

  it('tells the standing before and after, of the certifications that the record claims credits for', async () => {
    const ana = await talkWith(world, 'cissp', 'cism');
    const id = await logged(ana, 'One', { cissp: '10' });
    const { effects, retention } = await callService(ana, undo(id));

    expect(effects.map(({ certification, entry }) => [certification.code, entry])).toEqual([['cissp', id]]);
    expect(effects.map(({ before, after }) => [paceOf(before), paceOf(after)])).toEqual([[1000, 0]]);
    expect(retention).toEqual({ until: '2026-12-23', mustKeep: false });
  });

  it('is refused once ten minutes have passed', async () => {
    const ana = await talkWith(world, 'cissp');
    const id = await logged(ana, 'One');
    const late = { now: await minutesAfter(ana, id, 10) };

    await expect(callService(ana, undo(id), late)).rejects.toThrow(
      new Refusal(words.record.tooLate(words.record.ago(10))),
    );
    expect(await isDeleted(ana, id)).toBe(false);
    await callService(ana, undo(id), { now: new Date(late.now.getTime() - 1) });
    expect(await isDeleted(ana, id)).toBe(true);
  });

  it('is refused for a second time, and of another person’s record', async () => {
    const ana = await talkWith(world, 'cissp');
    const id = await logged(ana, 'One');
    await expect(callService(newcomer(ana, 'ben'), undo(id))).rejects.toThrow(new Refusal(phrases.gone));
    await callService(ana, undo(id));

    await expect(callService(ana, undo(id))).rejects.toThrow(new Refusal(phrases.alreadyUndone));
  });
});

describe('moving to the trash', () => {
  it('keeps a record as long as a body may audit it, unless it was logged just now', async () => {
    const ana = await talkWith(world, 'cissp');
    const [now, old] = [await logged(ana, 'Now'), await logged(ana, 'Old')];
    const later = { now: await minutesAfter(ana, old, 10) };

    expect((await callService(ana, trash(now))).retention).toEqual({ until: '2026-12-23', mustKeep: false });
    expect((await callService(ana, trash(old), later)).retention).toMatchObject({ mustKeep: true });
    expect(await Promise.all([now, old].map((id) => isDeleted(ana, id)))).toEqual([true, true]);
    await expect(callService(ana, trash(old))).rejects.toThrow(new Refusal(phrases.alreadyUndone));
  });
});

describe('restoring', () => {
  it('takes the last record out of the trash, or the one that is named', async () => {
    const ana = await talkWith(world, 'cissp');
    const [first, second] = [await logged(ana, 'One'), await logged(ana, 'Two')];
    await callService(ana, trash(first));
    await callService(ana, trash(second), { now: await minutesAfter(ana, second, 1) });

    expect((await callService(ana, restore())).record.title).toBe('Two');
    expect(await Promise.all([first, second].map((id) => isDeleted(ana, id)))).toEqual([true, false]);
    const { effects } = await callService(ana, restore(first));
    expect(effects.map(({ certification }) => certification.code)).toEqual(['cissp']);
    expect(await isDeleted(ana, first)).toBe(false);
  });

  it('is refused where there is nothing, and of what is not in the trash', async () => {
    const ana = await talkWith(world, 'cissp');
    const id = await logged(ana, 'One');

    await expect(callService(ana, restore())).rejects.toThrow(new Refusal(phrases.nothingToRestore));
    await expect(callService(ana, restore(id))).rejects.toThrow(new Refusal(phrases.alreadyThere));
  });
});

it('lists the trash of a member alone, the last deleted record first', async () => {
  const ana = await talkWith(world, 'cissp');
  const ben = newcomer(ana, 'ben');
  const ids = [await logged(ana, 'One'), await logged(ana, 'Two'), await logged(ana, 'Three')];
  for (const [index, id] of ids.slice(0, 2).entries())
    await callService(ana, trash(id), { now: await minutesAfter(ana, id, index) });

  expect(await callService(ana, findTrash)).toEqual([
    { activityId: ids[1], title: 'Two', deletedOn: '2026-11-23', until: '2026-12-23' },
    { activityId: ids[0], title: 'One', deletedOn: '2026-11-23', until: '2026-12-23' },
  ]);
  expect(await callService(ben, findTrash)).toEqual([]);
});

it('lists ten records of the trash at most', async () => {
  const ana = await talkWith(world);
  await callService(ana, async ({ request: { person, today, now }, data: { activities } }) => {
    const { personId } = person;
    const about = { kind: 'course', provider: '', delivery: '', description: '', claims: [] } as const;
    const ids = await activities.addAll(
      Array.from({ length: 11 }, (_, index) => ({
        ...{ ...about, personId, title: `Course ${index}`, starts: today, ends: today, minutes: 60 },
      })),
      now,
    );
    for (const id of ids) await activities.setDeleted(personId, id, now);
  });

  expect(await callService(ana, findTrash)).toHaveLength(10);
});

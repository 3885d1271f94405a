import { expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import { countOwnData, eraseOwnData } from '../../../src/services/account/erase-own-data.ts';
import { lastAuditableDay } from '../../../src/services/records/record-retention.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { eraseForm } from '../../../src/views/account/erase-form.ts';
import { callService } from '../../support/call-service.ts';
import { logCredits, newcomer, type Talk, talkWith } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const words = wordsFor('en-GB');

const erase = (person: Talk, answers: Answers) =>
  callService(person, async (scope) => {
    const form = eraseForm(await countOwnData(scope), words);
    return eraseOwnData({ form, answers }, scope);
  });
const count = (person: Talk) => callService(person, countOwnData);

it('counts what would be deleted, of the person alone', async () => {
  const ana = await talkWith(world, 'cissp', 'cism');
  await logCredits(ana, '2026-11-20', { cissp: '1' });
  const until = await callService(ana, ({ request, data }) => lastAuditableDay(request.person.personId, data));

  expect(until).toBeDefined();
  expect(await count(ana)).toEqual({ records: 1, certifications: 2, until });
  expect(await count(newcomer(ana, 'ben'))).toEqual({ records: 0, certifications: 0, until: undefined });
});

it.each(['', 'erase'])('deletes nothing without the word, but “%s”', async (word) => {
  const ana = await talkWith(world, 'cissp');

  expect(await erase(ana, { word })).toEqual({ word: words.erase.wrongWord });
  expect(await count(ana)).toMatchObject({ certifications: 1 });
});

it('deletes everything of the person, and leaves other people’s data', async () => {
  const ana = await talkWith(world, 'cissp');
  const ben = newcomer(ana, 'ben');
  await ben.say('help');
  await logCredits(ana, '2026-11-20', { cissp: '1' });

  expect(await erase(ana, { word: 'ERASE' })).toBeUndefined();
  expect(await callService(ben, async ({ data }) => (await data.people.all()).map(({ name }) => name))).toEqual([
    'ben',
  ]);
  expect(await count(ana)).toEqual({ records: 0, certifications: 0, until: undefined });
});

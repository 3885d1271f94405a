import { describe, expect, it } from 'vitest';
import { answerAttestation } from '../../../src/services/evidence/answer-attestation.ts';
import { findAttesters, requestAttestation } from '../../../src/services/evidence/request-attestation.ts';
import { findRecordOrRefuse } from '../../../src/services/records/find-record.ts';
import { trashRecord } from '../../../src/services/records/trash-record.ts';
import { Refusal } from '../../../src/services/refusal.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { attestForm } from '../../../src/views/evidence/ask-card.ts';
import { callService } from '../../support/call-service.ts';
import { logCredits, newcomer, type Talk, talkWith } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const words = wordsFor('en-GB');
const phrases = words.proof;

/** A member with a record, and colleagues who have talked to recert. */
async function withColleagues(...users: readonly string[]) {
  const ana = await talkWith(world, 'cissp');
  await logCredits(ana, '2026-11-20', { cissp: '1' }, { title: 'Zero trust' });
  const colleagues = users.map((user) => newcomer(ana, user));
  for (const colleague of colleagues) await colleague.say('help');
  return { ana, colleagues };
}

const lastRecord = (person: Talk) => callService(person, (scope) => findRecordOrRefuse(scope, undefined), LAST);
const LAST = { args: { text: 'last' } };

/** Sends the form that asks a person to attest the last record. */
function request(person: Talk, name: string) {
  return callService(
    person,
    async (scope) => {
      const attesters = await findAttesters(scope);
      const who = attesters.find(({ label }) => label === name)?.value ?? name;
      const form = attestForm({ title: '', people: attesters, state: '' }, words);
      return requestAttestation(await findRecordOrRefuse(scope), { form, answers: { who } }, scope);
    },
    LAST,
  );
}

async function requestId(person: Talk, name: string): Promise<string> {
  const requested = await request(person, name);
  if ('errors' in requested) throw new Error(JSON.stringify(requested.errors));
  return requested.requestId;
}

const answer = (person: Talk, id: string, stated: 'yes' | 'no') =>
  callService(person, (scope) => answerAttestation(id, stated, scope));

async function proofsOf(person: Talk) {
  const { activityId } = await lastRecord(person);
  return callService(person, async ({ data }) => (await data.proofs.of([activityId])).get(activityId) ?? []);
}

describe('the people who can attest', () => {
  it('are the others who can be reached, managers and admins first', async () => {
    const { ana } = await withColleagues('ben', 'eve');
    await callService(ana, async ({ request: { from, now }, data: { people } }) => {
      await people.join({ ...from, user: 'dan' }, { name: 'dan', zone: null, locale: null, role: 'admin' }, now);
      const all = await people.all();
      await people.setRole(all.find(({ name }) => name === 'eve')?.personId ?? '', 'manager');
    });

    expect((await callService(ana, findAttesters)).map(({ label }) => label)).toEqual(['eve', 'ben']);
  });

  it('are refused if there is no other person', async () => {
    const { ana } = await withColleagues();

    await expect(callService(ana, findAttesters)).rejects.toThrow(new Refusal(phrases.notFound));
  });
});

describe('a request to attest a record', () => {
  it('goes to the person of the form, once', async () => {
    const { ana } = await withColleagues('ben');

    expect(await request(ana, 'ben')).toMatchObject({ attester: { name: 'ben' } });
    await expect(request(ana, 'ben')).rejects.toThrow(new Refusal(phrases.alreadyRequested('ben')));
  });

  it.each([
    ['', words.shape.missing],
    ['nobody', words.people.stranger('')],
  ])('to “%s” is refused', async (name, why) => {
    const { ana } = await withColleagues('ben');

    expect(await request(ana, name)).toEqual({ errors: { who: why } });
  });
});

describe('the person asked to attest', () => {
  it('is not the member themselves', async () => {
    const { ana } = await withColleagues('ben');

    expect(await request(ana, ana.options.user ?? 'ana')).toEqual({ errors: { who: phrases.notYourself } });
  });

  it('can be reached by recert', async () => {
    const { ana } = await withColleagues('ben');
    await callService(ana, ({ request: { from, now }, data: { people } }) =>
      people.join({ ...from, user: 'dan' }, { name: 'dan', zone: null, locale: null, role: 'admin' }, now),
    );

    expect(await request(ana, 'dan')).toEqual({ errors: { who: words.people.unknownUser('') } });
  });

  it('is offered if they use the same platform', async () => {
    const { ana } = await withColleagues('ben');
    await callService(ana, async ({ request: { now }, data: { people } }) => {
      const teams = { platform: 'teams', tenant: 'other', user: 'eva' } as const;
      await people.join(teams, { name: 'eva', zone: null, locale: null, role: 'admin' }, now);
      await people.saveAddress(teams, 'a:eva');
    });

    expect((await callService(ana, findAttesters)).map(({ label }) => label)).toEqual(['ben']);
  });
});

describe('an answered request', () => {
  it('with a yes adds an attendance form to the proof of the record', async () => {
    const { ana, colleagues } = await withColleagues('ben');
    const [ben] = colleagues as [Talk];
    const { record, owner } = await answer(ben, await requestId(ana, 'ben'), 'yes');
    const benId = (await callService(ben, async ({ request: { person } }) => person)).personId;

    expect([record.title, owner.name]).toEqual(['Zero trust', 'ana']);
    expect(await proofsOf(ana)).toMatchObject([
      { form: 'attendance-record', attestedBy: benId, file: { name: 'attendance.html', personId: owner.personId } },
    ]);
  });

  it('with a no adds nothing', async () => {
    const { ana, colleagues } = await withColleagues('ben');
    await answer(colleagues[0] as Talk, await requestId(ana, 'ben'), 'no');

    expect(await proofsOf(ana)).toEqual([]);
  });

  it('is closed for the same person, and was never open for another', async () => {
    const { ana, colleagues } = await withColleagues('ben', 'eve');
    const [ben, eve] = colleagues as [Talk, Talk];
    const id = await requestId(ana, 'ben');

    await expect(answer(eve, id, 'yes')).rejects.toThrow(new Refusal(phrases.attestGone));
    await answer(ben, id, 'no');
    await expect(answer(ben, id, 'yes')).rejects.toThrow(new Refusal(phrases.attestGone));
    expect(await proofsOf(ana)).toEqual([]);
  });

  it('is refused once the record is in the trash', async () => {
    const { ana, colleagues } = await withColleagues('ben');
    const id = await requestId(ana, 'ben');
    const record = await lastRecord(ana);
    await callService(ana, (scope) => trashRecord(record, scope));

    await expect(answer(colleagues[0] as Talk, id, 'yes')).rejects.toThrow(new Refusal(phrases.attestGone));
  });
});

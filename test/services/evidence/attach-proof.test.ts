import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import { day } from '../../../src/domain/calendar.ts';
import {
  attachProof,
  detachProof,
  findProofFileOrRefuse,
  suggestRecordsToProve,
} from '../../../src/services/evidence/attach-proof.ts';
import { findRecordOrRefuse } from '../../../src/services/records/find-record.ts';
import { fileOptions, findOwnFiles, findProofFiles } from '../../../src/services/records/read-proof-fields.ts';
import { Refusal } from '../../../src/services/refusal.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { proofForm } from '../../../src/views/proof-form.ts';
import { callService } from '../../support/call-service.ts';
import { logCredits, newcomer, type Talk, talkWith } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const words = wordsFor('en-GB');
const phrases = words.proof;
const LAST = { args: { text: 'last' } };

async function withRecord(...titles: readonly string[]): Promise<Talk> {
  const ana = await talkWith(world, 'cissp');
  for (const title of titles) await logCredits(ana, '2026-11-20', { cissp: '1' }, { title });
  return ana;
}

/** Stores a file of a person and returns its id. */
const upload = (person: Talk) =>
  callService(person, ({ request: { person: owner, now }, data: { proofs } }) => {
    const bytes = Buffer.from('the certificate');
    const about = { fileId: crypto.randomUUID(), name: 'c.pdf', type: 'application/pdf', sha256: 'a'.repeat(64) };
    return proofs.addFile({ ...about, size: bytes.byteLength, bytes, personId: owner.personId }, now);
  });

/** Sends the form that adds proof to the last record. */
const attach = (person: Talk, answers: Answers) =>
  callService(
    person,
    async (scope) => {
      const files = fileOptions(await findProofFiles(answers, scope));
      const form = proofForm({ words, about: '', files, state: '', answers });
      return attachProof(await findRecordOrRefuse(scope), { form, answers }, scope);
    },
    LAST,
  );

const detach = (person: Talk, proofId: string) =>
  callService(person, async (scope) => detachProof(await findRecordOrRefuse(scope), proofId, scope), LAST);
const fileOf = (person: Talk, proofId: string | undefined) =>
  callService(person, async (scope) => findProofFileOrRefuse(await findRecordOrRefuse(scope), proofId, scope), LAST);

async function proofId(person: Talk, answers: Answers): Promise<string> {
  const attached = await attach(person, answers);
  if ('errors' in attached) throw new Error(JSON.stringify(attached.errors));
  return attached.details.proofs[0]?.proofId ?? '';
}

describe('the proof of a sent form', () => {
  it('is added to the record', async () => {
    const ana = await withRecord('Zero trust');
    const attached = await attach(ana, { proof: [await upload(ana)], proofForm: 'certificate', note: 'On paper too' });

    expect(attached).toMatchObject({
      details: {
        record: { title: 'Zero trust' },
        proofs: [{ form: 'certificate', note: 'On paper too', file: { name: 'c.pdf' } }],
      },
    });
  });

  it.each([
    [{}, { link: phrases.nothing }],
    [{ link: 'http://a.example/1' }, { link: words.log.notHttps }],
    [{ proof: ['nobody’s'], note: 'x' }, { proof: phrases.notYours }],
  ])('is refused with %j', async (answers, errors) => {
    const ana = await withRecord('Zero trust');

    expect(await attach(ana, answers)).toMatchObject({ errors });
    await expect(fileOf(ana, undefined)).rejects.toThrow(new Refusal(phrases.gone));
  });
});

describe('a proof', () => {
  it('is removed from its record, once', async () => {
    const ana = await withRecord('Zero trust');
    const id = await proofId(ana, { note: 'On paper' });

    expect((await detach(ana, id)).proofs).toEqual([]);
    await expect(detach(ana, id)).rejects.toThrow(new Refusal(phrases.gone));
  });

  it('has its file found, if it has one', async () => {
    const ana = await withRecord('Zero trust');
    const fileId = await upload(ana);
    const note = await proofId(ana, { note: 'On paper' });

    await expect(fileOf(ana, note)).rejects.toThrow(new Refusal(phrases.gone));
    await detach(ana, note);
    expect(await fileOf(ana, await proofId(ana, { proof: [fileId] }))).toMatchObject({ fileId, name: 'c.pdf' });
  });
});

it('suggests the newest six records for files, and those without proof where there are none', async () => {
  const ana = await withRecord('1', '2', '3', '4', '5', '6', '7');
  await attach(ana, { note: 'On paper' });
  const fileId = await upload(ana);
  const files = await callService(ana, (scope) => findOwnFiles([fileId], scope));
  const suggested = async (person: Talk, received: typeof files) =>
    (await callService(person, (scope) => suggestRecordsToProve({ files: received }, scope))).map(({ title }) => title);

  expect(await suggested(ana, files)).toEqual(['7', '6', '5', '4', '3', '2']);
  expect(await suggested(ana, [])).toEqual(['6', '5', '4', '3', '2', '1']);
  expect(await suggested(newcomer(ana, 'ben'), files)).toEqual([]);
});

it.each([
  ['2026-11-26', ['1']],
  ['2026-10-01', []],
])('suggests records near the day %s of a certificate', async (printed, expected) => {
  const ana = await withRecord('1');
  const fileId = await upload(ana);
  const reading = { kind: 'certificate', from: { value: day(printed), words: printed }, questions: [] } as const;

  const suggested = await callService(ana, async (scope) =>
    suggestRecordsToProve({ files: await findOwnFiles([fileId], scope), reading }, scope),
  );

  expect(suggested.map(({ title }) => title)).toEqual(expected);
});

import { describe, expect, it } from 'vitest';
import { requiredWords, saveSummary } from '../../../src/services/evidence/save-summary.ts';
import { findRecordOrRefuse } from '../../../src/services/records/find-record.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { summaryForm } from '../../../src/views/evidence/summary-form.ts';
import { callService } from '../../support/call-service.ts';
import { logCredits, type Talk, talkWith } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const words = wordsFor('en-GB');
const LAST = { args: { text: 'last' } };

async function withRecord(code: string, more = {}): Promise<Talk> {
  const ana = await talkWith(world, code);
  await logCredits(ana, '2026-11-20', { [code]: '1' }, { title: 'Zero trust', ...more });
  return ana;
}

/** Sends a summary for the last record, whose form was opened with a version. */
const save = (person: Talk, description: string, version: number) =>
  callService(
    person,
    async (scope) => {
      const answers = { description };
      const form = summaryForm({ words, title: '', wanted: 0, count: 0, state: '', answers });
      return saveSummary(await findRecordOrRefuse(scope), { form, answers, version }, scope);
    },
    LAST,
  );
const lastRecord = (person: Talk) => callService(person, (scope) => findRecordOrRefuse(scope), LAST);

describe('a sent summary', () => {
  it('is saved, and the record is returned as it is then', async () => {
    const ana = await withRecord('cissp');
    const { version } = await lastRecord(ana);

    expect(await save(ana, 'How to get there.', version)).toMatchObject({
      kind: 'saved',
      details: { record: { description: 'How to get there.' } },
    });
    expect((await lastRecord(ana)).description).toBe('How to get there.');
  });

  it('does not overwrite a change that was made meanwhile', async () => {
    const ana = await withRecord('cissp');
    const { version } = await lastRecord(ana);
    await save(ana, 'First', version);

    expect(await save(ana, 'Second', version)).toEqual({ kind: 'conflict' });
    expect((await lastRecord(ana)).description).toBe('First');
  });

  it('without a word is refused', async () => {
    const ana = await withRecord('cissp', { description: 'As it was' });

    expect(await save(ana, '', (await lastRecord(ana)).version)).toEqual({
      kind: 'invalid',
      errors: { description: words.shape.missing },
    });
    expect((await lastRecord(ana)).description).toBe('As it was');
  });
});

describe('a summary', () => {
  const book = { kind: 'reading', 'item.cissp': 'Book or magazine issue read', 'credits.cissp': '5' };

  it.each([
    ['of no words for a book', { ...book }, 250],
    ['of 249 words for a book', { ...book, description: 'word '.repeat(249) }, 250],
    ['of 250 words for a book', { ...book, description: 'word '.repeat(250) }, 0],
    ['of no words for a webinar', { kind: 'webinar' }, 0],
  ])('%s', async (_, more, wanted) => {
    const ana = await withRecord('cissp', more);

    expect(await callService(ana, async (scope) => requiredWords(await findRecordOrRefuse(scope), scope), LAST)).toBe(
      wanted,
    );
  });
});

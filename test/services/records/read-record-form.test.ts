import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { CreditHolding } from '../../../src/services/certifications/member-holding.ts';
import { type RecordFormContext, readRecordForm } from '../../../src/services/records/read-record-form.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { aCertification, aRenewal } from '../../domain/rules.ts';

const words = wordsFor('en-GB');
const cycle = { cycleId: 'y', cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };
const renewal = aRenewal();
const holding: CreditHolding = {
  ...{ holdingId: 'h', personId: 'p', number: '', renewal, cycle, cycles: [cycle], entries: [] },
  certification: aCertification({ renewal }),
};
const form = {
  command: 'log',
  title: 'Log',
  submit: 'Save',
  parts: [
    { kind: 'line', name: 'title', label: 'Title', maxLength: 10 },
    { kind: 'file', name: 'proof', label: 'Proof', max: 2, options: [{ value: 'f1', label: 'f1' }], optional: true },
  ],
} as const;
const answers: Answers = { title: 'Audit', start: '2026-03-02', counts: ['abc'], 'credits.abc': '1' };

function read(over: Answers, locale = 'en-GB') {
  const person = { personId: 'p', locale } as RecordFormContext['person'];
  const context = { words, person, today: day('2026-11-25'), fileLimit: 1000 };
  return readRecordForm({ form, answers: { ...answers, ...over }, holdings: [holding] }, context);
}

describe('a sent form about a record', () => {
  it('is the activity to save', () => {
    const stated = {
      provider: 'SANS',
      kind: 'course',
      delivery: 'in-person',
      end: '2026-03-04',
      duration: '1.5h',
      description: 'All of it',
    };

    expect(read({ ...stated, note: 'In my folder' })).toEqual({
      activity: {
        personId: 'p',
        title: 'Audit',
        provider: 'SANS',
        kind: 'course',
        delivery: 'in-person',
        starts: '2026-03-02',
        ends: '2026-03-04',
        minutes: 90,
        description: 'All of it',
        proof: { form: '', shows: [], link: '', note: 'In my folder', fileIds: [] },
        claims: [{ holdingId: 'h', cycleId: 'y', parts: [{ category: 'total', credits: 100 }] }],
      },
    });
  });

  it.each([
    [{}, { kind: 'other', delivery: '', minutes: undefined, ends: '2026-03-02' }],
    [{ kind: 'party' }, { kind: 'other' }],
    [{ delivery: 'by-pigeon' }, { delivery: '' }],
    [{ start: '2 March' }, { starts: '2026-03-02' }],
    [{ start: '2026-11-25' }, { starts: '2026-11-25' }],
    [{ start: '3-8 Mar 2025' }, { starts: '2025-03-03', ends: '2025-03-08' }],
    [{ start: 'vom 3. bis 8. März' }, { starts: '2026-03-03', ends: '2026-03-08' }],
    [
      { start: '3-8 Mar', end: '2026-03-09' },
      { starts: '2026-03-03', ends: '2026-03-09' },
    ],
    [
      { 'credits.abc': '', duration: '90m' },
      { minutes: 90, claims: [{ parts: [{ category: 'total', credits: 150 }] }] },
    ],
  ])('with %j', (over, activity) => {
    expect(read(over)).toMatchObject({ activity });
  });

  it.each([
    ['en-GB', '2026-04-03'],
    ['en-US', '2026-03-04'],
  ])('has days in the order of %s', (locale, starts) => {
    expect(read({ start: '3/4/2026' }, locale)).toMatchObject({ activity: { starts } });
  });

  it.each([
    [{ title: '' }, { title: words.shape.missing }],
    [{ title: 'x'.repeat(11) }, { title: words.shape.tooLong(11, 10) }],
    [{ start: 'soon' }, { start: words.shape.badDay('soon') }],
    [{ start: '2026-11-26' }, { start: words.shape.future(day('2026-11-26')) }],
    [{ end: '2026-11-26' }, { end: words.shape.future(day('2026-11-26')) }],
    [{ end: '2026-03-01' }, { end: words.shape.endBeforeStart(day('2026-03-02')) }],
    [{ duration: 'long' }, { duration: words.log.badDuration('long') }],
    [{ duration: '0m' }, { duration: words.log.badDuration('0m') }],
    [{ duration: '1001h' }, { duration: words.log.durationTooLong }],
    [{ proof: ['f2'] }, { proof: words.proof.notYours }],
    [{ link: 'http://a.example/1' }, { link: words.log.notHttps }],
    [{ counts: [], 'credits.abc': '' }, { counts: words.log.countsForNothing }],
    [
      { title: '', start: 'soon', 'credits.abc': 'x' },
      { title: words.shape.missing, start: words.shape.badDay('soon'), 'credits.abc': words.log.unreadable('x') },
    ],
  ])('is refused with %j', (over, errors) => {
    expect(read(over)).toEqual({ errors });
  });

  it('is not saved without a day', () => {
    expect(read({ start: '' })).not.toHaveProperty('activity');
  });
});

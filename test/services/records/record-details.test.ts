import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { proofFacts, toProvableRecord } from '../../../src/services/records/record-details.ts';
import type { Activity } from '../../../src/store/entities.ts';

const nothing = { form: '', shows: [], link: '', note: '' } as const;

describe('the facts of a proof', () => {
  it.each([
    [nothing, { form: undefined, shows: [], hasFile: false, hasLink: false, hasNote: false }],
    [
      { ...nothing, form: 'certificate' },
      { form: 'certificate', hasFile: false },
    ],
    [{ ...nothing, shows: ['attendee'] }, { shows: ['attendee'] }],
    [
      { ...nothing, file: {} },
      { hasFile: true, hasLink: false, hasNote: false },
    ],
    [
      { ...nothing, link: 'https://a.example' },
      { hasFile: false, hasLink: true, hasNote: false },
    ],
    [
      { ...nothing, note: 'In my folder' },
      { hasFile: false, hasLink: false, hasNote: true },
    ],
  ] as const)('%j', (proof, facts) => {
    expect(proofFacts(proof)).toMatchObject(facts);
  });
});

describe('a record for the evidence rules', () => {
  const record = {
    title: 'Zero trust',
    provider: 'SANS',
    description: 'How to get there.',
    kind: 'webinar',
    minutes: 60,
    starts: day('2026-03-02'),
    ends: day('2026-03-04'),
  } as Activity;

  it.each([
    [60, 60],
    [null, undefined],
  ])('of %s minutes', (stored, minutes) => {
    const proof = { ...nothing, proofId: 'f', activityId: 'r', link: 'https://a.example', addedAt: new Date(0) };

    expect(toProvableRecord({ ...record, minutes: stored }, [proof])).toEqual({
      title: 'Zero trust',
      provider: 'SANS',
      description: 'How to get there.',
      kind: 'webinar',
      minutes,
      start: '2026-03-02',
      end: '2026-03-04',
      proofs: [{ form: undefined, shows: [], hasFile: false, hasLink: true, hasNote: false }],
    });
  });
});

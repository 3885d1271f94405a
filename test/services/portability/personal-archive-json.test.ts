import { describe, expect, it } from 'vitest';
import { parsePersonalExport } from '../../../src/services/portability/personal-archive-json.ts';
import { wordsFor } from '../../../src/strings/index.ts';

const words = wordsFor('en-GB');
const { over } = words.import;
const certification = {
  certification: 'cissp',
  number: '123',
  certifiedOn: null,
  periods: {},
  cycles: [
    {
      ...{ starts: '2025-01-01', ends: '2027-12-31', conditions: {}, actsDone: {}, carryOver: [] },
      cured: { 'year:1': { on: '2026-02-01', what: 'Made up' } },
      openings: [{ on: '2025-12-31', parts: [{ category: 'a', credits: 500, marks: ['x'] }], accepted: true }],
    },
  ],
};
const proof = { form: 'certificate', shows: ['attendee'], link: '', note: '', isAttested: false };
const claim = {
  ...{ certification: 'cissp', cycle: '2025-01-01', overClaimReason: '', marks: [] },
  parts: [{ category: 'a', credits: 100 }],
};
const record = {
  ...{ title: 'Audit', provider: 'SANS', kind: 'course', delivery: '', description: '' },
  ...{ starts: '2026-03-02', ends: '2026-03-02', claims: [claim], proofs: [proof], portal: [] },
};

function read(certifications: readonly unknown[], records: readonly unknown[]) {
  return parsePersonalExport(JSON.stringify({ format: 'recert export 1', certifications, records }), words);
}

describe('the JSON of an archive', () => {
  it('is read as it was written, and what else is in it is left out', () => {
    const more = { ...record, id: 'r1', enteredAt: '2026-03-02T12:00:00Z', minutes: 60 };
    const { id, enteredAt, ...kept } = more;

    expect(read([certification], [more])).toEqual({
      format: 'recert export 1',
      certifications: [certification],
      records: [kept],
    });
  });

  it('is read where it was written before parts had marks and cycles had cures', () => {
    const { cured, openings, ...cycle } = certification.cycles[0] ?? {};
    const { overClaimReason, ...before } = claim;

    expect(
      read([{ ...certification, cycles: [cycle] }], [{ ...record, claims: [{ ...before, marks: ['x'] }] }]),
    ).toMatchObject({
      certifications: [{ cycles: [{ ...cycle, cured: {}, openings: [] }] }],
      records: [{ claims: [{ ...claim, marks: ['x'] }] }],
    });
  });

  it('is cleaned like what is typed in a chat', () => {
    expect(read([], [{ ...record, title: ' Zero\u202e\u0000 trust ' }])).toMatchObject({
      records: [{ title: 'Zero trust' }],
    });
  });

  it.each(['', 'x', '{', 'undefined'])('is not %j', (content) => {
    expect(parsePersonalExport(content, words)).toEqual({ lines: [over.notJson] });
  });

  it.each(['null', '[]', '1', '"x"'])('is an object: %s', (content) => {
    expect(parsePersonalExport(content, words)).toEqual({ lines: [over.shape('')] });
  });

  it('is of this format', () => {
    const content = JSON.stringify({ format: 'recert export 2', certifications: [], records: [] });

    expect(parsePersonalExport(content, words)).toEqual({ lines: [over.shape('format')] });
  });
});

describe('a record of an archive', () => {
  it.each([
    [{ title: '' }, 'title'],
    [{ title: ' \u0000 ' }, 'title'],
    [{ title: 'x'.repeat(201) }, 'title'],
    [{ kind: 'party' }, 'kind'],
    [{ delivery: 'by-pigeon' }, 'delivery'],
    [{ starts: '2026-02-30' }, 'starts'],
    [{ ends: 'soon' }, 'ends'],
    [{ minutes: -1 }, 'minutes'],
    [{ minutes: 1.5 }, 'minutes'],
    [{ claims: [{ ...claim, cycle: '2025' }] }, 'claims.0.cycle'],
    [{ claims: [{ ...claim, parts: [{ category: 'a', credits: 0 }] }] }, 'claims.0.parts.0.credits'],
    [{ claims: [{ ...claim, parts: [{ category: 'a', credits: 1e9 }] }] }, 'claims.0.parts.0.credits'],
    [{ proofs: [{ ...proof, form: 'x' }] }, 'proofs.0.form'],
    [{ proofs: [{ ...proof, shows: ['x'] }] }, 'proofs.0.shows.0'],
    [{ proofs: [{ ...proof, link: 'http://a.example' }] }, 'proofs.0.link'],
    [{ proofs: [{ ...proof, link: 'javascript:alert(1)' }] }, 'proofs.0.link'],
    [{ proofs: [{ ...proof, sha256: 'A'.repeat(64) }] }, 'proofs.0.sha256'],
    [{ proofs: [{ ...proof, sha256: 'a'.repeat(63) }] }, 'proofs.0.sha256'],
    [{ portal: [{ certification: 'cissp', state: 'lost', on: '2026-03-02', reference: '' }] }, 'portal.0.state'],
  ])('is refused with %j', (wrong, path) => {
    expect(read([], [record, { ...record, ...wrong }])).toEqual({ lines: [over.shape(`records.1.${path}`)] });
  });

  it.each([
    [{ proofs: [{ ...proof, link: 'https://a.example/1', sha256: 'a'.repeat(64), name: 'a.pdf' }] }],
    [{ portal: [{ certification: 'cissp', state: 'accepted', on: '2026-03-02', reference: 'R1' }] }],
    [{ minutes: 0 }],
    [{ title: 'x'.repeat(200) }],
  ])('may have %j', (right) => {
    expect(read([], [{ ...record, ...right }])).toMatchObject({ records: [right] });
  });
});

describe('a certification of an archive', () => {
  it.each([
    [{ certifiedOn: 'x' }, 'certifiedOn'],
    [{ number: 'x'.repeat(101) }, 'number'],
    [{ periods: { ethics: 'x' } }, 'periods.ethics'],
    [{ cycles: [{ ...certification.cycles[0], ends: '2027-13-01' }] }, 'cycles.0.ends'],
    [{ cycles: [{ ...certification.cycles[0], actsDone: { exam: '' } }] }, 'cycles.0.actsDone.exam'],
    [{ cycles: Array.from({ length: 101 }, () => certification.cycles[0]) }, 'cycles'],
  ])('is refused with %j', (wrong, path) => {
    expect(read([{ ...certification, ...wrong }], [])).toEqual({ lines: [over.shape(`certifications.0.${path}`)] });
  });

  it('names every problem', () => {
    const lines = ['certifications.0.number', 'records.0.kind'].map(over.shape);

    expect(read([{ ...certification, number: 1 }], [{ ...record, kind: 1 }])).toEqual({ lines });
  });
});

import { loadCatalogue } from '../../src/catalogue/index.ts';
import { addDays, day } from '../../src/domain/calendar.ts';
import type { Certification } from '../../src/domain/certification.ts';
import { courseOf } from '../../src/domain/holding.ts';
import { reportPerson } from '../../src/domain/report-person.ts';
import type { PrintedReport } from '../../src/reports/audit-report.ts';
import type { PrintedRecord } from '../../src/reports/printed-record.ts';
import { wordsFor } from '../../src/strings/index.ts';

const PEOPLE = 50;

/** A report of fifty people with so many records together, every one with a proof. */
export function bigReport(records: number, people = PEOPLE): PrintedReport {
  const certification = loadCatalogue().get('cissp') as Certification;
  const cycle = { cycle: { start: day('2024-01-01'), end: day('2026-12-31') } };
  const on = day('2026-11-23');
  const each = Math.ceil(records / people);
  const persons = Array.from({ length: people }, (_unused, person) => {
    const own = Array.from({ length: Math.min(each, records - person * each) }, (_none, at): PrintedRecord => {
      const n = person * each + at;
      const start = addDays(cycle.cycle.start, (n * 7) % 1000);
      const title = `Record number ${n}. ${['Zero trust', 'Threat modelling', 'Incident response', 'Cloud keys'][n % 4]}`;
      const proof = {
        form: 'certificate',
        shows: ['attendee', 'hours'],
        link: '',
        note: '',
        attestedBy: undefined,
        file: { name: `certificate-${n}.pdf`, sha256: 'ab'.repeat(32) },
      } as const;
      return {
        ...{
          id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
          title,
          provider: 'SANS',
          kind: 'webinar',
          minutes: 90,
          start,
          end: start,
        },
        description: 'What was learnt, in a sentence or two, as somebody would write it down after a webinar.',
        proofs: [{ form: 'certificate', shows: ['attendee', 'hours'], hasFile: true, hasLink: false, hasNote: false }],
        ...{
          files: [`${n}`],
          distinctFrom: new Set<string>(),
          overClaimReasons: new Map(),
          enteredOn: start,
          changedOn: [],
          enteredBy: '',
        },
        past: {
          personId: `p${person}`,
          delivery: 'online-live',
          enteredAt: new Date(`${start}T12:00:00Z`),
          proofs: [proof],
        },
      };
    });
    const entries = own.map(({ id, kind, start, end, title, provider }, order) => ({
      ...{ id, kind, start, end, order, cycle: cycle.cycle.start, course: courseOf(provider, title) },
      parts: [{ category: 'group-a', credits: 150 }],
    }));
    const holding = { holdingId: `h${person}`, certification, cycles: [cycle], entries, number: `${person}` };
    const stated = reportPerson([holding], own, { on, tolerance: 7, providerWords: new Set() });
    return { personId: `p${person}`, role: 'member', isManager: false, unclaimed: 0, ...stated } as const;
  });
  return {
    ...{
      words: wordsFor('en-GB'),
      on,
      team: 'Everybody',
      people: persons,
      period: undefined,
      certification: undefined,
    },
    ...{
      paper: 'a4',
      content: 'full',
      requestedBy: 'Hugo',
      madeAt: new Date('2026-11-23T12:00:00Z'),
      zone: 'UTC',
      tolerance: 7,
    },
    nameOf: (id) => `Person ${id}`,
    rulesOf: () => ({ version: 'abcdef012345', isOwn: false }),
    shortOf: (code) => code,
    ...{
      mark: { seq: 1, hash: 'ab'.repeat(32) },
      contentHash: 'cd'.repeat(32),
      csvHash: 'ef'.repeat(32),
      keyId: '0123456789abcdef',
    },
  };
}

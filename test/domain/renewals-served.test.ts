import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { ACTIVITY_KINDS, type ActivityKind } from '../../src/domain/activity-kinds.ts';
import { day } from '../../src/domain/calendar.ts';
import { beyondLimit, beyondLimitTogether, maxRenewals, type ServedRenewal } from '../../src/domain/renewals-served.ts';
import { fc } from '../support/properties.ts';

/** A renewal in short: `gsec`, or `gsec 2025-01-01` for the cycle that begins then. */
function served(short: string): ServedRenewal {
  const [code = '', start] = short.split(' ');
  const certification = loadCatalogue().get(code);
  if (certification === undefined) throw new Error(`${code} is missing.`);
  return { certification, ...(start === undefined ? {} : { cycle: day(start) }) };
}

/** What is refused of an activity; `course sans-giac` claims that category. */
function refused(requested: readonly string[], activity: string, before: readonly string[] = []): string {
  const [kind, category] = activity.split(' ') as [ActivityKind, string | undefined];
  const claims = requested.map((short) => ({ ...served(short), category }));
  const beyond = beyondLimit(claims, kind, before.map(served));
  return beyond.map(({ served: one, max }) => `${one.certification.code} after ${max.value}`).join(', ');
}

describe('how many renewals one activity may serve', () => {
  it.each<[string, readonly string[], string, readonly string[], string]>([
    ['one webcast serves one renewal of GIAC', ['gsec'], 'webinar', [], ''],
    ['the second is too many', ['gsec', 'gcih'], 'webinar', [], 'gcih after 1'],
    ['and the third', ['gsec', 'gcih', 'gpen'], 'webinar', [], 'gcih after 1, gpen after 1'],
    ['a SANS course serves three', ['gsec', 'gcih', 'gpen'], 'course sans-giac', [], ''],
    ['the fourth is too many', ['gsec', 'gcih', 'gpen', 'gcia'], 'course sans-giac', [], 'gcia after 3'],
    ['GIAC does not say of other courses', ['gsec', 'gcih', 'gpen', 'gcia'], 'course other-training', [], ''],
    ['nor of a course in no category', ['gsec', 'gcih', 'gpen', 'gcia'], 'course', [], ''],
    ['a paper serves two', ['gsec', 'gcih', 'gpen'], 'authoring career-development', [], 'gpen after 2'],
    ['a Gold paper three', ['gsec', 'gcih', 'gpen', 'gcia'], 'authoring sans-giac', [], 'gcia after 3'],
    ['an article one', ['gsec', 'gcih'], 'authoring community', [], 'gcih after 1'],
    [
      'a category without rules of its own has those of the kind',
      ['gsec', 'gcih'],
      'webinar netwars',
      [],
      'gcih after 1',
    ],
    ['GIAC does not say of work', ['gsec', 'gcih', 'gpen'], 'work-experience', [], ''],
    ['another body does not count', ['cissp', 'cisa', 'gsec'], 'webinar', [], ''],
    ['nor does GIAC for another body', ['gsec', 'cissp', 'ccsp'], 'webinar', [], ''],
    ['what was entered earlier counts', ['gcih'], 'webinar', ['gsec'], 'gcih after 1'],
    ['the same renewal again is not another', ['gsec'], 'webinar', ['gsec'], ''],
    ['the same certification in another cycle is', ['gsec 2029-01-01'], 'webinar', ['gsec 2025-01-01'], 'gsec after 1'],
    ['earlier ones of another body do not count', ['gsec'], 'webinar', ['cissp'], ''],
    ['what an exam renews has no limit', ['cka', 'ckad'], 'webinar', [], ''],
  ])('%s', (_, requested, kind, before, expected) => {
    expect(refused(requested, kind, before)).toBe(expected);
  });

  it('goes by time of entry over several records that are one activity', () => {
    const record = (id: string, order: number, kind: ActivityKind, ...serves: string[]) => ({
      id,
      order,
      kind,
      serves: serves.map((short) => ({ ...served(short), category: 'sans-giac' })),
    });

    const beyond = beyondLimitTogether([
      record('third', 3, 'course', 'gcia', 'gmon', 'gsec'),
      record('first', 1, 'course', 'gsec'),
      record('second', 2, 'course', 'gcih', 'gsec', 'gpen'),
    ]);

    expect(beyond.map(({ record: id, served: one }) => `${id} ${one.certification.code}`)).toEqual([
      'third gcia',
      'third gmon',
    ]);
  });

  it('never lets more renewals of a body through than it says, and refuses none without need', () => {
    const giac = loadCatalogue().all.filter(({ body }) => body === 'GIAC');
    const requested = fc.uniqueArray(fc.constantFrom(...giac), { maxLength: 6 });
    fc.assert(
      fc.property(requested, fc.constantFrom(...ACTIVITY_KINDS), (certifications, kind) => {
        const [first] = certifications;
        const max = first && maxRenewals({ certification: first }, kind)?.value;
        const beyond = beyondLimit(
          certifications.map((certification) => ({ certification })),
          kind,
        );
        expect(certifications.length - beyond.length).toBe(Math.min(certifications.length, max ?? Infinity));
      }),
    );
  });
});

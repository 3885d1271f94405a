import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { readCertification } from '../../src/catalogue/schema.ts';
import type { ActivityKind } from '../../src/domain/activity-kinds.ts';
import { day } from '../../src/domain/calendar.ts';
import { evidenceFor, refusalsIn } from '../../src/domain/evidence.ts';
import { inForce } from '../../src/domain/sourced-value.ts';

const catalogue = loadCatalogue();

/** What the catalogue takes as proof of one kind, in words parted by spaces. */
function taken(code: string, kind: ActivityKind) {
  const terms = evidenceFor(catalogue.get(code)?.upkeep.evidence ?? {}, kind);
  return {
    accepts: terms.accepts?.value.join(' '),
    needs: terms.needs?.value.join(' '),
    refuses: refusalsIn(terms)
      .flatMap(({ value }) => value)
      .join(' '),
    shows: terms.shows?.value.join(' '),
    language: terms.language?.value,
  };
}

const ATTENDED = 'certificate transcript diploma attendance-record minutes';
const AT_ISACA = 'calendar-invite screenshot registration receipt slides';
const AT_ACFE = 'registration invoice syllabus slides spreadsheet calendar-invite screenshot receipt';

describe('what proves an activity, typed from the facts by hand', () => {
  it.each`
    code               | kind                     | accepts                                                  | needs                    | refuses                                   | shows                                             | language
    ${'cissp'}         | ${'course'}              | ${ATTENDED}                                              | ${undefined}             | ${''}                                     | ${undefined}                                      | ${'en'}
    ${'cissp'}         | ${'conference'}          | ${ATTENDED}                                              | ${undefined}             | ${''}                                     | ${undefined}                                      | ${'en'}
    ${'sscp'}          | ${'webinar'}             | ${`${ATTENDED} screenshot`}                              | ${undefined}             | ${''}                                     | ${undefined}                                      | ${'en'}
    ${'ccsp'}          | ${'vendor-presentation'} | ${`${ATTENDED} screenshot`}                              | ${undefined}             | ${''}                                     | ${undefined}                                      | ${'en'}
    ${'cc'}            | ${'reading'}             | ${'summary'}                                             | ${undefined}             | ${''}                                     | ${undefined}                                      | ${'en'}
    ${'cissp'}         | ${'authoring'}           | ${'publication receipt'}                                 | ${undefined}             | ${''}                                     | ${'title attendee'}                               | ${'en'}
    ${'cissp'}         | ${'volunteering'}        | ${undefined}                                             | ${undefined}             | ${''}                                     | ${undefined}                                      | ${'en'}
    ${'gsec'}          | ${'course'}              | ${'certificate'}                                         | ${undefined}             | ${''}                                     | ${undefined}                                      | ${undefined}
    ${'gcih'}          | ${'webinar'}             | ${'certificate registration receipt screenshot summary'} | ${undefined}             | ${''}                                     | ${undefined}                                      | ${undefined}
    ${'gpen'}          | ${'authoring'}           | ${'publication'}                                         | ${undefined}             | ${''}                                     | ${'location date'}                                | ${'en'}
    ${'gpen'}          | ${'college-course'}      | ${'transcript'}                                          | ${undefined}             | ${''}                                     | ${undefined}                                      | ${undefined}
    ${'gpen'}          | ${'work-experience'}     | ${undefined}                                             | ${undefined}             | ${''}                                     | ${undefined}                                      | ${undefined}
    ${'security-plus'} | ${'course'}              | ${undefined}                                             | ${'certificate outline'} | ${''}                                     | ${'attendee title sponsor description'}           | ${undefined}
    ${'security-plus'} | ${'webinar'}             | ${undefined}                                             | ${undefined}             | ${''}                                     | ${undefined}                                      | ${undefined}
    ${'a-plus'}        | ${'teaching'}            | ${'lesson-plan'}                                         | ${undefined}             | ${''}                                     | ${'instructor description date'}                  | ${undefined}
    ${'securityx'}     | ${'work-experience'}     | ${'letter'}                                              | ${undefined}             | ${'work-order performance-review resume'} | ${'attendee description date signature'}          | ${undefined}
    ${'cisa'}          | ${'self-study'}          | ${'certificate'}                                         | ${undefined}             | ${AT_ISACA}                               | ${undefined}                                      | ${undefined}
    ${'cisa'}          | ${'webinar'}             | ${undefined}                                             | ${undefined}             | ${AT_ISACA}                               | ${undefined}                                      | ${undefined}
    ${'cfe'}           | ${'course'}              | ${undefined}                                             | ${undefined}             | ${AT_ACFE}                                | ${'attendee description sponsor hours date'}      | ${undefined}
    ${'phr'}           | ${'webinar'}             | ${undefined}                                             | ${undefined}             | ${''}                                     | ${'relevance'}                                    | ${undefined}
    ${'cpa-texas'}     | ${'course'}              | ${'certificate transcript attendance-record'}            | ${undefined}             | ${''}                                     | ${'sponsor sponsor-id title date location hours'} | ${undefined}
    ${'pmp'}           | ${'course'}              | ${undefined}                                             | ${undefined}             | ${''}                                     | ${undefined}                                      | ${undefined}
  `('$kind for $code', ({ code, kind, ...expected }) => {
    expect(taken(code, kind)).toEqual(expected);
  });

  it('is refused at ISACA and ACFE for every kind where the domain says that it never makes a record ready', () => {
    for (const { body, upkeep } of catalogue.all.filter(({ body }) => body === 'ISACA' || body === 'ACFE')) {
      const refused = refusalsIn(upkeep.evidence ?? {}).flatMap(({ value }) => value);
      expect(refused, body).toEqual(
        expect.arrayContaining(['calendar-invite', 'registration', 'receipt', 'screenshot']),
      );
    }
  });
});

describe('how long records are kept after the cycle', () => {
  it.each`
    body                                         | months
    ${'ISC2'}                                    | ${12}
    ${'ISACA'}                                   | ${12}
    ${'PMI'}                                     | ${18}
    ${'ACFE'}                                    | ${36}
    ${'IMA'}                                     | ${36}
    ${'American Institute of CPAs'}              | ${60}
    ${'Texas State Board of Public Accountancy'} | ${24}
    ${'California Board of Accountancy'}         | ${48}
  `('$months months for everything of $body that credits renew', ({ body, months }) => {
    const ofBody = catalogue.all.filter((one) => one.body === body && one.renewal.kind === 'credits');
    const found = new Set(ofBody.map(({ upkeep }) => inForce(upkeep.retention, day('2026-11-25'))?.value));

    expect([...found]).toEqual([months]);
  });
});

it('a kind is named once in what a body says of kinds', () => {
  const file = structuredClone(catalogue.fileOf('gsec')) as { upkeep: { evidence: { byKind: { kinds: string[] }[] } } };
  file.upkeep.evidence.byKind[1]?.kinds.push('course');

  expect(() => readCertification('gsec.json', file)).toThrow(
    "gsec.json: upkeep.evidence.byKind.1.kinds must name a kind once, got 'course'.",
  );
});

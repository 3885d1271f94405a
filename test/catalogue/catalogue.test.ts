import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isStale, loadCatalogue } from '../../src/catalogue/index.ts';
import { certificationJsonSchema } from '../../src/catalogue/schema.ts';
import { addDays, day } from '../../src/domain/calendar.ts';
import type { Certification, CreditRenewal, ExamRenewal } from '../../src/domain/certification.ts';

const CATALOGUE = join(import.meta.dirname, '../../src/catalogue');
const catalogue = loadCatalogue();

function certification(code: string): Certification {
  const found = catalogue.get(code);
  if (!found) throw new Error(`The catalogue must hold '${code}'.`);
  return found;
}

function credits(code: string): CreditRenewal {
  const { renewal } = certification(code);
  if (renewal.kind !== 'credits') throw new Error(`'${code}' must be renewed by credits, got '${renewal.kind}'.`);
  return renewal;
}

/** Hundredths as the handbooks print them. */
function printed(hundredths: number): string {
  return String(hundredths / 100);
}

describe('the data files', () => {
  const files = readdirSync(join(CATALOGUE, 'data'));

  it('are all read, one certification each', () => {
    expect(catalogue.all.map(({ code }) => `${code}.json`).sort()).toEqual(files.sort());
    expect(files.length).toBeGreaterThanOrEqual(29);
  });

  it('stand under a JSON schema that is current', () => {
    const kept = JSON.parse(readFileSync(join(CATALOGUE, 'certification.schema.json'), 'utf8'));

    const remedy = 'Write what certificationJsonSchema() returns to src/catalogue/certification.schema.json.';
    expect(kept, remedy).toEqual(JSON.parse(JSON.stringify(certificationJsonSchema())));
  });

  it.each(catalogue.all)('$code gives its amounts in whole hundredths', ({ renewal }) => {
    if (renewal.kind !== 'credits') return;
    const amounts = [
      renewal.total,
      renewal.conversion.step,
      renewal.conversion.firstUnit,
      ...renewal.yearly.map(({ amount }) => amount),
      ...renewal.categories.flatMap(({ minimum, maximum }) => [minimum, maximum]),
      ...renewal.caps.map(({ limit }) => limit),
    ];

    for (const amount of amounts) expect(Number.isSafeInteger(amount?.value ?? 0)).toBe(true);
  });
});

describe('totals and cycles', () => {
  it.each`
    code               | total  | months | anchor                  | unit            | minutes | step
    ${'cissp'}         | ${120} | ${36}  | ${'certified'}          | ${'CPE'}        | ${60}   | ${0.25}
    ${'ccsp'}          | ${90}  | ${36}  | ${'certified'}          | ${'CPE'}        | ${60}   | ${0.25}
    ${'sscp'}          | ${60}  | ${36}  | ${'certified'}          | ${'CPE'}        | ${60}   | ${0.25}
    ${'cisa'}          | ${120} | ${36}  | ${'january'}            | ${'CPE hour'}   | ${50}   | ${0.25}
    ${'cism'}          | ${120} | ${36}  | ${'january'}            | ${'CPE hour'}   | ${50}   | ${0.25}
    ${'crisc'}         | ${120} | ${36}  | ${'january'}            | ${'CPE hour'}   | ${50}   | ${0.25}
    ${'a-plus'}        | ${20}  | ${36}  | ${'certified'}          | ${'CEU'}        | ${60}   | ${1}
    ${'network-plus'}  | ${30}  | ${36}  | ${'certified'}          | ${'CEU'}        | ${60}   | ${1}
    ${'security-plus'} | ${50}  | ${36}  | ${'certified'}          | ${'CEU'}        | ${60}   | ${1}
    ${'cysa-plus'}     | ${60}  | ${36}  | ${'certified'}          | ${'CEU'}        | ${60}   | ${1}
    ${'pentest-plus'}  | ${60}  | ${36}  | ${'certified'}          | ${'CEU'}        | ${60}   | ${1}
    ${'pmp'}           | ${60}  | ${36}  | ${'certified-same-day'} | ${'PDU'}        | ${60}   | ${0.25}
    ${'pmi-acp'}       | ${30}  | ${36}  | ${'certified-same-day'} | ${'PDU'}        | ${60}   | ${0.25}
    ${'capm'}          | ${15}  | ${36}  | ${'certified-same-day'} | ${'PDU'}        | ${60}   | ${0.25}
    ${'gsec'}          | ${36}  | ${48}  | ${'certified'}          | ${'CPE'}        | ${60}   | ${undefined}
    ${'gcih'}          | ${36}  | ${48}  | ${'certified'}          | ${'CPE'}        | ${60}   | ${undefined}
    ${'gpen'}          | ${36}  | ${48}  | ${'certified'}          | ${'CPE'}        | ${60}   | ${undefined}
    ${'ceh'}           | ${120} | ${36}  | ${'certified'}          | ${'ECE credit'} | ${60}   | ${undefined}
    ${'cipp-e'}        | ${20}  | ${24}  | ${'certified'}          | ${'CPE'}        | ${60}   | ${undefined}
    ${'cipm'}          | ${20}  | ${24}  | ${'certified'}          | ${'CPE'}        | ${60}   | ${undefined}
    ${'shrm-cp'}       | ${60}  | ${36}  | ${'birth-month'}        | ${'PDC'}        | ${60}   | ${undefined}
    ${'shrm-scp'}      | ${60}  | ${36}  | ${'birth-month'}        | ${'PDC'}        | ${60}   | ${undefined}
    ${'cfe'}           | ${20}  | ${12}  | ${'anniversary-month'}  | ${'CPE'}        | ${50}   | ${undefined}
  `('$code asks for $total $unit in $months months', ({ code, total, months, anchor, unit, minutes, step }) => {
    const renewal = credits(code);

    expect(renewal.total.value).toBe(total * 100);
    expect(renewal.cycle.months.value).toBe(months);
    expect(renewal.cycle.anchor.value).toBe(anchor);
    expect(renewal.unit.one).toBe(unit);
    expect(renewal.conversion.minutesPerCredit?.value).toBe(minutes);
    expect(renewal.conversion.step?.value).toBe(step === undefined ? undefined : step * 100);
  });
});

describe('yearly minimums', () => {
  it.each([
    ['cissp', ['suggested 40', 'suggested 30 of group-a']],
    ['ccsp', ['suggested 30', 'suggested 20 of group-a']],
    ['sscp', ['suggested 20', 'suggested 15 of group-a']],
    ['cisa', ['hard 20']],
    ['cism', ['hard 20']],
    ['crisc', ['hard 20']],
    ...['a-plus', 'network-plus', 'security-plus', 'cysa-plus', 'pentest-plus', 'pmp', 'pmi-acp', 'capm'].map(none),
    ...['gsec', 'gcih', 'gpen', 'ceh', 'cipp-e', 'cipm', 'shrm-cp', 'shrm-scp', 'cfe'].map(none),
  ] as [string, string[]][])('of %s are %j', (code, expected) => {
    const yearly = credits(code).yearly.map(({ severity, amount, category }) => {
      return `${severity} ${printed(amount.value)}${category ? ` of ${category}` : ''}`;
    });

    expect(yearly).toEqual(expected);
  });
});

function none(code: string): [string, string[]] {
  return [code, []];
}

describe('categories', () => {
  it.each([
    ['cissp', 'group-a min 90, group-b max 30'],
    ['ccsp', 'group-a min 60, group-b max 30'],
    ['sscp', 'group-a min 45, group-b max 15'],
    ['pmp', pmiTree(35, 8, 25, 8)],
    ['pmi-acp', pmiTree(18, 4, 12, 4)],
    ['capm', pmiTree(9, 2, 6, 2)],
    ['shrm-cp', 'education, organization max 30, profession max 30'],
    ['shrm-scp', 'education, organization max 30, profession max 30'],
    ['cfe', 'fraud min 10, ethics min 2, other'],
    ...['cisa', 'cism', 'crisc', 'a-plus', 'network-plus', 'security-plus', 'cysa-plus', 'pentest-plus'].map(empty),
    ...['gsec', 'gcih', 'gpen', 'ceh', 'cipp-e', 'cipm'].map(empty),
  ])('of %s are: %s', (code, expected) => {
    const lines = credits(code).categories.map(({ parent, code, minimum, maximum }) => {
      const limits = `${minimum ? ` min ${printed(minimum.value)}` : ''}${maximum ? ` max ${printed(maximum.value)}` : ''}`;
      return `${parent ? `${parent}/` : ''}${code}${limits}`;
    });

    expect(lines.join(', ')).toBe(expected);
  });

  it.each(['pmp', 'pmi-acp', 'capm'])('of %s may share one activity', (code) => {
    expect(credits(code).splits?.value).toBe(true);
  });
});

function pmiTree(education: number, each: number, givingBack: number, practitioner: number): string {
  const areas = ['ways-of-working', 'power-skills', 'business-acumen'].map((area) => `education/${area} min ${each}`);
  const practice = `giving-back/working-as-practitioner max ${practitioner}`;
  const giving = [`giving-back max ${givingBack}`, practice, 'giving-back/other-giving-back'];
  return [`education min ${education}`, ...areas, ...giving].join(', ');
}

function empty(code: string): [string, string] {
  return [code, ''];
}

describe('caps', () => {
  const isc2 = ['40 an entry'];
  const isaca = ['10 a year vendor-presentation', '20 a year volunteering', '10 a year mentoring'];
  const giac = ['12 a cycle webinar+podcast+exam-development+volunteering'];

  it.each([
    ['cissp', isc2],
    ['ccsp', isc2],
    ['sscp', isc2],
    ['cisa', isaca],
    ['cism', isaca],
    ['crisc', isaca],
    ['a-plus', comptia(4, 4, 10, 10)],
    ['network-plus', comptia(6, 6, 15, 15)],
    ['security-plus', comptia(10, 10, 20, 20)],
    ['cysa-plus', comptia(15, 15, 30, 30)],
    ['pentest-plus', comptia(15, 15, 30, 30)],
    ['gsec', giac],
    ['gcih', giac],
    ['gpen', giac],
    ['cfe', ['10 a year teaching']],
    ...['pmp', 'pmi-acp', 'capm', 'ceh', 'cipp-e', 'cipm', 'shrm-cp', 'shrm-scp'].map(none),
  ] as [string, string[]][])('of %s are %j', (code, expected) => {
    const caps = credits(code).caps.map(({ per, limit, kinds = [] }) => {
      return `${printed(limit.value)} a${per === 'entry' ? 'n' : ''} ${per} ${kinds.join('+')}`.trim();
    });

    expect(caps).toEqual(expected);
  });
});

function comptia(webinars: number, conferences: number, teaching: number, authoring: number): string[] {
  return [
    `${webinars} a cycle webinar`,
    `${conferences} a cycle conference`,
    `${teaching} a cycle teaching+mentoring`,
    `${authoring} a cycle authoring`,
    '3 a year work-experience',
    '9 a cycle work-experience',
  ];
}

describe('before and after the cycle', () => {
  it.each([
    ...['cissp', 'ccsp', 'sscp'].map((code) => ({ code, grace: 90, early: undefined })),
    ...['cisa', 'cism', 'crisc'].map((code) => ({ code, grace: undefined, early: true })),
    ...['shrm-cp', 'shrm-scp'].map((code) => ({ code, grace: 60, early: undefined })),
    ...['security-plus', 'pmp', 'gsec', 'ceh', 'cipm', 'cfe'].map((code) => ({
      code,
      grace: undefined,
      early: undefined,
    })),
  ])('$code lets credits be earned $grace days later and early: $early', ({ code, grace, early }) => {
    expect(credits(code).earningGrace?.value).toBe(grace);
    expect(credits(code).earlyCredits?.value).toBe(early);
  });
});

describe('certifications without credits', () => {
  it.each`
    code                                           | kind            | months | opens        | closes
    ${'aws-solutions-architect-associate'}         | ${'exam'}       | ${36}  | ${undefined} | ${undefined}
    ${'azure-administrator-associate'}             | ${'assessment'} | ${12}  | ${180}       | ${undefined}
    ${'google-cloud-professional-cloud-architect'} | ${'exam'}       | ${24}  | ${60}        | ${30}
    ${'cka'}                                       | ${'exam'}       | ${24}  | ${undefined} | ${undefined}
  `('$code is renewed by $kind every $months months', ({ code, kind, months, opens, closes }) => {
    const renewal = certification(code).renewal as ExamRenewal;

    expect(renewal.kind).toBe(kind);
    expect(renewal.cycle.months.value).toBe(months);
    expect(renewal.opensDaysBefore?.value).toBe(opens);
    expect(renewal.closesDaysAfter?.value).toBe(closes);
  });

  it.each(['psm-i', 'oscp'])('%s never expires', (code) => {
    expect(certification(code).renewal.kind).toBe('never-expires');
  });
});

describe('isStale', () => {
  it.each`
    reviewed        | today           | stale
    ${'2026-11-25'} | ${'2026-11-25'} | ${false}
    ${'2026-11-25'} | ${'2027-11-25'} | ${false}
    ${'2026-11-25'} | ${'2027-11-26'} | ${true}
    ${'2024-02-29'} | ${'2025-02-28'} | ${false}
    ${'2024-02-29'} | ${'2025-03-01'} | ${true}
  `('is $stale on $today for an entry reviewed on $reviewed', ({ reviewed, today, stale }) => {
    expect(isStale({ reviewed: day(reviewed) }, day(today))).toBe(stale);
  });

  it('flags no entry within a year of the oldest review', () => {
    const [oldest] = catalogue.all.map(({ reviewed }) => reviewed).sort();

    expect(catalogue.all.filter((entry) => isStale(entry, addDays(oldest ?? day('2026-11-25'), 365)))).toEqual([]);
  });
});

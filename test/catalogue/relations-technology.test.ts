import { describe, expect, it } from 'vitest';
import type { ActivityKind } from '../../src/domain/activity-kinds.ts';
import { day } from '../../src/domain/calendar.ts';
import { inForce, versionsOf } from '../../src/domain/sourced-value.ts';
import { certification, creditRenewal } from '../support/catalogue.ts';

const TODAY = day('2026-11-29');

/** What a certification renews by an event, with the dates: `a-plus aligned`. */
function renewed(code: string, by: 'earned' | 'renewed'): readonly string[] {
  const rows = certification(code).sharing.renews?.filter((row) => row.by.includes(by)) ?? [];
  return rows.flatMap(({ codes, dates }) =>
    codes.map((lower) => `${lower} ${typeof dates === 'string' ? dates : dates.months}`),
  );
}

const BELOW_SECURITY = ['a-plus aligned', 'network-plus aligned'];
const BELOW_ANALYST = [...BELOW_SECURITY, 'security-plus aligned'];

describe('which certification renews which', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['network-plus', ['a-plus aligned'], ['a-plus aligned']],
    ['security-plus', BELOW_SECURITY, BELOW_SECURITY],
    ['linux-plus', ['a-plus aligned'], ['a-plus aligned']],
    ['cysa-plus', [...BELOW_ANALYST, 'pentest-plus aligned'], BELOW_ANALYST],
    ['pentest-plus', [...BELOW_ANALYST, 'cysa-plus aligned'], BELOW_ANALYST],
    ['cloudnetx', ['cloud-plus aligned'], ['cloud-plus aligned']],
    ['server-plus', ['a-plus 36', 'network-plus 36'], []],
    ['data-plus', [], []],
    ['datax', [], []],
    [
      'aws-machine-learning-engineer-associate',
      ['aws-cloud-practitioner 36', 'aws-ai-practitioner 36'],
      ['aws-cloud-practitioner 36', 'aws-ai-practitioner 36'],
    ],
    ['aws-security-specialty', [], []],
    ['rhce', ['rhcsa aligned'], ['rhcsa aligned']],
    [
      'itil-4-managing-professional',
      ['itil-4-foundation aligned', 'itil-4-strategic-leader aligned'],
      ['itil-4-foundation aligned', 'itil-4-strategic-leader aligned'],
    ],
    ['azure-solutions-architect-expert', [], []],
    ['gsec', [], []],
    ['cissp', [], []],
  ])('%s', (code, earned, renewing) => {
    expect(renewed(code, 'earned')).toEqual(earned);
    expect(renewed(code, 'renewed')).toEqual(renewing);
  });

  it.each([
    ['cloud-plus', 'a-plus aligned'],
    ['cloud-plus', 'linux-plus aligned'],
    ['securityx', 'pentest-plus aligned'],
    ['ccnp-enterprise', 'ccna aligned'],
    ['ccie-security', 'ccnp-data-center aligned'],
    ['aws-solutions-architect-professional', 'aws-solutions-architect-associate 36'],
    ['aws-devops-engineer-professional', 'aws-developer-associate 36'],
    ['msp-practitioner', 'prince2-foundation aligned'],
  ])('%s renews %s', (code, lower) => {
    expect(renewed(code, 'earned')).toContain(lower);
  });
});

describe('fees owed once for a person', () => {
  it.each`
    code           | shared             | rank         | cents
    ${'cissp'}     | ${'isc2-amf'}      | ${2}         | ${13500}
    ${'ccsp'}      | ${'isc2-amf'}      | ${2}         | ${13500}
    ${'cc'}        | ${'isc2-amf'}      | ${1}         | ${5000}
    ${'a-plus'}    | ${'comptia-ce'}    | ${1}         | ${2500}
    ${'securityx'} | ${'comptia-ce'}    | ${5}         | ${5000}
    ${'ceh'}       | ${'ec-council-ce'} | ${1}         | ${8000}
    ${'cciso'}     | ${'ec-council-ce'} | ${2}         | ${10000}
    ${'lpt'}       | ${'ec-council-ce'} | ${3}         | ${25000}
    ${'cisa'}      | ${undefined}       | ${undefined} | ${4500}
    ${'oscp-plus'} | ${undefined}       | ${undefined} | ${14500}
  `('$code', ({ code, shared, rank, cents }) => {
    const [fee] = certification(code).upkeep.fees;

    expect(inForce(fee?.amount, TODAY)?.value).toBe(cents);
    expect(fee?.oncePerPerson?.value.code).toBe(shared);
    expect(fee?.oncePerPerson?.value.rank).toBe(rank);
  });
});

describe('the category of what nobody stated', () => {
  it.each<[string, ActivityKind, string | undefined]>([
    ['cissp', 'course', 'group-b'],
    ['cissp', 'volunteering', undefined],
    ['cissp', 'work-experience', undefined],
    ['cc', 'course', undefined],
    ['issap', 'webinar', 'group-b'],
    ['gsec', 'course', 'other-training'],
    ['gsec', 'webinar', 'community'],
    ['gsec', 'work-experience', 'work-experience'],
    ['gsec', 'lab', undefined],
  ])('of %s for %s is %s', (code, kind, category) => {
    const rows = creditRenewal(code).defaultCategories?.filter((row) => row.kinds.includes(kind)) ?? [];

    expect(rows.find(({ providers }) => providers === undefined)?.category).toBe(category);
  });
});

describe('several values of one kind', () => {
  it.each<[string, ActivityKind, readonly string[]]>([
    ['cissp', 'authoring', ['2', '5', '10', '5', '10', '20', '10', '20', '40']],
    ['cissp', 'reading', ['1', '5']],
    ['cisa', 'college-course', ['10', '15']],
    ['gsec', 'lab', ['6', '12', '12']],
    ['ceh', 'exam-passed', ['40', '120']],
    ['ceh', 'membership', ['2', '3']],
  ])('of %s for %s are %s', (code, kind, amounts) => {
    const rules = creditRenewal(code).activities.filter(({ kinds }) => kinds.includes(kind));
    const given = rules.flatMap(({ rate }) =>
      versionsOf(rate).flatMap(({ value }) => ('perItem' in value ? [String(value.perItem / 100)] : [])),
    );

    expect(given).toEqual(amounts);
  });
});

it('a concentration of ISC2 asks for 60 beside the CISSP and for 140 alone, and asked for 20 before', () => {
  const rules = creditRenewal('issep').requirements.filter(({ category }) => category === undefined);
  const amounts = rules.map(({ when, amount }) => [
    when?.cissp,
    inForce(amount, day('2023-10-22'))?.value,
    inForce(amount, day('2023-10-23'))?.value,
  ]);

  expect(amounts).toEqual([
    [['yes'], 2000, 6000],
    [['no'], undefined, 14000],
  ]);
});

it('a CKS has been valid for 24 months at all times', () => {
  const { renewal } = certification('cks');
  const months = renewal.kind === 'exam' ? renewal.cycle.months : undefined;

  expect(inForce(months, day('2022-01-01'))?.value).toBe(24);
  expect(inForce(months, TODAY)?.value).toBe(24);
});

it('the change of ISACA announced for 2027 is shown and asked for by no rule', () => {
  expect(certification('cism').nextChange?.value).toMatchObject({ from: '2027-01-01' });
  for (const { amount } of creditRenewal('cism').requirements) {
    expect(inForce(amount, day('2027-01-01'))).toEqual(inForce(amount, TODAY));
  }
});

it.each`
  code                                   | on
  ${'azure-developer-associate'}         | ${'2026-07-31'}
  ${'azure-security-engineer-associate'} | ${'2026-08-31'}
  ${'microsoft-365-fundamentals'}        | ${'2026-03-31'}
`('$code is retired since $on', ({ code, on }) => {
  expect(certification(code).retired?.value.on).toBe(on);
});

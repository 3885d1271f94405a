import { describe, expect, it } from 'vitest';
import type { ActivityKind } from '../../src/domain/activity-kinds.ts';
import { day } from '../../src/domain/calendar.ts';
import { inForce, versionsOf } from '../../src/domain/sourced-value.ts';
import { catalogue, certification, creditRenewal } from '../support/catalogue.ts';

const TODAY = day('2026-11-29');

/** The default category; the one for a provider if a row names it. */
function defaultOf(code: string, kind: ActivityKind, provider = 'Harbour Training'): string | undefined {
  return creditRenewal(code).defaultCategories?.find(
    ({ kinds, providers }) => kinds.includes(kind) && (providers === undefined || providers.includes(provider)),
  )?.category;
}

describe('the category of a claim that nobody stated', () => {
  it.each`
    code                   | kind                     | category
    ${'pmp'}               | ${'course'}              | ${undefined}
    ${'pmp'}               | ${'webinar'}             | ${undefined}
    ${'pmp'}               | ${'teaching'}            | ${'other-giving-back'}
    ${'capm'}              | ${'volunteering'}        | ${'other-giving-back'}
    ${'pmp'}               | ${'mentoring'}           | ${undefined}
    ${'pmi-acp'}           | ${'work-experience'}     | ${'working-as-practitioner'}
    ${'cma'}               | ${'course'}              | ${'other'}
    ${'cma'}               | ${'reading'}             | ${undefined}
    ${'cfe'}               | ${'course'}              | ${'other'}
    ${'cfe'}               | ${'teaching'}            | ${'other'}
    ${'cfe'}               | ${'podcast'}             | ${undefined}
    ${'cbap'}              | ${'course'}              | ${'development'}
    ${'ccba'}              | ${'webinar'}             | ${undefined}
    ${'cbap'}              | ${'reading'}             | ${'self-directed'}
    ${'cbap'}              | ${'college-course'}      | ${'academic'}
    ${'itil-4-foundation'} | ${'course'}              | ${'professional-education'}
    ${'msp-practitioner'}  | ${'conference'}          | ${undefined}
    ${'itil-4-foundation'} | ${'volunteering'}        | ${'community'}
    ${'itil-4-foundation'} | ${'work-experience'}     | ${undefined}
    ${'cpa-california'}    | ${'course'}              | ${'non-technical'}
    ${'cpa-texas'}         | ${'webinar'}             | ${'non-technical'}
    ${'cpa-texas'}         | ${'reading'}             | ${undefined}
    ${'shrm-cp'}           | ${'conference'}          | ${'education'}
    ${'shrm-scp'}          | ${'committee'}           | ${'profession'}
    ${'shrm-cp'}           | ${'work-experience'}     | ${undefined}
    ${'cfp'}               | ${'course'}              | ${'general'}
    ${'cfp'}               | ${'chapter-meeting'}     | ${undefined}
    ${'cipp-us'}           | ${'course'}              | ${'other-training'}
    ${'cipm'}              | ${'vendor-presentation'} | ${'other'}
    ${'cipt'}              | ${'teaching'}            | ${undefined}
  `('is $category for $kind under $code', ({ code, kind, category }) => {
    expect(defaultOf(code, kind)).toBe(category);
  });

  it('is that of the body’s own events at ACFE and IAPP', () => {
    expect(defaultOf('cfe', 'webinar', 'ACFE')).toBe('fraud');
    expect(defaultOf('cfe', 'webinar', 'Association of Certified Fraud Examiners')).toBe('fraud');
    expect(defaultOf('cipp-e', 'course', 'IAPP')).toBe('iapp-training');
  });

  it('follows from what the activity is where that alone decides', () => {
    const practice = creditRenewal('prince2-practitioner').activities.find(({ kinds }) =>
      kinds.includes('work-experience'),
    );
    expect(practice?.category?.value).toBe('professional-experience');
    const project = creditRenewal('shrm-cp').activities.find(({ kinds }) => kinds.includes('work-experience'));
    expect(project?.category?.value).toBe('organization');
  });
});

describe('one kind of several values', () => {
  /** The credits of each thing of a kind, by the day. */
  function perItem(code: string, kind: ActivityKind, on = TODAY) {
    const found = creditRenewal(code).activities.flatMap(({ kinds, name, rate }) => {
      const value = kinds.includes(kind) ? inForce(rate, on)?.value : undefined;
      return value !== undefined && 'perItem' in value ? [[name, value.perItem / 100] as const] : [];
    });
    return Object.fromEntries(found);
  }

  it('gives a project 10, 20 or 30 PDCs by its hours, by the hours of its time', () => {
    expect(perItem('shrm-cp', 'work-experience')).toEqual({
      'Work project of 40 hours or more': 10,
      'Work project of 80 hours or more': 20,
      'Work project of 120 hours or more': 30,
    });
    expect(perItem('shrm-scp', 'work-experience', day('2020-12-31'))).toEqual({
      'Work project of 50 hours or more': 10,
      'Work project of 100 hours or more': 20,
    });
  });

  it.each`
    code                | kind                 | values
    ${'shrm-cp'}        | ${'authoring'}       | ${[20, 10, 1]}
    ${'shrm-cp'}        | ${'committee'}       | ${[5]}
    ${'shrm-cp'}        | ${'reading'}         | ${[3]}
    ${'shrm-cp'}        | ${'course'}          | ${[10]}
    ${'aicpa'}          | ${'college-course'}  | ${[15, 10]}
    ${'cpa-california'} | ${'college-course'}  | ${[15, 10]}
    ${'cfe'}            | ${'college-course'}  | ${[15]}
    ${'cfp'}            | ${'authoring'}       | ${[15]}
    ${'cbap'}           | ${'chapter-meeting'} | ${[1.5]}
    ${'cbap'}           | ${'teaching'}        | ${[10, 5]}
  `('$code gives $values for $kind', ({ code, kind, values }) => {
    expect(Object.values(perItem(code, kind))).toEqual(values);
  });
});

/** Coaches and trainers. */
const GUIDES = ['ctc', 'cec', 'cst'];

describe('at Scrum Alliance', () => {
  it.each`
    code        | lower
    ${'csm'}    | ${undefined}
    ${'csd'}    | ${undefined}
    ${'a-csm'}  | ${['csm']}
    ${'csp-sm'} | ${['a-csm', 'csm']}
    ${'a-cspo'} | ${['cspo']}
    ${'csp-po'} | ${['a-cspo', 'cspo']}
  `('$code takes $lower with it when it is renewed', ({ code, lower }) => {
    const row = certification(code).sharing.renews?.find(({ by }) => by.includes('renewed'));

    expect(row?.codes).toEqual(lower);
    expect(row?.dates).toBe(lower && 'aligned');
  });

  it.each(GUIDES)('%s has a programme of its own and renews all that are no guides', (code) => {
    const others = catalogue.all.filter((one) => one.body === 'Scrum Alliance' && !GUIDES.includes(one.code));
    const rows = certification(code).sharing.renews ?? [];

    for (const { codes } of rows) expect([...codes].sort()).toEqual(others.map((one) => one.code).sort());
    expect(rows.map(({ by }) => by)).toEqual([['earned'], ['renewed']]);
  });

  it('a new certification renews every other one for two years, and the highest pays once', () => {
    const own = catalogue.all.filter(({ code, body }) => body === 'Scrum Alliance' && !GUIDES.includes(code));
    for (const { code, sharing, upkeep } of own) {
      const row = sharing.renews?.find(({ by }) => by.includes('earned'));
      expect([...(row?.codes ?? []), code].sort()).toEqual(own.map((one) => one.code).sort());
      expect(row?.dates).toEqual({ months: 24 });
      expect(upkeep.fees.map(({ oncePerPerson }) => oncePerPerson?.value.decidedBy)).toEqual(['highest']);
    }
    const ranks = ['csm', 'a-csm', 'csp-sm'].map(
      (code) => certification(code).upkeep.fees[0]?.oncePerPerson?.value.rank,
    );
    expect(ranks).toEqual([1, 2, 3]);
    expect(versionsOf(creditRenewal('csd').earlySpan)[0]?.value).toEqual({ months: 6 });
  });
});

describe('what the bodies have announced or changed', () => {
  it('shows the 40 hours of the CFP Board and counts 30', () => {
    const { nextChange } = certification('cfp');

    expect(nextChange?.value).toMatchObject({ amounts: { total: 40_00 } });
    expect(nextChange?.value).not.toHaveProperty('from');
    expect(versionsOf(creditRenewal('cfp').requirements[0]?.amount).map(({ value }) => value)).toEqual([30_00]);
    expect(creditRenewal('cfp').carryOver).toBeUndefined();
  });

  it.each`
    code      | on              | cap
    ${'cia'}  | ${'2023-08-31'} | ${undefined}
    ${'cia'}  | ${'2023-12-31'} | ${20_00}
    ${'crma'} | ${'2026-12-31'} | ${10_00}
  `('$code carries over $cap from a year that ends on $on', ({ code, on, cap }) => {
    expect(inForce(creditRenewal(code).carryOver?.cap, day(on))?.value).toBe(cap);
  });

  it('asks for CEUs for one SAFe certification alone', () => {
    const asking = catalogue.all.filter(
      ({ body, renewal }) => body === 'Scaled Agile' && renewal.kind === 'credits' && renewal.requirements.length > 0,
    );

    expect(asking.map(({ code }) => code)).toEqual(['safe-scrum-master']);
  });
});

describe('fees', () => {
  it.each`
    code         | amounts
    ${'pmp'}     | ${[6000]}
    ${'pmi-acp'} | ${[]}
    ${'shrm-cp'} | ${[16500]}
    ${'phr'}     | ${[15000]}
    ${'cia'}     | ${[3000]}
    ${'crma'}    | ${[3000]}
    ${'cma'}     | ${[3000]}
    ${'csp-po'}  | ${[25000]}
    ${'cipp-us'} | ${[25000]}
    ${'cfp'}     | ${[]}
  `('of $code are $amounts', ({ code, amounts }) => {
    expect(certification(code).upkeep.fees.map(({ amount }) => inForce(amount, TODAY)?.value)).toEqual(amounts);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isStale } from '../../src/catalogue/index.ts';
import { certificationJsonSchema } from '../../src/catalogue/schema.ts';
import { addDays, day } from '../../src/domain/calendar.ts';
import type { ExamRenewal } from '../../src/domain/certification.ts';
import type { Amount } from '../../src/domain/credit-rules.ts';
import { inForce, versionsOf } from '../../src/domain/sourced-value.ts';
import { catalogue, certification, creditRenewal } from '../support/catalogue.ts';

const CATALOGUE = join(import.meta.dirname, '../../src/catalogue');

describe('the data files', () => {
  const data = join(CATALOGUE, 'data');
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));

  it('are all read, one certification each', () => {
    expect(catalogue.all.map(({ code }) => `${code}.json`).sort()).toEqual(files.map((file) => basename(file)).sort());
    expect(files.length).toBeGreaterThanOrEqual(29);
  });

  it('stand under a JSON schema that is current', () => {
    const stored = JSON.parse(readFileSync(join(CATALOGUE, 'certification.schema.json'), 'utf8'));

    const remedy = 'Write what certificationJsonSchema() returns to src/catalogue/certification.schema.json.';
    expect(stored, remedy).toEqual(JSON.parse(JSON.stringify(certificationJsonSchema())));
  });

  it.each(catalogue.all)('$code gives its amounts in whole hundredths', ({ renewal }) => {
    if (renewal.kind !== 'credits') return;
    const amounts = [...renewal.requirements.map(({ amount }) => amount), ...renewal.caps.map(({ limit }) => limit)]
      .flatMap((versions) => versionsOf<Amount>(versions))
      .map(({ value }) => (typeof value === 'number' ? value : value.percent));

    for (const amount of amounts) expect(Number.isSafeInteger(amount)).toBe(true);
  });

  it('name certifications and categories that there are', () => {
    const named = catalogue.all.flatMap(({ sharing: { renews = [], needs, within } }) => [
      ...renews.flatMap(({ codes }) => codes),
      ...[needs, within].flatMap((codes) => codes?.value ?? []),
    ]);

    expect(named.filter((code) => catalogue.get(code) === undefined)).toEqual([]);
  });
});

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
    const [grants] = versionsOf(creditRenewal(code).earningGrace);
    expect(grants?.value).toEqual(grace === undefined ? undefined : { days: grace });
    expect(creditRenewal(code).earlyCredits?.value).toBe(early);
  });
});

describe('certifications without credits', () => {
  it.each`
    code                                           | kind            | months | opens            | closes
    ${'aws-solutions-architect-associate'}         | ${'exam'}       | ${36}  | ${undefined}     | ${undefined}
    ${'azure-administrator-associate'}             | ${'assessment'} | ${12}  | ${{ months: 6 }} | ${undefined}
    ${'google-cloud-professional-cloud-architect'} | ${'exam'}       | ${24}  | ${{ days: 60 }}  | ${{ days: 30 }}
    ${'cka'}                                       | ${'exam'}       | ${24}  | ${undefined}     | ${undefined}
  `('$code is renewed by $kind every $months months', ({ code, kind, months, opens, closes }) => {
    const renewal = certification(code).renewal as ExamRenewal;

    expect(renewal.kind).toBe(kind);
    expect(inForce(renewal.cycle.months, day('2026-11-25'))?.value).toBe(months);
    expect(renewal.opensBefore?.value).toEqual(opens);
    expect(renewal.closesAfter?.value).toEqual(closes);
  });

  it.each(['psm-i', 'oscp'])('%s never expires', (code) => {
    expect(certification(code).renewal.kind).toBe('never-expires');
  });
});

describe('retired certifications', () => {
  it.each`
    code                                                          | on              | until           | replacedBy
    ${'terraform-associate-003'}                                  | ${'2026-01-08'} | ${undefined}    | ${['terraform-associate']}
    ${'azure-ai-engineer-associate'}                              | ${'2026-06-30'} | ${'2026-06-30'} | ${['azure-ai-apps-agents-developer-associate']}
    ${'power-platform-functional-consultant-associate'}           | ${'2026-08-31'} | ${'2026-08-31'} | ${['intelligent-applications-builder-associate']}
    ${'microsoft-365-administrator-expert'}                       | ${'2026-11-30'} | ${'2026-11-30'} | ${['AB-650']}
    ${'aws-machine-learning-specialty'}                           | ${'2026-03-31'} | ${'2026-03-31'} | ${undefined}
    ${'google-cloud-professional-google-workspace-administrator'} | ${'2024-12-31'} | ${'2024-12-31'} | ${['google-cloud-associate-google-workspace-administrator']}
    ${'pcnse'}                                                    | ${undefined}    | ${undefined}    | ${['panw-ngfw-engineer']}
  `('$code is renewed until $until at the latest', ({ code, on, until, replacedBy }) => {
    const retired = certification(code).retired?.value;

    expect([retired?.on, retired?.renewableUntil, retired?.replacedBy]).toEqual([on, until, replacedBy]);
  });

  it('does not end with its exams when another exam takes their place', () => {
    expect(catalogue.find('AZ-802')).toMatchObject({ code: 'windows-server-hybrid-administrator-associate' });
    expect(certification('windows-server-hybrid-administrator-associate').retired).toBeUndefined();
  });
});

describe('what renews others', () => {
  it.each`
    code                          | others                                                 | dates
    ${'jncip-dc'}                 | ${['jncis-dc', 'jncis-ent', 'jncia-junos']}            | ${'aligned'}
    ${'jncie-sec'}                | ${['jncip-sec', 'jncis-sec', 'jncia-mistai']}          | ${'aligned'}
    ${'fortinet-fcx'}             | ${['fcss-sase', 'fcp-cloud-security', 'fortinet-fca']} | ${{ months: 36 }}
    ${'lpic-2'}                   | ${['lpic-1']}                                          | ${'aligned'}
    ${'salesforce-administrator'} | ${['salesforce-sales-cloud-consultant']}               | ${'aligned'}
  `('$code renews $others', ({ code, others, dates }) => {
    const [first] = certification(code).sharing.renews ?? [];

    expect(first?.codes).toEqual(expect.arrayContaining(others));
    expect(first?.dates).toEqual(dates);
  });

  it('names no certification for itself', () => {
    const own = catalogue.all.filter(({ code, sharing }) => sharing.renews?.some(({ codes }) => codes.includes(code)));

    expect(own.map(({ code }) => code)).toEqual([]);
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

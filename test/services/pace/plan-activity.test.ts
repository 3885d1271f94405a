import { describe, expect, it } from 'vitest';
import { creditHoldings, findHoldings } from '../../../src/services/certifications/holdings.ts';
import type { CreditHolding } from '../../../src/services/certifications/member-holding.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { findPlans, makePlanCalendar } from '../../../src/services/pace/find-plans.ts';
import { planLine, planOpportunity, removePlan } from '../../../src/services/pace/plan-activity.ts';
import { Refusal } from '../../../src/services/refusal.ts';
import type { NewOpportunity } from '../../../src/store/opportunities/opportunities.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { callService } from '../../support/call-service.ts';
import { newcomer, type Talk, talkWith } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const words = wordsFor('en-GB');

/** Calls a service with the holdings of the person. */
function withHoldings<T>(
  person: Talk,
  service: (holdings: readonly CreditHolding[], scope: Scope) => Promise<T>,
): Promise<T> {
  return callService(person, async (scope) =>
    service(creditHoldings(await findHoldings(scope.request.person, scope.data)), scope),
  );
}

const plan = (person: Talk, line: string) => withHoldings(person, (holdings, scope) => planLine(line, holdings, scope));
const plansOf = (person: Talk) => withHoldings(person, findPlans);

/** Adds an opportunity to the workspace and returns its id. */
function offer(person: Talk, more: Partial<NewOpportunity> = {}): Promise<string> {
  return callService(person, async ({ request: { now }, data: { opportunities, opportunityChanges } }) => {
    const about = { title: 'Risk forum', provider: 'ISACA', description: '', kind: 'webinar' } as const;
    const url = 'https://forum.example/1';
    const sourceId = await opportunities.sourceByHand('By hand', now);
    await opportunities.addByHand(sourceId, { ...about, delivery: 'online-live', key: url, url, ...more });
    const [added] = await opportunityChanges.changedAfter(0, {
      after: '00000000-0000-0000-0000-000000000000',
      limit: 1,
    });
    return added?.opportunityId ?? '';
  });
}

describe('a planned line', () => {
  it.each([
    ['+ 2h course “Cloud” 3 Dec for cism', { title: 'course Cloud', starts: '2026-12-03', ends: '2026-12-03' }],
    ['2h course Cloud for cism', { title: 'course Cloud', starts: '2026-11-23', ends: '2026-11-23' }],
    ['2h course Cloud 13/12/2026 for cism', { title: 'course Cloud', starts: '2026-12-13', ends: '2026-12-13' }],
    ['16h course Cloud 3-4 Dec for cism', { title: 'course Cloud', starts: '2026-12-03', ends: '2026-12-04' }],
  ])('“%s” is stored as a plan', async (line, expected) => {
    const ana = await talkWith(world, 'cism', 'cissp');
    await plan(ana, line);

    expect(await plansOf(ana)).toMatchObject([{ ...expected, claims: [{ certification: { code: 'cism' } }] }]);
  });

  it.each([
    ['Cloud for cism', words.plan.unread('Cloud for cism')],
    ['1m Cloud for cism', words.plan.worthNothing],
    ['2h Cloud for pmp', words.log.notYours('PMP')],
    ['2h Cloud for cism and pmp', words.log.notYours('PMP')],
    ['2h Cloud for csim', words.log.unknownCertification('csim', ['CISM'])],
    ['2h Cloud 31 Feb for cism', words.shape.badDay('31 Feb')],
    ['2h Cloud 3/4/2027 for cism', words.log.whichDay('3/4/2027', words.date('2027-04-03'), words.date('2027-03-04'))],
    ['-2h Cloud for cism', words.log.badDuration('-2h')],
  ])('“%s” is refused', async (line, why) => {
    const ana = await talkWith(world, 'cism');

    await expect(plan(ana, line)).rejects.toThrow(new Refusal(why));
    expect(await plansOf(ana)).toEqual([]);
  });
});

describe('an opportunity', () => {
  const planOffer = (person: Talk, id: string) =>
    withHoldings(person, (holdings, scope) => planOpportunity(id, holdings, scope));

  it.each([
    [{ startsAt: new Date('2026-12-03T23:30:00Z') }, '2026-12-03'],
    [{}, '2026-11-23'],
  ])('with %j is planned on its day for every certification it would count for', async (more, starts) => {
    const ana = await talkWith(world, 'cism', 'cissp');
    await planOffer(ana, await offer(ana, { minutes: 90, ...more }));
    const [planned] = await plansOf(ana);

    expect(planned).toMatchObject({ title: 'Risk forum', starts, ends: starts });
    expect(planned?.claims.map(({ certification }) => certification.code)).toEqual(['cism', 'cissp']);
  });

  it('keeps its provider and its address', async () => {
    const ana = await talkWith(world, 'cism');
    await planOffer(ana, await offer(ana, { minutes: 90 }));
    const stored = await callService(ana, ({ request, data }) => data.activities.plannedBy(request.person.personId));

    expect(stored).toMatchObject([{ provider: 'ISACA', description: 'https://forum.example/1', minutes: 90 }]);
  });

  it('is refused without a length, and once it is gone', async () => {
    const ana = await talkWith(world, 'cism');
    const id = await offer(ana);

    await expect(planOffer(ana, id)).rejects.toThrow(new Refusal(words.opportunity.noLength));
    await expect(planOffer(ana, crypto.randomUUID())).rejects.toThrow(new Refusal(words.opportunity.gone));
    expect(await plansOf(ana)).toEqual([]);
  });
});

it('removes the plan of a person once, and leaves other people’s unchanged', async () => {
  const ana = await talkWith(world, 'cism');
  await plan(ana, '2h course Cloud for cism');
  const [planned] = await plansOf(ana);
  const remove = (scope: Scope) => removePlan(planned?.activityId ?? '', scope);

  await expect(callService(newcomer(ana, 'ben'), remove)).rejects.toThrow(new Refusal(words.plan.gone));
  await callService(ana, remove);
  expect(await plansOf(ana)).toEqual([]);
  await expect(callService(ana, remove)).rejects.toThrow(new Refusal(words.plan.gone));
});

it('writes each plan as the line that logs it', async () => {
  const ana = await talkWith(world, 'cism', 'cissp');
  await plan(ana, '16h course Cloud 3-4 Dec for cism');
  await plan(ana, '1h webinar Risk 1 Dec');

  expect((await plansOf(ana)).map(({ line }) => line)).toEqual([
    '60m webinar Risk 2026-12-01 for CISM, CISSP',
    '960m course Cloud 2026-12-03 to 2026-12-04 for CISM',
  ]);
});

it('stores the plans of a person as a calendar', async () => {
  const ana = await talkWith(world, 'cism');
  await plan(ana, '2h course Cloud 3 Dec for cism');
  const ben = newcomer(ana, 'ben');
  const calendarOf = async (person: Talk) => {
    const fileId = await callService(person, makePlanCalendar);
    return callService(person, ({ request, data }) => data.files.get(request.person.personId, fileId, request.now));
  };
  const [mine, other] = [await calendarOf(ana), await calendarOf(ben)];

  expect(mine).toMatchObject({ name: 'recert-plan-2026-11-23.ics', command: 'export' });
  expect(Buffer.from(mine?.bytes ?? []).toString()).toContain('SUMMARY:course Cloud');
  expect(Buffer.from(other?.bytes ?? []).toString()).not.toContain('SUMMARY:course Cloud');
});

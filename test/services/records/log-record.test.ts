import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import { creditHoldings, findHoldings } from '../../../src/services/certifications/holdings.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import type { FormState } from '../../../src/services/form-state.ts';
import { logRecord } from '../../../src/services/records/log-record.ts';
import { readSubmittedForm, submittedClaimables } from '../../../src/services/records/submitted-record-form.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { logForm } from '../../../src/views/records/log-form.ts';
import { callService } from '../../support/call-service.ts';
import { cardOf, type Talk, talkWith } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const words = wordsFor('en-GB');
const typed: Answers = { title: 'Audit', kind: 'course', start: '2026-11-20', counts: ['cism'], 'credits.cism': '2' };

/** Sends the form of a new record. */
function send(person: Talk, answers: Answers, state: FormState = {}) {
  return callService(person, async (scope) => {
    const { request, data } = scope;
    const holdings = creditHoldings(await findHoldings(request.person, data));
    const submitted = readSubmittedForm({ answers, state }, holdings, request);
    const claimable = submittedClaimables(holdings, submitted);
    const form = logForm({ command: 'log', title: '', submit: '', notes: [], files: [], words, claimable, answers });
    return logRecord({ form, submitted, holdings }, scope);
  });
}

const draftOf = (person: Talk) =>
  callService(person, ({ request, data }) => data.drafts.get(request.person.personId, 'log'));
const countOf = (person: Talk) =>
  callService(person, ({ request, data }) => data.records.count(request.person.personId, { words: [] }));
const distinctFrom = (id: string) => async (scope: Scope) => [
  ...(await scope.data.duplicates.confirmedDistinctFrom(id)),
];

describe('a sent form for a new record', () => {
  it('is saved with its effect on each standing, and its draft is discarded', async () => {
    const ana = await talkWith(world, 'cism', 'cissp');
    await send(ana, { ...typed, title: '' });
    const outcome = await send(ana, typed);

    expect(outcome).toMatchObject({
      kind: 'logged',
      record: { title: 'Audit', starts: '2026-11-20', claims: [{ parts: [{ credits: 200 }] }] },
      effects: [{ certification: { code: 'cism' } }],
    });
    expect(await countOf(ana)).toBe(1);
    expect(await draftOf(ana)).toBeUndefined();
  });

  it('with an error is a draft with what was typed', async () => {
    const ana = await talkWith(world, 'cism');

    expect(await send(ana, { ...typed, title: '' })).toEqual({
      kind: 'invalid',
      errors: { title: words.shape.missing },
    });
    expect(await countOf(ana)).toBe(0);
    expect(await draftOf(ana)).toMatchObject({ answers: { start: '2026-11-20', 'credits.cism': '2' } });
  });

  it('with a warning is a draft until the warning is confirmed', async () => {
    const ana = await talkWith(world, 'cism');
    const first = await send(ana, typed);
    const outcome = await send(ana, typed);
    if (first.kind !== 'logged' || outcome.kind !== 'unconfirmed') throw new Error(`${first.kind}, ${outcome.kind}`);
    const { warnings, overClaims } = outcome;

    expect(warnings.duplicateIds).toEqual([first.record.activityId]);
    expect(overClaims).toEqual([]);
    expect(await countOf(ana)).toBe(1);
    expect(await draftOf(ana)).toMatchObject({ answers: { title: 'Audit' } });
    const second = await send(ana, typed, { seen: warnings.seen });
    if (second.kind !== 'logged') throw new Error(second.kind);
    expect(await callService(ana, distinctFrom(second.record.activityId))).toEqual([first.record.activityId]);
    expect(await draftOf(ana)).toBeUndefined();
  });

  it('of more than the body gives needs a reason, which is saved with the claim', async () => {
    const ana = await talkWith(world, 'cism');
    const much = { ...typed, duration: '1h', 'credits.cism': '9' };
    const outcome = await send(ana, much);
    if (outcome.kind !== 'unconfirmed') throw new Error(outcome.kind);

    expect(outcome.overClaims).toMatchObject([{ claimed: 900, reason: '' }]);
    const state = { seen: outcome.warnings.seen };
    expect(await send(ana, much, state)).toMatchObject({ kind: 'unconfirmed' });
    expect(await send(ana, { ...much, 'reason.cism': 'A double session' }, state)).toMatchObject({
      kind: 'logged',
      record: { claims: [{ overClaimReason: 'A double session' }] },
      effects: [{ overClaimReason: 'A double session' }],
    });
  });

  it('takes the place of its plan', async () => {
    const ana = await talkWith(world, 'cism');
    const { blocks } = cardOf(await ana.say('plan 2h course for cism'));
    const plans = blocks.flatMap((block) => (block.kind === 'item' ? (block.action?.args.plan ?? []) : []));
    const planned = ({ request, data }: Scope) => data.activities.plannedBy(request.person.personId);

    expect(plans).toHaveLength(1);
    expect(await send(ana, typed, { plan: plans[0] as string })).toMatchObject({ kind: 'logged' });
    expect(await callService(ana, planned)).toEqual([]);
  });
});

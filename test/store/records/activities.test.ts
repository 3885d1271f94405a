import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { Part } from '../../../src/domain/holding.ts';
import type { NewClaim } from '../../../src/store/records/activities.ts';
import type { WorkspaceData } from '../../../src/store/store.ts';
import { verdictOn } from '../../support/records.ts';
import { asOperator, openStore } from '../../support/store.ts';

const world = openStore();
const now = new Date('2026-11-23T12:00:00Z');
const on = day('2026-03-02');
const about = { title: 'Zero trust', provider: 'SANS', kind: 'course', description: '', starts: on, ends: on } as const;
let workspaceId = '';
let personId = '';
let holdingId = '';
let cycleId = '';

function inWorkspace<T>(work: (data: WorkspaceData) => Promise<T>): Promise<T> {
  return asOperator(world.store, workspaceId, work);
}

beforeEach(async () => {
  workspaceId = randomUUID();
  await inWorkspace(async ({ people, holdings }) => {
    const identity = { platform: 'slack', tenant: workspaceId, user: 'ana' };
    ({ personId } = await people.join(identity, { name: 'ana', zone: null, locale: null, role: 'member' }, now));
    holdingId = (await holdings.add({ personId, certification: 'abc', number: '' }, now)) ?? '';
    const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
    cycleId = await holdings.addCycle(holdingId, cycle, {});
  });
});

function save(parts: readonly Part[], over: Partial<NewClaim> = {}, delivery: 'in-person' | '' = ''): Promise<string> {
  const claims = [{ holdingId, cycleId, parts, ...over }];
  return inWorkspace(({ activities }) => activities.add({ ...about, delivery, personId, claims }, now));
}

describe('the parts of a claim', () => {
  const marked = [
    { category: 'b', credits: 25, marks: ['lab', 'ethics'] },
    { category: 'a', credits: 600 },
    { category: 'a', credits: 200, marks: ['ethics'] },
  ];
  const stored = [
    { category: 'a', credits: 600 },
    { category: 'a', credits: 200, marks: ['ethics'] },
    { category: 'b', credits: 25, marks: ['ethics', 'lab'] },
  ];

  it('keep their marks, by category', async () => {
    const activityId = await save(marked);

    expect(await inWorkspace(({ activities }) => activities.claimsOf(activityId))).toEqual([
      { holdingId, cycleId, overClaimReason: '', parts: stored },
    ]);
  });

  it('are entries with their marks and the delivery', async () => {
    const activityId = await save(marked, {}, 'in-person');
    const entries = await inWorkspace(({ activities }) => activities.entriesOf([holdingId]));

    expect(entries.get(holdingId)).toMatchObject([{ id: activityId, delivery: 'in-person', parts: stored }]);
  });

  it('of one category with the same marks are one', async () => {
    const activityId = await save([
      { category: 'a', credits: 100, marks: ['ethics', 'lab'] },
      { category: 'a', credits: 50, marks: ['lab', 'ethics'] },
    ]);
    const [claim] = await inWorkspace(({ activities }) => activities.claimsOf(activityId));

    expect(claim?.parts).toEqual([{ category: 'a', credits: 150, marks: ['ethics', 'lab'] }]);
  });

  it('have the reason for more than the conversion gives', async () => {
    const activityId = await save(marked, { overClaimReason: 'The body gave more.' });
    const [claim] = await inWorkspace(({ activities }) => activities.claimsOf(activityId));

    expect(claim?.overClaimReason).toBe('The body gave more.');
  });
});

describe('the log of a claim', () => {
  const plain = { category: 'a', credits: 100 };
  const ethics = { category: 'b', credits: 50, marks: ['ethics'] };

  it.each<[string, readonly Part[], object]>([
    ['no marks as before parts had them', [plain], { marks: [], parts: { a: 100 } }],
    [
      'the same marks on all parts as before',
      [{ ...plain, marks: ['ethics'] }, ethics],
      { marks: ['ethics'], parts: { a: 100, b: 50 } },
    ],
    ['other marks on each part as a list', [ethics, plain], { parts: [{ ...plain, marks: [] }, ethics] }],
    ['no parts', [], { marks: [], parts: {} }],
  ])('has %s', async (_what, parts, logged) => {
    const activityId = await save(parts);
    const contents = await world.store.readLog(workspaceId, (log) => log.contentsBetween(0, 100));
    const content = [...contents.values()].find(({ subject }) => subject === activityId)?.content;

    expect(content).toMatchObject({ claims: [{ holding: holdingId, cycle: cycleId, ...logged }] });
    expect(Object.keys((content as { claims: readonly object[] }).claims[0] ?? {}).sort()).toEqual(
      ['holding', 'cycle', ...Object.keys(logged)].sort(),
    );
    expect(await verdictOn(world.store, workspaceId)).toBe('whole');
  });

  it('gives back what was logged', async () => {
    await save([ethics, plain], { overClaimReason: 'More.' });
    await save([ethics]);
    await save([plain]);
    const records = await inWorkspace(async ({ history }) => {
      const mark = await history.markBefore(new Date(Date.now() + 60_000));
      if (mark === undefined) throw new Error('There is a log.');
      return history.records([personId], mark);
    });
    const claims = records.flatMap((record) =>
      record.claims.map(({ parts, overClaimReason }) => [parts, overClaimReason]),
    );

    expect(claims).toHaveLength(3);
    expect(claims).toEqual(
      expect.arrayContaining([
        [[plain, ethics].map((one) => ('marks' in one ? one : { ...one })), 'More.'],
        [[ethics], ''],
        [[plain], ''],
      ]),
    );
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { Part } from '../../../src/domain/holding.ts';
import type { NewClaim } from '../../../src/store/records/activities.ts';
import { NOW, openWorkspace } from '../workspace.ts';

const world = openWorkspace();
const on = day('2026-03-02');
const about = { title: 'Zero trust', provider: 'SANS', kind: 'course', description: '', starts: on, ends: on } as const;
let personId = '';
let holdingId = '';
let cycleId = '';

beforeEach(async () => {
  personId = await world.join('ana');
  await world.inWorkspace(async ({ holdings }) => {
    holdingId = (await holdings.add({ personId, certification: 'abc', number: '' }, NOW)) ?? '';
    const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
    cycleId = await holdings.addCycle(holdingId, cycle, {});
  });
});

function save(parts: readonly Part[], over: Partial<NewClaim> = {}, delivery: 'in-person' | '' = ''): Promise<string> {
  const claims = [{ holdingId, cycleId, parts, ...over }];
  return world.inWorkspace(({ activities }) => activities.add({ ...about, delivery, personId, claims }, NOW));
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

    expect(await world.inWorkspace(({ activities }) => activities.claimsOf(activityId))).toEqual([
      { holdingId, cycleId, overClaimReason: '', parts: stored },
    ]);
  });

  it('are entries with their marks and the delivery', async () => {
    const activityId = await save(marked, {}, 'in-person');
    const entries = await world.inWorkspace(({ activities }) => activities.entriesOf([holdingId]));

    expect(entries.get(holdingId)).toMatchObject([{ id: activityId, delivery: 'in-person', parts: stored }]);
  });

  it('of one category with the same marks are one', async () => {
    const activityId = await save([
      { category: 'a', credits: 100, marks: ['ethics', 'lab'] },
      { category: 'a', credits: 50, marks: ['lab', 'ethics'] },
    ]);
    const [claim] = await world.inWorkspace(({ activities }) => activities.claimsOf(activityId));

    expect(claim?.parts).toEqual([{ category: 'a', credits: 150, marks: ['ethics', 'lab'] }]);
  });

  it('have the reason for more than the conversion gives', async () => {
    const activityId = await save(marked, { overClaimReason: 'The body gave more.' });
    const [claim] = await world.inWorkspace(({ activities }) => activities.claimsOf(activityId));

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
    const contents = await world.readLog((log) => log.contentsBetween(0, 100));
    const content = [...contents.values()].find(({ subject }) => subject === activityId)?.content;

    expect(content).toMatchObject({ claims: [{ holding: holdingId, cycle: cycleId, ...logged }] });
    expect(Object.keys((content as { claims: readonly object[] }).claims[0] ?? {}).sort()).toEqual(
      ['holding', 'cycle', ...Object.keys(logged)].sort(),
    );
    expect(await world.verdict()).toBe('whole');
  });

  it('gives back what was logged', async () => {
    await save([ethics, plain], { overClaimReason: 'More.' });
    await save([ethics]);
    await save([plain]);
    const records = await world.inWorkspace(async ({ history }) => {
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

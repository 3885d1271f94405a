import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { expect, it } from 'vitest';
import { migrate, openOrm } from '../../src/store/orm.ts';

type Row = readonly [table: string, columns: Readonly<Record<string, string>>];

async function insert(em: EntityManager, rows: readonly Row[]): Promise<void> {
  for (const [table, columns] of rows) {
    const names = Object.keys(columns);
    const marks = names.map(() => '?').join(', ');
    await em.execute(`insert into ${table} (${names.join(', ')}) values (${marks})`, Object.values(columns));
  }
}

it('gives every part of an old claim the marks of the claim', async () => {
  const orm = await openOrm({ kind: 'memory' });
  await orm.migrator.up({ to: '2026-11-29-baseline' });
  const em = orm.em.fork();
  const [workspace_id, person_id, holding_id, cycle_id] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const at = '2026-03-02T12:00:00Z';
  const on = { starts: '2026-03-02', ends: '2026-03-02' };
  const ofHolding = { workspace_id, holding_id };
  const activity = { title: 'Ethics', provider: '', kind: 'course', delivery: '', description: '', created_at: at };
  const ids = [randomUUID(), randomUUID(), randomUUID()];
  const marks = ['["lab", "ethics"]', '["ethics"]', '[]'];
  const claims = ids.flatMap((activity_id, index): readonly Row[] => [
    ['activity', { workspace_id, activity_id, person_id, ...activity, ...on }],
    ['allocation', { ...ofHolding, activity_id, cycle_id, marks: marks[index] ?? '' }],
    ['allocation_part', { ...ofHolding, activity_id, category: 'a', credits: '100' }],
    ['allocation_part', { ...ofHolding, activity_id, category: 'b', credits: '50' }],
  ]);
  await insert(em, [
    ['workspace', { workspace_id }],
    ['person', { workspace_id, person_id, name: 'Ana', role: 'member', created_at: at }],
    ['holding', { ...ofHolding, person_id, certification: 'abc', created_at: at }],
    ['cycle', { ...ofHolding, cycle_id, starts: '2025-01-01', ends: '2027-12-31' }],
    ...claims,
  ]);

  await migrate(orm, { kind: 'memory' });

  const parts = await em.execute<{ activity_id: string; category: string; marks: string; credits: number }[]>(
    'select activity_id, category, marks, credits from allocation_part order by category',
  );
  const of = (id: string) =>
    parts.filter(({ activity_id }) => activity_id === id).map((part) => [part.category, part.marks, part.credits]);
  expect(ids.map(of)).toEqual([
    [
      ['a', 'ethics lab', 100],
      ['b', 'ethics lab', 50],
    ],
    [
      ['a', 'ethics', 100],
      ['b', 'ethics', 50],
    ],
    [
      ['a', '', 100],
      ['b', '', 50],
    ],
  ]);
  expect(await em.execute('select over_claim_reason from allocation group by 1')).toEqual([{ over_claim_reason: '' }]);
  expect(await em.execute('select cured from cycle')).toEqual([{ cured: {} }]);
  await orm.close();
});

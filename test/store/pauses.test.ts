import { describe, expect, it } from 'vitest';
import { roleFor } from '../../src/store/app-role.ts';
import type { WorkspaceData } from '../../src/store/store.ts';
import { Transaction } from '../../src/store/transaction.ts';
import { statementsOf } from '../support/statements.ts';
import { openStore } from '../support/store.ts';
import { newTenant } from '../support/tenant.ts';

const world = openStore();
const NOW = new Date('2026-11-23T12:00:00Z');

async function aWorkspace(): Promise<string> {
  const workspaceId = await world.store.directory.workspaceOf('slack', newTenant(), NOW);
  await world.store.inWorkspace(workspaceId, async ({ audit, teams }) => {
    audit.actAs('operator', NOW);
    await teams.add(`Team of ${workspaceId}`, NOW);
  });
  return workspaceId;
}

/** Allows pauses; each is noted. */
function pausing(data: WorkspaceData): { readonly ended: () => number } {
  const ends = { count: 0 };
  data.queryLimit.allowPauses(async () => () => {
    ends.count += 1;
  });
  return { ended: () => ends.count };
}

describe('a transaction that pauses', () => {
  it('lets another one run meanwhile, and sees what it wrote', async () => {
    const workspaceId = await aWorkspace();
    let other: Promise<void> | undefined;

    const names = await world.store.inWorkspace(workspaceId, async (data) => {
      pausing(data);
      const before = (await data.teams.all()).length;
      other = world.store.inBackground(() =>
        world.store.inWorkspace(workspaceId, async ({ audit, teams }) => {
          audit.actAs('operator', NOW);
          await teams.add('Added meanwhile', NOW);
        }),
      );
      while ((await data.teams.all()).length === before) await data.queryLimit.pause();
      return (await data.teams.all()).map(({ name }) => name);
    });
    await other;

    expect(names).toContain('Added meanwhile');
  });

  it('is behind both walls afterwards', async () => {
    const [mine, theirs] = [await aWorkspace(), await aWorkspace()];
    const em = world.store.orm.em.fork();
    await em.begin();
    const transaction = new Transaction(em);
    const role = await roleFor(em);
    transaction.narrowedBy({ 'app.workspace': mine, ...(role === undefined ? {} : { role }) });

    await transaction.pause(async () => undefined);
    const rows = await em.execute<{ workspace_id: string }[]>('select workspace_id from team');
    await em.rollback();
    const filtered = await world.store.inWorkspace(mine, async (data) => {
      pausing(data);
      await data.queryLimit.pause();
      return data.teams.all();
    });

    expect(rows).toEqual([{ workspace_id: mine }]);
    expect(filtered.map(({ workspaceId }) => workspaceId)).toEqual([mine]);
    expect(filtered.map(({ workspaceId }) => workspaceId)).not.toContain(theirs);
  });

  it('does not end once it has written, locked or begun an act, because all of it is saved or none', async () => {
    const workspaceId = await aWorkspace();
    const failing = (work: (data: WorkspaceData) => Promise<unknown>) =>
      world.store.inWorkspace(workspaceId, async (data) => {
        pausing(data);
        data.audit.actAs('operator', NOW);
        await work(data);
        await data.queryLimit.pause();
        throw new Error('Not saved.');
      });

    await expect(failing(({ teams }) => teams.add('Half saved', NOW))).rejects.toThrow('Not saved.');

    const names = await world.store.inWorkspace(workspaceId, async ({ teams }) =>
      (await teams.all()).map(({ name }) => name),
    );
    expect(names).toEqual([`Team of ${workspaceId}`]);
  });

  it.each([
    ['does not end where pauses are not allowed', () => undefined, 1],
    ['ends where they are', pausing, 3],
  ])('%s', async (_name, allow, commits) => {
    const workspaceId = await aWorkspace();

    const statements = await statementsOf(world.store, () =>
      world.store.inWorkspace(workspaceId, async (data) => {
        allow(data);
        await data.queryLimit.extend();
        await data.queryLimit.pause();
      }),
    );

    expect(statements.filter((sql) => sql === 'commit')).toHaveLength(commits);
  });

  it('says once that work on many people has ended', async () => {
    const workspaceId = await aWorkspace();

    const ended = await world.store.inWorkspace(workspaceId, async (data) => {
      const { ended } = pausing(data);
      await data.queryLimit.extend();
      await data.queryLimit.extend();
      data.queryLimit.end();
      return ended();
    });

    expect(ended).toBe(1);
  });
});

import { randomUUID } from 'node:crypto';
import { beforeEach } from 'vitest';
import type { AuditReading } from '../../src/store/audit-reading.ts';
import type { WorkspaceData } from '../../src/store/store.ts';
import { verdictOn } from '../support/records.ts';
import { asOperator, openStore } from '../support/store.ts';

/** When the members of a workspace of a test joined. */
export const NOW = new Date('2026-11-23T12:00:00Z');

interface TestWorkspace {
  readonly id: string;
  /** Changes its data as recert’s operator. */
  inWorkspace<T>(work: (data: WorkspaceData) => Promise<T>): Promise<T>;
  readLog<T>(work: (log: AuditReading) => Promise<T>): Promise<T>;
  /** What walking its log comes to, in a word or a sentence. */
  verdict(): Promise<string>;
  /** Adds a member and returns the id of the person. */
  join(user: string): Promise<string>;
}

/** A workspace that is new for each test of a file. */
export function openWorkspace(): TestWorkspace {
  const world = openStore();
  let id = '';
  beforeEach(() => {
    id = randomUUID();
  });
  const inWorkspace: TestWorkspace['inWorkspace'] = (work) => asOperator(world.store, id, work);
  return {
    get id() {
      return id;
    },
    inWorkspace,
    readLog: (work) => world.store.readLog(id, work),
    verdict: () => verdictOn(world.store, id),
    join: (user) =>
      inWorkspace(async ({ people }) => {
        const details = { name: user, zone: null, locale: null, role: 'member' } as const;
        return (await people.join({ platform: 'slack', tenant: id, user }, details, NOW)).personId;
      }),
  };
}

/** A workspace that is new for each test of a file, with the ids of its members Ana and Bo. */
export function openWorkspaceOfTwo(): Pick<TestWorkspace, 'inWorkspace'> & {
  readonly ana: string;
  readonly bo: string;
} {
  const workspace = openWorkspace();
  const members = { ana: '', bo: '' };
  beforeEach(async () => {
    members.ana = await workspace.join('ana');
    members.bo = await workspace.join('bo');
  });
  return {
    inWorkspace: workspace.inWorkspace,
    get ana() {
      return members.ana;
    },
    get bo() {
      return members.bo;
    },
  };
}

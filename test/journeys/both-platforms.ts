import nock from 'nock';
import { afterEach, beforeEach } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import type { CoreDeps } from '../../src/core/core-deps.ts';
import type { RunningCore } from '../../src/core/dispatch.ts';
import type { Store } from '../../src/store/store.ts';
import { NOW, TENANT } from '../adapters/teams/issuer.ts';
import { silent } from '../support/conversation.ts';
import { patientCore } from '../support/core.ts';
import { openStore } from '../support/store.ts';
import { emptyTenant } from '../support/tenant.ts';
import { type SlackAnna, slackAnna } from './slack-anna.ts';
import { type TeamsAna, teamsAna } from './teams-ana.ts';

/** Anna at Slack and Ana at Teams, each in a workspace that was empty, with one core behind both. */
interface BothPlatforms {
  readonly core: RunningCore;
  readonly slack: SlackAnna;
  readonly teams: TeamsAna;
  /** The ids of the workspaces. */
  readonly atSlack: string;
  readonly atTeams: string;
}

/** Both platforms for the tests of a file; what a test starts is stopped after it. */
export function openBothPlatforms(parts: Partial<CoreDeps> = {}): {
  readonly store: Store;
  start(now?: () => Date): Promise<BothPlatforms>;
} {
  const world = openStore();
  const started: { stop(): Promise<void> }[] = [];
  beforeEach(() => nock.disableNetConnect());
  afterEach(async () => {
    for (const platform of started.splice(0)) await platform.stop();
    nock.cleanAll();
  });
  return {
    get store() {
      return world.store;
    },
    async start(now = () => NOW) {
      const atSlack = await emptyTenant(world.store, { platform: 'slack', tenant: 'T0HOME' }, NOW);
      const atTeams = await emptyTenant(world.store, { platform: 'teams', tenant: TENANT }, NOW);
      const core = patientCore({
        store: world.store,
        catalogue: loadCatalogue(),
        clock: { now },
        log: silent,
        ...parts,
      });
      const slack = await slackAnna(core);
      started.push(slack);
      const teams = await teamsAna(core);
      started.push(teams);
      return { core, slack, teams, atSlack, atTeams };
    },
  };
}

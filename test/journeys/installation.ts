import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { openStore } from '../support/store.ts';
import { type InstalledOptions, type InstalledRecert, installedRecert } from './installed-recert.ts';
import { type SlackWorkspaces, slackWorkspaces } from './slack-workspaces.ts';

/** A Slack with recert, for the tests of a file. */
export interface Installation {
  readonly store: Store;
  readonly slack: SlackWorkspaces;
  readonly recert: InstalledRecert;
}

/** Starts a Slack and recert before the tests of a file, and stops both after them. What is logged is dropped unless `logged` is given. */
export function installation(
  options: Omit<InstalledOptions, 'store' | 'slack' | 'key' | 'logged'> & { readonly logged?: string[] },
): Installation {
  const opened = openStore();
  const started: { slack?: SlackWorkspaces; recert?: InstalledRecert } = {};
  beforeAll(async () => {
    const slack = await slackWorkspaces(options.now);
    started.slack = slack;
    started.recert = await installedRecert({
      logged: [],
      ...options,
      store: opened.store,
      slack,
      key: randomBytes(32),
    });
  });
  afterAll(async () => {
    await started.recert?.stop();
    await started.slack?.close();
  });
  return {
    get store() {
      return opened.store;
    },
    get slack() {
      if (started.slack === undefined) throw new Error('Slack starts before the tests, not before their file is read.');
      return started.slack;
    },
    get recert() {
      if (started.recert === undefined)
        throw new Error('recert starts before the tests, not before their file is read.');
      return started.recert;
    },
  };
}

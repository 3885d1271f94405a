import type { BotInstallation, InstalledBots } from '../../../src/chat/installed-bots.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { problemIn } from '../outbound/refusals.ts';
import type { OAuth } from './oauth.ts';

/** Tokens live for twelve hours and are replaced this long before their end. */
const AHEAD_MS = 2 * 60 * 60_000;
/** Tokens that end this soon are replaced before they are used. */
const LAST_MOMENT_MS = 60_000;
/** With this many in a row, the database is at fault. */
const MAX_FAILURES = 100;
const EVERY_MS = 10 * 60_000;

/** Replaces tokens before they expire. */
export interface TokenRotation {
  /** Replaces the tokens of all installations that expire soon, and does so again from time to time until it is stopped. Never throws. */
  start(): Promise<void>;
  stop(): void;
  /** The installation with tokens that can be used now. */
  fresh(installation: BotInstallation | undefined): Promise<BotInstallation | undefined>;
}

interface RotationDeps {
  readonly bots: InstalledBots;
  readonly oauth: OAuth;
  readonly clock: Clock;
  readonly log: Log;
}

/** Creates the rotation. Each installation is claimed first, so that only one process uses its refresh token, which is valid once. */
export function tokenRotation({ bots, oauth, clock, log }: RotationDeps): TokenRotation {
  let timer: NodeJS.Timeout | undefined;

  /** Returns whether there was an installation to rotate. */
  async function rotateNext(aheadMs: number, tenant?: string): Promise<boolean> {
    const now = clock.now();
    const expiresBefore = new Date(now.getTime() + aheadMs);
    const due = await bots.claimExpiring({ expiresBefore, now, ...(tenant === undefined ? {} : { tenant }) });
    const refresh = due?.tokens.refresh;
    if (due === undefined || refresh === undefined) return due !== undefined;
    try {
      await bots.replaceTokens(due, await oauth.refresh(refresh, now));
      log.info('The token of a Slack workspace was replaced.', { tenant: due.tenant });
    } catch (error) {
      log.error('The token of a Slack workspace could not be replaced; trying again in a few minutes.', {
        tenant: due.tenant,
        reason: problemIn(error),
        expiresAt: due.tokens.expiresAt?.toISOString(),
      });
    }
    return true;
  }

  async function rotateAll(): Promise<void> {
    // Tokens that can't be decrypted stay claimed for now, so the others follow.
    for (let failures = 0; failures < MAX_FAILURES; ) {
      try {
        if (!(await rotateNext(AHEAD_MS))) return;
      } catch (error) {
        failures += 1;
        log.error('The token of a Slack workspace could not be read to replace it.', { error });
      }
    }
  }

  return {
    start: async () => {
      timer = setInterval(() => void rotateAll(), EVERY_MS).unref();
      await rotateAll();
    },
    stop: () => clearInterval(timer),
    fresh: async (installation) => {
      const end = installation?.tokens.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
      if (installation === undefined || end - clock.now().getTime() > LAST_MOMENT_MS) return installation;
      await rotateNext(LAST_MOMENT_MS, installation.tenant);
      return bots.find(installation.tenant);
    },
  };
}

import { randomUUID } from 'node:crypto';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { teamsAdapter } from '../../../adapters/teams/index.ts';
import { PlatformRefusal, type PlatformStatus } from '../../../src/chat/platform-status.ts';
import type { Log } from '../../../src/ports.ts';
import { quietCore } from '../../support/core.ts';
import { NOW, TENANT } from './issuer.ts';
import { aCard } from './stand-in.ts';

const core = { ...quietCore, dispatch: async () => aCard('Pace') };
const log: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const entra = () =>
  nock('https://login.microsoftonline.com').post((path) => path.startsWith(`/${TENANT}/oauth2/v2.0/token`));
let statuses: PlatformStatus[];
let adapter: ReturnType<typeof teamsAdapter> | undefined;
let appId: string;

beforeEach(() => {
  statuses = [];
  // The SDK remembers the tokens of each app.
  appId = randomUUID();
  nock.disableNetConnect();
});
afterEach(async () => {
  await adapter?.stop();
  nock.cleanAll();
});

async function start(): Promise<void> {
  const credentials = { appId, appType: 'SingleTenant', tenantId: TENANT, password: 'a-password' } as const;
  adapter = teamsAdapter({ credentials, tenantIds: [TENANT], log, clock: { now: () => NOW } });
  await adapter.start(core, (status) => void statuses.push(status));
}

/** What Entra answers when it refuses an app. */
const refusal = (error: string, number: number) => ({
  error,
  error_description: `AADSTS${number}: The words of Entra.`,
  error_codes: [number],
});

describe('the adapter of Teams', () => {
  it('says that it is connected once Entra has given a token', async () => {
    entra().reply(200, { token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600, access_token: 'a-token' });

    await start();

    expect(statuses).toEqual([{ kind: 'connected' }]);
  });

  it.each([
    ['invalid_client', 7000222, 'The client secret in TEAMS_APP_PASSWORD has expired.'],
    ['invalid_client', 7000215, 'The client secret in TEAMS_APP_PASSWORD is wrong.'],
    ['unauthorized_client', 700016, 'Copy TEAMS_APP_ID'],
    ['invalid_request', 90002, `There is no tenant ${TENANT}.`],
    ['invalid_client', 700027, "Entra doesn't know the certificate, or it has expired."],
    ['invalid_client', 7000999, 'https://login.microsoftonline.com/error?code=7000999'],
  ])('does not start where Entra refuses it: %s %i', async (error, number, remedy) => {
    entra().reply(401, refusal(error, number));

    const started = start();

    await expect(started).rejects.toThrow(PlatformRefusal);
    await expect(started).rejects.toThrow(remedy);
    await expect(started).rejects.toThrow(`AADSTS${number}`);
    await expect(started).rejects.not.toThrow('a-password');
  });

  it.each([
    [503, '', 'Entra answered with status 503.'],
    [429, '', 'Entra answered with status 429.'],
    [400, refusal('temporarily_unavailable', 90033), 'Entra answered AADSTS90033.'],
  ])('starts although Entra answers with %i, and says so', async (status, body, problem) => {
    entra().reply(status, body);

    await start();

    expect(statuses).toEqual([{ kind: 'disconnected', problem }]);
  });

  it('says what is wrong with the network', async () => {
    const error = Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    entra().replyWithError(error);
    nock('https://login.microsoftonline.com').head('/').replyWithError(error);

    await start();

    expect(statuses).toEqual([
      { kind: 'disconnected', problem: "Entra can't be reached: its name is not known to DNS (ENOTFOUND)." },
    ]);
  });

  it('needs no token in development', async () => {
    adapter = teamsAdapter({ tenantIds: [], development: true, log, clock: { now: () => NOW } });
    await adapter.start(core, (status) => void statuses.push(status));

    expect(statuses).toEqual([{ kind: 'connected' }]);
  });
});

import nock from 'nock';
import { afterEach, beforeEach, vi } from 'vitest';
import { expectNoUnusedRequests } from '../../support/unused-requests.ts';
import { ANNA, type Answers, type StandIn, standIn } from './stand-in.ts';

export const COMMAND = '/commands/T0HOME/1/abc';
export const ACTION = '/actions/T0HOME/2/def';

/** The stand-in for Slack of the current test, after `begin`. */
export let slack: StandIn;

/** Starts the stand-in with a core that answers like this, and expects no question about the person's profile. */
export async function beginWithoutProfile(...options: Parameters<typeof standIn>): Promise<void> {
  slack = await standIn(...options);
}

/** Starts the stand-in with a core that answers like this; Slack knows Anna by this profile. */
export async function begin(answers: Answers, anna: typeof ANNA = ANNA): Promise<void> {
  await beginWithoutProfile(answers);
  slack.expect('users.info', anna);
}

/** Waits until a method of the Web API is called and returns its arguments. */
export const called = (method: string) =>
  vi.waitFor(() => {
    const call = slack.calls.find((one) => one.method === method);
    if (call === undefined) throw new Error(`${method} was not called`);
    return call.args;
  });

/** Stops the stand-in after each test, which fails when an expected request to Slack was not made. */
export function installStandIn(): void {
  beforeEach(() => nock.disableNetConnect());
  afterEach(async () => {
    await slack?.stop();
    expectNoUnusedRequests();
  });
}

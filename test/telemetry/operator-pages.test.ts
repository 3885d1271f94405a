import { describe, expect, it } from 'vitest';
import { publicReport } from '../../src/readiness.ts';
import { answerOperator, type OperatorPages } from '../../src/telemetry/operator-pages.ts';

const TOKEN = 'a-token-of-this-test';
const pages: OperatorPages = {
  metrics: async () => 'recert_workspaces 3\n',
  readiness: async (hasDetails) => ({ isReady: false, body: { ready: false, hasDetails } }),
};

async function answer(path: string, access: { token?: string; isOwnPort?: boolean }, given?: string) {
  const headers = given === undefined ? {} : { authorization: `Bearer ${given}` };
  const request = new Request(`http://localhost${path}`, { headers });
  const { token, isOwnPort = false } = access;
  const response = await answerOperator(request, pages, { token, isOwnPort });
  return response && { status: response.status, text: await response.text() };
}

describe('the pages of the operator', () => {
  it.each([
    ['the main port without a token', {}, undefined, 404],
    ['the main port without a token, whatever is sent', {}, TOKEN, 404],
    ['the main port with a token that is not sent', { token: TOKEN }, undefined, 401],
    ['the main port with another token', { token: TOKEN }, `${TOKEN}x`, 401],
    ['the main port with the token', { token: TOKEN }, TOKEN, 200],
    ['a port of their own', { isOwnPort: true }, undefined, 200],
    ['a port of their own with a token that is not sent', { isOwnPort: true, token: TOKEN }, undefined, 401],
    ['a port of their own with the token', { isOwnPort: true, token: TOKEN }, TOKEN, 200],
  ] as const)('show the metrics on %s or not', async (_, access, given, status) => {
    const answered = await answer('/metrics', access, given);

    expect(answered?.status).toBe(status);
    expect(answered?.text.includes('recert_workspaces')).toBe(status === 200);
  });

  it('say whether recert is ready to everyone, and the details to the operator', async () => {
    expect(await answer('/readyz', { token: TOKEN })).toEqual({
      status: 503,
      text: '{"ready":false,"hasDetails":false}',
    });
    expect(await answer('/readyz', { token: TOKEN }, TOKEN)).toEqual({
      status: 503,
      text: '{"ready":false,"hasDetails":true}',
    });
  });

  it('leave other paths to others', async () => {
    expect(await answer('/slack/events', { isOwnPort: true })).toBeUndefined();
  });
});

describe('a report for everyone', () => {
  it('names what does not work and since when, without the reason', () => {
    const since = '2026-11-30T08:00:00.000Z';
    const problem = 'Slack refuses the token of acme.';

    expect(publicReport({ isReady: false, parts: { slack: { ready: false, since, problem } } })).toEqual({
      ready: false,
      slack: { ready: false, since },
    });
  });
});

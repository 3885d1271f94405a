import { describe, expect, it } from 'vitest';
import { NetworkProblem, networkProblem } from '../../src/network/network-problem.ts';

const coded = (code: string, message = 'https://user:hunter2@host/secret') =>
  Object.assign(new Error(message), { code });

describe('why a call failed', () => {
  it.each([
    [
      'the cause of fetch',
      new TypeError('fetch failed', { cause: coded('ENOTFOUND') }),
      'its name is not known to DNS (ENOTFOUND)',
    ],
    [
      'the original of Slack',
      Object.assign(coded('slack_request'), { original: coded('ECONNRESET') }),
      'the connection was broken off (ECONNRESET)',
    ],
    [
      'several addresses',
      new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]),
      'the connection was refused (ECONNREFUSED)',
    ],
    ['a time limit', new DOMException('late', 'TimeoutError'), 'no answer came in time'],
    ['a code in a text', new Error('getaddrinfo EAI_AGAIN host'), 'DNS is not responding (EAI_AGAIN)'],
    ['a code without words', coded('EPROTO'), 'EPROTO'],
    ['no code', new TypeError('https://user:hunter2@host'), 'an unexpected error (TypeError)'],
    ['no error', 'hunter2', 'an unexpected error (string)'],
    ['words of our own', new Error('x', { cause: new NetworkProblem('the proxy said no') }), 'the proxy said no'],
  ])('is said from %s, without what the error quotes', (_, error, words) => {
    expect(networkProblem(error)).toBe(words);
  });

  it('names the remedy for a certificate that is not trusted', () => {
    expect(networkProblem(coded('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'))).toContain('set NODE_EXTRA_CA_CERTS');
  });
});

// @ts-check
/**
 * @import { TabProblem } from '../../../../src/chat/platform-phrases.ts'
 * @import { TeamsClient } from './teams-client.js'
 */

/** A problem to show; `name` is that of its phrase. */
export class RequestProblem extends Error {
  /**
   * @param {TabProblem} name
   * @param {string} [reference]
   */
  constructor(name, reference = '') {
    super(name);
    this.problem = name;
    this.reference = reference;
  }
}

/**
 * Sends requests with the token of the person who reads the page. Nothing is stored, and no cookie is sent.
 * @param {TeamsClient} teams
 */
export function createRequests(teams) {
  const { locale } = teams;
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();

  async function getToken() {
    try {
      return await teams.getToken();
    } catch {
      throw new RequestProblem('signIn');
    }
  }

  /**
   * @param {string} path
   * @param {unknown} [body]
   */
  async function send(path, body) {
    const headers = new Headers({ authorization: `Bearer ${await getToken()}` });
    if (body !== undefined) headers.set('content-type', 'application/json');
    const json = body === undefined ? {} : { method: 'POST', body: JSON.stringify({ zone, locale, ...body }) };
    const response = await fetch(`/teams/tab/${path}`, { credentials: 'omit', headers, ...json }).catch(() => {
      throw new RequestProblem('unreachable');
    });
    const answer = await response.json().catch(() => {
      throw new RequestProblem('unreachable');
    });
    if (!response.ok) throw new RequestProblem(answer.problem, answer.reference);
    return answer;
  }

  return {
    /** @param {string} path @param {object} body */
    post: (path, body) => send(path, body),
    /** @param {string} path */
    get: (path) => send(path),
  };
}

// @ts-check
/**
 * @import { TabProblem } from '../../../../src/chat/platform-phrases.ts'
 * @import { TeamsClient } from './teams-client.js'
 * @typedef {{ bytes: ArrayBuffer, type: string }} EncodedForm A form with its files, as it is sent.
 */

/** A problem to show; `name` is that of its phrase. */
export class RequestProblem extends Error {
  /**
   * @param {TabProblem} name
   * @param {string} [reference] The reference to the log, or the name of a file.
   * @param {HTMLInputElement} [input] The input that it is about.
   */
  constructor(name, reference = '', input = undefined) {
    super(name);
    this.problem = name;
    this.reference = reference;
    this.input = input;
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
   * @param {object | EncodedForm} [body]
   */
  async function send(path, body) {
    const headers = new Headers({ authorization: `Bearer ${await getToken()}` });
    const { type, content } = encoded(body);
    if (type !== undefined) headers.set('content-type', type);
    const sent = content === undefined ? {} : { method: 'POST', body: content };
    const response = await fetch(`/teams/tab/${path}`, { credentials: 'omit', headers, ...sent }).catch(() => {
      throw new RequestProblem('unreachable');
    });
    const answer = await response.json().catch(() => {
      throw new RequestProblem('unreachable');
    });
    if (!response.ok) throw new RequestProblem(answer.problem, answer.reference);
    return answer;
  }

  /** @param {object | EncodedForm} [body] */
  function encoded(body) {
    if (body === undefined) return {};
    if ('bytes' in body) return { type: body.type, content: body.bytes };
    return { type: 'application/json', content: JSON.stringify({ zone, locale, ...body }) };
  }

  return {
    /** What is sent of the client with a form that has files. */
    client: { zone, locale },
    /** @param {string} path @param {object | EncodedForm} body */
    post: (path, body) => send(path, body),
    /** @param {string} path */
    get: (path) => send(path),
  };
}

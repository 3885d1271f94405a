// @ts-check
import { createElement } from './dom.js';
import { switchLanguage } from './language.js';
import { scrollToElement } from './scroll.js';
import { fillPhrase, phrases } from './texts.js';

/**
 * @import { PagePhrases } from '../../../src/chat/platform-phrases.ts'
 * @import { SentAnswer } from '../answer.ts'
 * @import { Control } from './dom.js'
 */

/** An error to show, with the input it concerns. */
export class RequestProblem extends Error {
  /**
   * @param {string} message
   * @param {HTMLInputElement} [input]
   */
  constructor(message, input) {
    super(message);
    this.input = input;
  }
}

/**
 * Sends something to recert. Throws a problem in the current person's language.
 * @param {string} path
 * @param {RequestInit} request
 */
export async function post(path, request) {
  const { problems } = phrases();
  const response = await fetch(`/playground/${path}`, { method: 'POST', ...request }).catch(() => {
    throw new RequestProblem(problems.unreachable);
  });
  const { status } = response;
  const answer = await response.json().catch(() => {
    throw new RequestProblem(fillPhrase(problems.unreadable, { status }));
  });
  if (!response.ok) throw new RequestProblem(problemText(answer));
  return answer;
}

/**
 * What the server names as wrong, in words.
 * @param {{ problem: string, reference?: string }} answer
 */
function problemText({ problem, reference = '' }) {
  const { problems } = phrases();
  return fillPhrase(problems[/** @type {keyof PagePhrases['problems']} */ (problem)] ?? problem, { reference });
}

/**
 * @param {string} path
 * @param {unknown} body
 * @returns {Promise<SentAnswer>}
 */
function postJson(path, body) {
  return post(path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

/**
 * One interaction from request to answer. While it is under way its controls are off; sent again after a failure it is the same interaction.
 * @typedef {object} PageInteraction
 * @property {string} path
 * @property {object} body
 * @property {() => Promise<object>} [prepare]
 * @property {Control[]} controls
 * @property {HTMLElement} where
 * @property {(answer: SentAnswer) => void} onAnswer
 * @property {(problem: string, input?: HTMLInputElement) => void} onProblem
 */

/**
 * Sends an interaction and hands its answer or its problem on.
 * @param {PageInteraction} interaction
 */
export async function sendInteraction({ path, body, prepare, controls, where, onAnswer, onProblem }) {
  for (const control of controls) control.disabled = true;
  const waiting = showWaiting(where);
  try {
    const answer = await postJson(path, { ...body, ...(await prepare?.()) });
    waiting.remove();
    switchLanguage(answer.language);
    onAnswer(answer);
  } catch (error) {
    waiting.remove();
    for (const control of controls) control.disabled = false;
    if (error instanceof RequestProblem) onProblem(error.message, error.input);
    else onProblem(String(error));
  } finally {
    waiting.remove();
    for (const control of controls) control.disabled = false;
  }
}

/** @param {HTMLElement} where */
function showWaiting(where) {
  const dot = () => createElement('i');
  const attributes = { 'aria-hidden': 'true' };
  const dots = createElement('div', { className: 'thinking', attributes }, dot(), dot(), dot());
  where.append(dots);
  scrollToElement(dots);
  return dots;
}

// @ts-check
import { currentLog } from './conversation-log.js';
import { asElement, createElement, findControls } from './dom.js';
import { answerMessage, appendOwnMessage, appendProblem } from './messages.js';
import { currentSender } from './person.js';
import { sendInteraction } from './requests.js';
import { focusLine, scrollToElement } from './scroll.js';

/**
 * @import { SentAnswer, ShownAnswer } from '../answer.ts'
 * @import { SentFile } from './uploads.js'
 */

/**
 * Sends a line, with the files that go with it.
 * @param {string} line
 * @param {SentFile[]} files
 * @param {string[]} names
 */
export function sendLine(line, files = [], names = []) {
  const { node } = currentLog();
  const body = { ...currentSender(), line, key: crypto.randomUUID(), ...(files.length === 0 ? {} : { files }) };
  const bubble = appendOwnMessage(node, line);
  if (names.length > 0)
    asElement(bubble.firstChild).append(
      createElement('span', { className: 'sent-files', textContent: names.join(', ') }),
    );
  /** @returns {Promise<void>} */
  const attempt = () =>
    sendInteraction({
      path: 'say',
      body,
      controls: [...findControls(document, '.send'), ...findControls(node, '.chip')],
      where: node,
      onAnswer: (answer) => showAnswer(node, answer),
      onProblem: (problem) => appendProblem(node, problem, attempt),
    });
  return attempt();
}

/**
 * Sends the press of a card's button.
 * @param {HTMLElement} button
 */
export function pressButton(button) {
  const node = asElement(button.closest('.log'));
  const { press: command, args = '{}', key, confirm: question } = button.dataset;
  if (question !== undefined && !window.confirm(question)) return;
  const body = { ...currentSender(), command, args: JSON.parse(args), key };
  const label = button.firstChild?.textContent?.trim() ?? '';
  const bubble = appendOwnMessage(node, label, 'pressed');
  /** @returns {Promise<void>} */
  const attempt = () =>
    sendInteraction({
      path: 'press',
      body,
      controls: findControls(asElement(button.closest('.card')), 'button'),
      where: node,
      onAnswer: (answer) => showAnswer(node, answer),
      onProblem: (problem) => appendProblem(node, problem, attempt),
    });
  scrollToElement(bubble);
  return attempt();
}

/**
 * Shows an answer, at the end or instead of another message.
 * @param {HTMLElement} node
 * @param {SentAnswer} answer
 * @param {HTMLElement} [instead]
 */
export function showAnswer(node, answer, instead) {
  showOneAnswer(node, answer, instead);
  // Messages from the mailbox come with the answer.
  for (const message of answer.more) showOneAnswer(node, { ...message, time: answer.time });
}

/**
 * @param {HTMLElement} node
 * @param {ShownAnswer} answer
 * @param {HTMLElement} [instead]
 */
function showOneAnswer(node, answer, instead) {
  const message = answerMessage(answer);
  if (instead) instead.replaceWith(message);
  else node.append(message);
  const field =
    message.querySelector('[aria-invalid=true]') ??
    message.querySelector('form :is(input, select, textarea):not([type=hidden])');
  if (answer.kind === 'form' && field) asElement(field).focus({ preventScroll: true });
  else focusLine();
  scrollToElement(message);
}

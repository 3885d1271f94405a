// @ts-check
// Each person has a conversation of their own.
import { createElement, elementById, firstElement } from './dom.js';
import { currentPerson } from './person.js';
import { fillPhrase, phrases, translate } from './texts.js';

/**
 * One person's conversation: its element, the lines typed in it, and the position of the arrow keys among them.
 * @typedef {{ node: HTMLElement, typed: string[], at: number }} ConversationLog
 */

/** @type {Map<string, ConversationLog>} */
const logs = new Map();

/** The conversation of the current person. */
export function currentLog() {
  const log = logs.get(currentPerson().id);
  if (log === undefined) throw new Error('The person has no conversation yet.');
  return log;
}

/** Shows the conversation of the current person, which begins with a greeting, and hides the others. */
export function showCurrentLog() {
  const { id } = currentPerson();
  if (!logs.has(id)) logs.set(id, createLog());
  for (const [owner, { node }] of logs) node.hidden = owner !== id;
  elementById('scroll').scrollTop = elementById('scroll').scrollHeight;
}

/** Names the conversation of the current person in their language, if it has begun. */
export function labelCurrentLog() {
  logs.get(currentPerson().id)?.node.setAttribute('aria-label', logLabel());
}

function logLabel() {
  return fillPhrase(phrases().conversation, { name: currentPerson().name });
}

/** @returns {ConversationLog} */
function createLog() {
  const { tenant, name } = currentPerson();
  const greeting = document.querySelector(`template[data-greeting="${CSS.escape(tenant)}"]`);
  const node = createElement('div', { className: 'log', attributes: { role: 'log', 'aria-label': logLabel() } });
  if (greeting instanceof HTMLTemplateElement) node.append(greeting.content.cloneNode(true));
  translate(node);
  firstElement(node, '[data-first-name]').textContent = name.split(' ')[0] ?? '';
  elementById('logs').append(node);
  return { node, typed: [], at: 0 };
}

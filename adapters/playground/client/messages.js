// @ts-check
// The server's HTML is escaped there; everything else is set as text.
import { createElement, firstElement } from './dom.js';
import { currentPerson } from './person.js';
import { addPreviewTabs } from './preview-tabs.js';
import { scrollToElement } from './scroll.js';
import { phrases } from './texts.js';

/** @import { ShownAnswer } from '../answer.ts' */

/**
 * A message of the current person: a line they typed, a button they pressed or a form they filled in.
 * @param {string} words
 * @param {'typed' | 'pressed' | 'sent'} kind
 */
export function ownMessage(words, kind = 'typed') {
  const name = /** @type {const} */ ({ typed: 'typed', pressed: 'pressed', sent: 'filledIn' })[kind];
  const before = createElement('span', {
    className: 'hidden-words',
    dataset: { say: name },
    textContent: phrases()[name],
  });
  const avatar = currentPerson().avatar.cloneNode(true);
  // Files can be sent without words.
  const text = words === '' ? [] : [' ', words];
  return createElement('div', { className: `mine ${kind}` }, createElement('p', {}, before, ...text), avatar);
}

/**
 * Adds a message of the current person to a conversation.
 * @param {HTMLElement} node
 * @param {string} words
 * @param {'typed' | 'pressed' | 'sent'} [kind]
 */
export function appendOwnMessage(node, words, kind) {
  const bubble = ownMessage(words, kind);
  node.append(bubble);
  return bubble;
}

/**
 * Adds a problem to a conversation, with a button to try again.
 * @param {HTMLElement} node
 * @param {string} problem
 * @param {() => void} retry
 */
export function appendProblem(node, problem, retry) {
  const button = createElement('button', { type: 'button', className: 'button plain', textContent: phrases().retry });
  const note = createElement(
    'div',
    { className: 'problem', attributes: { role: 'alert' } },
    createElement('p', { textContent: problem }),
    button,
  );
  button.addEventListener('click', () => {
    note.remove();
    retry();
  });
  node.append(note);
  scrollToElement(note);
}

/**
 * An answer of recert, with tabs for the other platforms.
 * @param {ShownAnswer} answer
 */
export function answerMessage(answer) {
  const card = createElement('div', { className: 'panel' });
  card.innerHTML = answer.html;
  const meta = createElement(
    'p',
    { className: 'meta' },
    createElement('b', { textContent: 'recert' }),
    ` ${answer.time} · ${answer.seenBy}`,
  );
  const head = createElement('div', { className: 'message-head' }, meta);
  const attributes = { 'aria-label': `recert, ${answer.time}` };
  const message = createElement('article', { className: 'message', attributes });
  const mark = firstElement(document, '.top .mark').cloneNode(true);
  const column = createElement('div', { className: 'column' }, head, card);
  message.append(mark, column);
  if (answer.previews.length > 0) addPreviewTabs({ head, column, card }, answer.previews);
  return message;
}

// @ts-check
import { setUpAttachments } from './attachments.js';
import { sendLine } from './conversation.js';
import { allElements, createElement, elementById, findControls, inputById } from './dom.js';
import { createListbox } from './listbox.js';
import { focusLine } from './scroll.js';
import { recallLine, rememberLine } from './typed-lines.js';

/** @import { SentFile } from './uploads.js' */

/** Sets the input line up: the commands it suggests, the lines typed before, the files that go with it. */
export function setUpComposer() {
  const line = inputById('line');
  const suggestions = setUpSuggestions(line);
  line.addEventListener('input', () => suggestions.update(true));
  line.addEventListener('keydown', (event) => {
    if (event.isComposing || suggestions.handleKey(event)) return;
    const before = recallLine(event.key);
    if (before === undefined) return;
    event.preventDefault();
    suggestions.replaceLine(before);
  });
  const attachments = setUpAttachments();
  elementById('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    const text = line.value.trim();
    if (text === '' && !attachments.hasFiles()) return;
    if (findControls(document, '.send').some(({ disabled }) => disabled)) return;
    /**
     * @param {SentFile[]} [files]
     * @param {string[]} [names]
     */
    const send = (files, names) => {
      if (text !== '') rememberLine(text);
      suggestions.replaceLine('');
      sendLine(text, files, names);
    };
    if (attachments.hasFiles()) attachments.upload(send);
    else send();
  });
  focusLine();
}

/**
 * Suggests commands for the word that is typed.
 * @param {HTMLInputElement} line
 */
function setUpSuggestions(line) {
  const list = elementById('commands');
  const commands = allElements(list, 'li');
  /** @param {string} text */
  const replaceLine = (text) => {
    line.value = text;
    update(false);
  };
  const { setOpen, handleKey } = createListbox(line, list, (option) => replaceLine(`${option.dataset.name} `));
  /** @param {boolean} mayOpen */
  const update = (mayOpen) => {
    const [, word = '', more = ''] = /^\s*\/?(\S*)(\s?)/u.exec(line.value.toLowerCase()) ?? [];
    for (const option of commands) option.hidden = !option.dataset.name?.startsWith(word);
    setOpen(mayOpen && line.value !== '' && more === '');
    showHint(more === '' ? undefined : commands.find(({ dataset }) => dataset.name === word));
  };
  return { update, replaceLine, handleKey };
}

/**
 * Shows below the line how a command is used, or how to begin.
 * @param {HTMLElement | undefined} command
 */
function showHint(command) {
  const [defaultHint, commandHint] = [elementById('hint-default'), elementById('hint-command')];
  defaultHint.hidden = command !== undefined;
  commandHint.hidden = command === undefined;
  if (command === undefined) return commandHint.replaceChildren();
  const { usage = '' } = command.dataset;
  const summary = command.lastElementChild?.textContent;
  commandHint.replaceChildren(createElement('b', { textContent: usage }), ` ${summary}`);
}

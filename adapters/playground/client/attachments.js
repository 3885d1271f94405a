// @ts-check
import { createElement, elementById, findControls, inputById } from './dom.js';
import { fillPhrase, phrases } from './texts.js';
import { uploadFiles } from './uploads.js';

/** @import { SentFile } from './uploads.js' */

/** Sets the files up that go with the next line. */
export function setUpAttachments() {
  const input = inputById('files');
  const list = elementById('attached');
  const problem = elementById('attached-problem');
  /** @type {File[]} */
  let files = [];
  /** @param {File[]} next */
  const change = (next) => {
    files = next;
    problem.replaceChildren();
    list.hidden = files.length === 0;
    list.replaceChildren(...files.map((file) => createChip(file, () => change(files.filter((one) => one !== file)))));
  };
  elementById('clip').addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    change([...files, ...(input.files ?? [])]);
    input.value = '';
    elementById('line').focus();
  });
  return {
    hasFiles: () => files.length > 0,
    /**
     * Sends them, and hands on what was given for them; refused ones stay, with the reason.
     * @param {(files: SentFile[], names: string[]) => void} onSent
     */
    async upload(onSent) {
      const unlock = lockControls(list);
      problem.replaceChildren();
      try {
        const sent = await uploadFiles(files, { input, status: elementById('attached-status') });
        const names = files.map(({ name }) => name);
        change([]);
        onSent(sent, names);
      } catch (error) {
        problem.replaceChildren(error instanceof Error ? error.message : String(error));
      } finally {
        unlock();
      }
    },
  };
}

/**
 * Turns off what would change the upload, which is sent by the person chosen at that time; turns it on again when called.
 * @param {HTMLElement} list
 */
function lockControls(list) {
  const controls = [...findControls(document, '.send, #clip, input[name=person]'), ...findControls(list, 'button')];
  for (const control of controls) control.disabled = true;
  return () => {
    for (const control of controls) control.disabled = false;
  };
}

/**
 * A file in the list, with a button to leave it out.
 * @param {File} file
 * @param {() => void} onRemove
 */
function createChip({ name }, onRemove) {
  const attributes = { 'aria-label': fillPhrase(phrases().leaveOut, { name }) };
  const button = createElement('button', { type: 'button', textContent: '×', attributes });
  button.addEventListener('click', () => {
    onRemove();
    elementById('clip').focus();
  });
  return createElement('li', {}, createElement('span', { textContent: name }), button);
}

// @ts-check
import { allElements, asElement, targetOf } from './dom.js';

/**
 * Which option the arrow keys are at; the focus itself stays in the input.
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 */
function createMarker(input, list) {
  /** @type {HTMLElement | undefined} */
  let active;
  const options = () => allElements(list, ':scope > :not([hidden])');
  /** @param {HTMLElement | undefined} option */
  const mark = (option) => {
    active?.setAttribute('aria-selected', 'false');
    active = option;
    if (!active) return input.removeAttribute('aria-activedescendant');
    active.setAttribute('aria-selected', 'true');
    input.setAttribute('aria-activedescendant', active.id);
    active.scrollIntoView({ block: 'nearest' });
  };
  /** @param {number} step */
  const move = (step) => {
    const open = options();
    const at = active === undefined ? -1 : open.indexOf(active);
    mark(open[at < 0 ? (step > 0 ? 0 : open.length - 1) : (at + step + open.length) % open.length]);
  };
  return { options, mark, move, active: () => active };
}

/**
 * The keyboard and pointer of a combobox; `pick` gets the chosen option.
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {(option: HTMLElement) => void} pick
 */
export function createListbox(input, list, pick) {
  const marker = createMarker(input, list);
  /** @param {boolean} isOpen */
  const setOpen = (isOpen) => {
    marker.mark(undefined);
    list.hidden = !isOpen || marker.options().length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
  };
  /** @param {HTMLElement} option */
  const choose = (option) => {
    setOpen(false);
    pick(option);
  };
  /**
   * Handles a key if it is for the list.
   * @param {KeyboardEvent} event
   */
  const handleKey = (event) => {
    const active = marker.active();
    /** @type {Record<string, (() => void) | undefined>} */
    const actions = {
      ArrowDown: () => marker.move(1),
      ArrowUp: () => marker.move(-1),
      Escape: () => setOpen(false),
      Enter: active && (() => choose(active)),
      Tab: active && (() => choose(active)),
    };
    const action = list.hidden ? undefined : actions[event.key];
    if (!action) return false;
    event.preventDefault();
    action();
    return true;
  };
  addPointer(list, choose);
  input.addEventListener('blur', () => setOpen(false));
  return { setOpen, handleKey };
}

/**
 * @param {HTMLElement} list
 * @param {(option: HTMLElement) => void} choose
 */
function addPointer(list, choose) {
  // A press must not move the focus.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = targetOf(event).closest('[role=option]');
    if (option) choose(asElement(option));
  });
}

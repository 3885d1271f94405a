// @ts-check
// Plain browser code, served as it is. The server's HTML is escaped there; everything else is set as text.

/**
 * @import { SentAnswer, ShownAnswer } from './answer.ts'
 * @import { PageTexts } from './page.ts'
 * @import { Language } from '../../src/chat/language.ts'
 * @import { PagePhrases } from '../../src/chat/platform-phrases.ts'
 */

/**
 * @typedef {HTMLButtonElement | HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 * @typedef {{ tenant: string, user: string, name: string, id: string, avatar: HTMLElement, language: Language }} Person
 * @typedef {{ node: HTMLElement, typed: string[], at: number }} Log
 * @typedef {{ token: string, field?: string | undefined }} SentFile
 * @typedef {ShownAnswer['previews'][number]} DrawnPreview
 */

/** An error to show, with the input it concerns. */
class Problem extends Error {
  /**
   * @param {string} message
   * @param {HTMLInputElement} [input]
   */
  constructor(message, input) {
    super(message);
    this.input = input;
  }
}

(() => {
  const root = document.documentElement;

  /**
   * The element of an id that the page has.
   * @param {string} id
   */
  function byId(id) {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`The page has no ${id}.`);
    return found;
  }

  /**
   * The input of an id that the page has.
   * @param {string} id
   */
  function inputById(id) {
    return input(byId(id));
  }

  /**
   * An element that is an input.
   * @param {Element | null | undefined} node
   */
  function input(node) {
    if (!(node instanceof HTMLInputElement)) throw new Error('The page has no such input.');
    return node;
  }

  /**
   * The first element of a selector, which is there.
   * @param {ParentNode} within
   * @param {string} selector
   */
  function first(within, selector) {
    return element(within.querySelector(selector));
  }

  /**
   * An element that is there.
   * @param {EventTarget | Node | null | undefined} node
   */
  function element(node) {
    if (!(node instanceof HTMLElement)) throw new Error('The page has no such element.');
    return node;
  }

  /**
   * All elements of a selector.
   * @param {ParentNode} within
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  function all(within, selector) {
    return [...within.querySelectorAll(selector)].map(element);
  }

  /**
   * All buttons and inputs of a selector.
   * @param {ParentNode} within
   * @param {string} selector
   */
  function controlsOf(within, selector) {
    return /** @type {Control[]} */ (all(within, selector));
  }

  /**
   * What is under the pointer or has the focus.
   * @param {Event} event
   */
  function targetOf(event) {
    return event.target instanceof Element ? event.target : document.body;
  }

  /** Remembers small choices, if the browser allows it. */
  const memory = {
    /** @param {string} name */
    get(name) {
      try {
        return localStorage.getItem(`recert.${name}`);
      } catch {
        return null;
      }
    },
    /**
     * @param {string} name
     * @param {string} value
     */
    set(name, value) {
      try {
        localStorage.setItem(`recert.${name}`, value);
      } catch {}
    },
  };

  // Before the first paint, so that the page does not flash.
  const THEMES = /** @type {const} */ (['auto', 'light', 'dark']);
  const stored = memory.get('theme');
  root.dataset.theme = THEMES.find((theme) => theme === stored) ?? 'auto';
  document.addEventListener('DOMContentLoaded', begin);

  function begin() {
    texts = JSON.parse(byId('texts').textContent ?? '');
    themeButton();
    peopleList();
    composer();
    document.addEventListener('click', onClick);
    document.addEventListener('submit', onSubmit);
    byId('logs').addEventListener('focusin', (event) => {
      const { target } = event;
      if (!(target instanceof HTMLElement)) return;
      if (target.dataset.source !== undefined) search(input(target));
      if (target.matches('input, select, textarea')) show(target);
    });
  }

  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {Record<string, unknown> & { dataset?: Record<string, string>, attributes?: Record<string, string> }} props
   * @param {(Node | string)[]} children
   * @returns {HTMLElementTagNameMap[Name]}
   */
  function el(name, props = {}, ...children) {
    const { dataset, attributes, ...rest } = props;
    const node = Object.assign(document.createElement(name), rest);
    Object.assign(node.dataset, dataset);
    for (const [key, value] of Object.entries(attributes ?? {})) node.setAttribute(key, value);
    node.append(...children);
    return node;
  }

  // ---- texts: the page has them in every language, and shows those of the person's

  /** @type {Record<Language, PageTexts>} */
  let texts;
  const phrases = () => texts[person.language].phrases;

  /**
   * A phrase with its gaps filled.
   * @param {string} phrase
   * @param {Record<string, string | number>} values
   */
  function fill(phrase, values) {
    return phrase.replace(/\{(\w+)\}/gu, (gap, name) => String(values[name] ?? gap));
  }

  /**
   * Puts the phrases of the person's language wherever `within` names them.
   * @param {ParentNode} within
   */
  function translate(within) {
    const words = phrases();
    /** @param {string | undefined} name */
    const phrase = (name) => String(words[/** @type {keyof PagePhrases} */ (name)]);
    for (const node of all(within, '[data-say]')) node.textContent = phrase(node.dataset.say);
    for (const node of all(within, '[data-say-label]')) node.setAttribute('aria-label', phrase(node.dataset.sayLabel));
  }

  /** Shows the page around the conversations in the person's language. */
  function translatePage() {
    const { language, name } = person;
    root.lang = language;
    document.title = phrases().title;
    translate(document);
    inputById('line').placeholder = fill(phrases().placeholder, { name });
    logs.get(person.id)?.node.setAttribute('aria-label', fill(phrases().conversation, { name }));
    showTheme();
    for (const [index, option] of all(document, '#commands > li').entries()) {
      const { usage = '', summary = '' } = texts[language].commands[index] ?? {};
      option.dataset.usage = usage;
      element(option.firstElementChild).textContent = usage;
      element(option.lastElementChild).textContent = summary;
    }
  }

  /**
   * Goes on in the language of an answer.
   * @param {Language} language
   */
  function speak(language) {
    if (language === person.language) return;
    person.language = language;
    languages.set(person.id, language);
    translatePage();
  }

  function currentTheme() {
    return THEMES.find((theme) => theme === root.dataset.theme) ?? 'auto';
  }

  function showTheme() {
    byId('theme-name').textContent = phrases().themes[currentTheme()];
  }

  function themeButton() {
    byId('theme').addEventListener('click', () => {
      const next = THEMES[(THEMES.indexOf(currentTheme()) + 1) % THEMES.length] ?? 'auto';
      root.dataset.theme = next;
      showTheme();
      memory.set('theme', next);
      for (const frame of document.querySelectorAll('iframe')) themeFrame(frame);
    });
  }

  // ---- people: each has a conversation of their own

  /** @type {Person} */
  let person;
  /** @type {Map<string, Log>} */
  const logs = new Map();
  /** The language of each person's last answer, if it differs from the page's first. @type {Map<string, Language>} */
  const languages = new Map();

  function ownLog() {
    const log = logs.get(person.id);
    if (log === undefined) throw new Error('No person is chosen.');
    return log;
  }

  function peopleList() {
    const radios = all(document, 'input[name=person]').map(input);
    const remembered = radios.find((radio) => radio.value === memory.get('person'));
    if (remembered) remembered.checked = true;
    /** @param {HTMLInputElement | undefined} radio */
    const become = (radio) => {
      if (!radio) return;
      const { tenant = '', user = '', name = '', language } = radio.dataset;
      const avatar = first(element(radio.closest('label')), '.avatar');
      const chosenLanguage = languages.get(radio.value) ?? (language === 'de' ? 'de' : 'en');
      person = { tenant, user, name, id: radio.value, avatar, language: chosenLanguage };
      memory.set('person', radio.value);
      byId('chosen-name').textContent = person.name;
      translatePage();
      if (!logs.has(person.id)) logs.set(person.id, newLog());
      for (const [id, { node }] of logs) node.hidden = id !== person.id;
      byId('scroll').scrollTop = byId('scroll').scrollHeight;
    };
    for (const radio of radios) radio.addEventListener('change', () => become(radio));
    become(radios.find((radio) => radio.checked));

    const chosen = byId('chosen');
    /** @param {boolean} open */
    const unfold = (open) => {
      chosen.setAttribute('aria-expanded', String(open));
      byId('people').classList.toggle('open', open);
    };
    chosen.addEventListener('click', () => unfold(chosen.getAttribute('aria-expanded') !== 'true'));
    byId('people').addEventListener('click', (event) => {
      // Arrow keys on a radio also click, without a pointer; those keep the list open.
      if (event.detail > 0 && targetOf(event).closest('.person')) unfold(false);
    });
    byId('people').addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      unfold(false);
      byId('line').focus();
    });
  }

  function newLog() {
    const greeting = document.querySelector(`template[data-greeting="${CSS.escape(person.tenant)}"]`);
    const node = el('div', {
      className: 'log',
      attributes: { role: 'log', 'aria-label': fill(phrases().conversation, { name: person.name }) },
    });
    if (greeting instanceof HTMLTemplateElement) node.append(greeting.content.cloneNode(true));
    translate(node);
    first(node, '[data-first-name]').textContent = person.name.split(' ')[0] ?? '';
    byId('logs').append(node);
    return { node, typed: [], at: 0 };
  }

  // ---- requests

  /**
   * Sends something to recert. Throws in words.
   * @param {string} path
   * @param {RequestInit} request
   */
  async function send(path, request) {
    const { problems } = phrases();
    const response = await fetch(`/playground/${path}`, { method: 'POST', ...request }).catch(() => {
      throw new Problem(problems.unreachable);
    });
    const { status } = response;
    const answer = await response.json().catch(() => {
      throw new Problem(fill(problems.unreadable, { status }));
    });
    if (!response.ok) throw new Problem(problemIn(answer));
    return answer;
  }

  /**
   * What the server names as wrong, in words.
   * @param {{ problem: string, reference?: string }} answer
   */
  function problemIn({ problem, reference = '' }) {
    const { problems } = phrases();
    return fill(problems[/** @type {keyof PagePhrases['problems']} */ (problem)] ?? problem, { reference });
  }

  /**
   * @param {string} path
   * @param {unknown} body
   * @returns {Promise<SentAnswer>}
   */
  function ask(path, body) {
    return send(path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  /**
   * One act from send to answer. While it is under way its controls are off; sent again after a failure it is the same act.
   * @typedef {object} Act
   * @property {string} path
   * @property {object} body
   * @property {() => Promise<object>} [prepare]
   * @property {Control[]} controls
   * @property {HTMLElement} where
   * @property {(answer: SentAnswer) => void} onAnswer
   * @property {(problem: string, input?: HTMLInputElement) => void} onProblem
   * @param {Act} given
   */
  async function act({ path, body, prepare, controls, where, onAnswer, onProblem }) {
    for (const control of controls) control.disabled = true;
    const waiting = thinking(where);
    try {
      const answer = await ask(path, { ...body, ...(await prepare?.()) });
      waiting.remove();
      speak(answer.language);
      onAnswer(answer);
    } catch (error) {
      waiting.remove();
      for (const control of controls) control.disabled = false;
      if (error instanceof Problem) onProblem(error.message, error.input);
      else onProblem(String(error));
    } finally {
      waiting.remove();
      for (const control of controls) control.disabled = false;
    }
  }

  /** @param {HTMLElement} where */
  function thinking(where) {
    const dots = el('div', { className: 'thinking', attributes: { 'aria-hidden': 'true' } }, el('i'), el('i'), el('i'));
    where.append(dots);
    show(dots);
    return dots;
  }

  // ---- files: each is uploaded on its own, and then named by its token

  const TOKEN_MS = 9 * 60_000;
  /** @type {WeakMap<File, { token: string, at: number }>} */
  const tokens = new WeakMap();

  /**
   * @param {File} file
   * @param {DOMStringMap} limits
   * @returns {Promise<string>}
   */
  async function upload(file, { most }) {
    if (file.size > Number(most)) throw new Problem(phrases().problems['file-too-large']);
    const known = tokens.get(file);
    if (known && Date.now() - known.at < TOKEN_MS) return known.token;
    const request = { headers: { 'content-type': 'application/octet-stream' }, body: file };
    const { token } = await send(`upload?name=${encodeURIComponent(file.name)}`, request);
    tokens.set(file, { token, at: Date.now() });
    return token;
  }

  /**
   * Sends files one after the other, and says in `status` which; a refused one names its input.
   * @param {File[]} files
   * @param {{ input: HTMLInputElement, status: HTMLElement, field?: string | undefined }} from
   */
  async function uploadAll(files, { input, status, field }) {
    /** @type {SentFile[]} */
    const sent = [];
    try {
      for (const file of files) {
        status.textContent = fill(phrases().sending, { name: file.name });
        const token = await upload(file, input.dataset).catch((error) => {
          throw new Problem(`${file.name}: ${error.message}`, input);
        });
        sent.push({ token, ...(field === undefined ? {} : { field }) });
      }
    } finally {
      status.textContent = '';
    }
    return sent;
  }

  /** @param {HTMLFormElement} form */
  async function filesOf(form) {
    const status = first(form, '[data-status]');
    /** @type {SentFile[]} */
    const files = [];
    for (const chooser of all(form, '[data-files]').map(input)) {
      const chosen = [...(chooser.files ?? [])];
      files.push(...(await uploadAll(chosen, { input: chooser, status, field: chooser.dataset.files })));
    }
    return files.length === 0 ? {} : { files };
  }

  /**
   * Says beside a field of files what is wrong, until others are chosen.
   * @param {HTMLInputElement} input
   * @param {string} words
   */
  function refuse(input, words) {
    const id = `${input.id}-refused`;
    document.getElementById(id)?.remove();
    const sign = el('span', { textContent: '▲ ', attributes: { 'aria-hidden': 'true' } });
    const error = el('p', { className: 'error', id, attributes: { role: 'alert' } }, sign, words);
    input.after(error);
    const before = ['aria-describedby', 'aria-invalid'].map((name) => ({ name, value: input.getAttribute(name) }));
    input.setAttribute('aria-describedby', id);
    input.setAttribute('aria-invalid', 'true');
    const restore = () => {
      error.remove();
      for (const { name, value } of before) {
        if (value === null) input.removeAttribute(name);
        else input.setAttribute(name, value);
      }
    };
    input.addEventListener('change', restore, { once: true });
    input.focus({ preventScroll: true });
    show(error);
  }

  const who = () => ({ tenant: person.tenant, user: person.user });

  /**
   * @param {string} line
   * @param {SentFile[]} files
   * @param {string[]} names
   */
  function say(line, files = [], names = []) {
    const { node } = ownLog();
    const body = { ...who(), line, key: crypto.randomUUID(), ...(files.length === 0 ? {} : { files }) };
    const bubble = mine(node, line);
    if (names.length > 0)
      element(bubble.firstChild).append(el('span', { className: 'sent-files', textContent: names.join(', ') }));
    /** @returns {Promise<void>} */
    const attempt = () =>
      act({
        path: 'say',
        body,
        controls: [...controlsOf(document, '.send'), ...controlsOf(node, '.chip')],
        where: node,
        onAnswer: (answer) => receive(node, answer),
        onProblem: (problem) => failed(node, problem, attempt),
      });
    return attempt();
  }

  /** @param {HTMLElement} button */
  function press(button) {
    const node = element(button.closest('.log'));
    const { press: command, args = '{}', key } = button.dataset;
    const body = { ...who(), command, args: JSON.parse(args), key };
    const label = button.firstChild?.textContent?.trim() ?? '';
    const bubble = mine(node, label, 'pressed');
    /** @returns {Promise<void>} */
    const attempt = () =>
      act({
        path: 'press',
        body,
        controls: controlsOf(element(button.closest('.card')), 'button'),
        where: node,
        onAnswer: (answer) => receive(node, answer),
        onProblem: (problem) => failed(node, problem, attempt),
      });
    show(bubble);
    return attempt();
  }

  /** @param {HTMLFormElement} form */
  function submit(form) {
    const node = element(form.closest('.log'));
    const message = element(form.closest('.message'));
    const { command, state, key, title = '' } = form.dataset;
    /** @param {string} words */
    const problem = (words) => {
      const alert = el('p', { className: 'problem', textContent: words, tabIndex: -1, attributes: { role: 'alert' } });
      first(form, '[data-problem]').replaceChildren(alert);
      alert.focus();
      show(alert);
    };
    return act({
      path: 'submit',
      body: { ...who(), command, key, answers: answersOf(form), ...(state === undefined ? {} : { state }) },
      prepare: () => filesOf(form),
      controls: controlsOf(form, '.actions button, [data-files]'),
      where: message,
      onAnswer(answer) {
        if (answer.kind === 'stay') return problem(answer.text);
        if (answer.kind === 'form') return receive(node, answer, message);
        message.replaceWith(mineOf(title, 'sent'));
        receive(node, answer);
      },
      onProblem: (words, input) => (input ? refuse(input, words) : problem(words)),
    });
  }

  /** @param {HTMLFormElement} form */
  function answersOf(form) {
    const several = all(form, '[data-choices]').map(({ dataset }) => [dataset.choices, []]);
    /** @type {Record<string, FormDataEntryValue | FormDataEntryValue[]>} */
    const answers = Object.fromEntries(several);
    for (const [name, value] of new FormData(form)) {
      const before = answers[name];
      if (Array.isArray(before)) before.push(value);
      else answers[name] = value;
    }
    return answers;
  }

  // ---- messages

  /**
   * @param {string} words
   * @param {'typed' | 'pressed' | 'sent'} kind
   */
  function mineOf(words, kind = 'typed') {
    const name = /** @type {const} */ ({ typed: 'typed', pressed: 'pressed', sent: 'filledIn' })[kind];
    const before = el('span', { className: 'hidden-words', dataset: { say: name }, textContent: phrases()[name] });
    const avatar = person.avatar.cloneNode(true);
    return el('div', { className: `mine ${kind}` }, el('p', {}, before, ' ', words), avatar);
  }

  /**
   * @param {HTMLElement} node
   * @param {string} words
   * @param {'typed' | 'pressed' | 'sent'} [kind]
   */
  function mine(node, words, kind) {
    const bubble = mineOf(words, kind);
    node.append(bubble);
    return bubble;
  }

  /**
   * @param {HTMLElement} node
   * @param {string} problem
   * @param {() => void} again
   */
  function failed(node, problem, again) {
    const button = el('button', { type: 'button', className: 'button plain', textContent: phrases().retry });
    const note = el(
      'div',
      { className: 'problem', attributes: { role: 'alert' } },
      el('p', { textContent: problem }),
      button,
    );
    button.addEventListener('click', () => {
      note.remove();
      again();
    });
    node.append(note);
    show(note);
  }

  /**
   * @param {HTMLElement} node
   * @param {SentAnswer} answer
   * @param {HTMLElement} [instead]
   */
  function receive(node, answer, instead) {
    receiveOne(node, answer, instead);
    // Messages from the mailbox come with the answer.
    for (const message of answer.more) receiveOne(node, { ...message, time: answer.time });
  }

  /**
   * @param {HTMLElement} node
   * @param {ShownAnswer} answer
   * @param {HTMLElement} [instead]
   */
  function receiveOne(node, answer, instead) {
    const message = messageOf(answer);
    if (instead) instead.replaceWith(message);
    else node.append(message);
    const field =
      message.querySelector('[aria-invalid=true]') ??
      message.querySelector('form :is(input, select, textarea):not([type=hidden])');
    if (answer.kind === 'form' && field) element(field).focus({ preventScroll: true });
    else focusLine();
    show(message);
  }

  /** On a touch screen the focus would raise the keyboard over the answer. */
  function focusLine() {
    if (!matchMedia('(pointer: coarse)').matches) byId('line').focus({ preventScroll: true });
  }

  /**
   * Brings a node into view: all of it, or its beginning, below what it answers, when it is taller than the pane.
   * @param {HTMLElement} node
   */
  function show(node) {
    if (node.offsetParent === null) return;
    const pane = byId('scroll');
    const room = pane.getBoundingClientRect();
    const { top, bottom, height } = node.getBoundingClientRect();
    const margin = 16;
    /** @param {number} by */
    const move = (by) => {
      const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
      pane.scrollBy({ top: by, behavior });
    };
    if (height > room.height - 2 * margin) {
      const request = node.previousElementSibling;
      const begin = node.matches('.message') && request?.matches('.mine') ? request.getBoundingClientRect().top : top;
      move(begin - room.top - margin);
    } else if (top < room.top + margin) move(top - room.top - margin);
    else if (bottom > room.bottom - margin) move(bottom - room.bottom + margin);
  }

  /** @param {ShownAnswer} answer */
  function messageOf(answer) {
    const card = el('div', { className: 'panel' });
    card.innerHTML = answer.html;
    const meta = el(
      'p',
      { className: 'meta' },
      el('b', { textContent: 'recert' }),
      ` ${answer.time} · ${answer.seenBy}`,
    );
    const head = el('div', { className: 'message-head' }, meta);
    const message = el('article', { className: 'message', attributes: { 'aria-label': `recert, ${answer.time}` } });
    const mark = first(document, '.top .mark').cloneNode(true);
    const column = el('div', { className: 'column' }, head, card);
    message.append(mark, column);
    if (answer.previews.length > 0) tabs(head, column, card, answer.previews);
    return message;
  }

  /**
   * @param {HTMLElement} head
   * @param {HTMLElement} column
   * @param {HTMLElement} card
   * @param {readonly DrawnPreview[]} previews
   */
  function tabs(head, column, card, previews) {
    const list = el('div', { className: 'tabs', attributes: { role: 'tablist', 'aria-label': phrases().shownAs } });
    const made = [
      tabOf('recert', card),
      ...previews.map(({ name, html }) => tabOf(name, newPanel(), () => frameOf(name, html))),
      tabOf('JSON', newPanel(), () => jsonOf(previews)),
    ];
    for (const { tab, node } of made) {
      list.append(tab);
      if (node !== card) column.append(node);
    }
    /** @param {number} index */
    const select = (index) => {
      for (const [at, { tab, node, filled }] of made.entries()) {
        const chosen = at === index;
        tab.setAttribute('aria-selected', String(chosen));
        tab.tabIndex = chosen ? 0 : -1;
        node.hidden = !chosen;
        if (chosen && !node.hasChildNodes() && filled) node.append(filled());
      }
    };
    list.addEventListener('click', ({ target }) => {
      const index = made.findIndex(({ tab }) => tab === target);
      if (index >= 0) select(index);
    });
    list.addEventListener('keydown', (event) => {
      const step = stepOf(event.key, 'ArrowLeft', 'ArrowRight');
      if (step === undefined) return;
      const next = (made.findIndex(({ tab }) => tab === document.activeElement) + step + made.length) % made.length;
      select(next);
      made[next]?.tab.focus();
      event.preventDefault();
    });
    select(0);
    head.append(list);
  }

  /**
   * One back or one on, for two keys.
   * @param {string} key
   * @param {string} back
   * @param {string} on
   */
  function stepOf(key, back, on) {
    if (key === back) return -1;
    return key === on ? 1 : undefined;
  }

  function newPanel() {
    return el('div', { className: 'panel', hidden: true });
  }

  /**
   * A tab and its panel; an empty one is filled when it is first looked at.
   * @param {string} name
   * @param {HTMLElement} node
   * @param {() => HTMLElement} [filled]
   */
  function tabOf(name, node, filled) {
    const id = `p-${crypto.randomUUID()}`;
    node.id = id;
    node.setAttribute('role', 'tabpanel');
    node.setAttribute('aria-label', name);
    const tab = el('button', { type: 'button', textContent: name, attributes: { role: 'tab', 'aria-controls': id } });
    return { tab, node, filled };
  }

  /**
   * A picture is light or dark as the page around it.
   * @param {HTMLIFrameElement} frame
   */
  function themeFrame({ contentDocument }) {
    const theme = currentTheme();
    const page = contentDocument?.documentElement;
    if (page === undefined) return;
    if (theme === 'auto') delete page.dataset.theme;
    else page.dataset.theme = theme;
    page.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
  }

  /**
   * The picture of another platform, in a frame that runs no scripts and keeps its styles to itself.
   * @param {string} name
   * @param {string} html
   */
  function frameOf(name, html) {
    const { pictureTitle, pictureNote } = phrases();
    const frame = el('iframe', {
      srcdoc: html,
      title: fill(pictureTitle, { platform: name }),
      attributes: { sandbox: 'allow-same-origin' },
    });
    frame.addEventListener('load', () => {
      const shown = frame.contentDocument;
      if (shown === null) return;
      themeFrame(frame);
      const measure = () => {
        const { height } = shown.documentElement.getBoundingClientRect();
        frame.style.height = `${Math.ceil(height) + 2}px`;
      };
      measure();
      new ResizeObserver(measure).observe(shown.body);
      show(element(frame.closest('.message')));
    });
    const note = el('p', {
      className: 'note',
      textContent: fill(pictureNote, { platform: name }),
    });
    return el('div', { className: 'picture' }, frame, note);
  }

  /** @param {readonly DrawnPreview[]} previews */
  function jsonOf(previews) {
    const parts = previews.flatMap(({ name, json }) => [
      ...(previews.length > 1 ? [el('h3', { className: 'json-name', textContent: name })] : []),
      el('pre', {
        textContent: JSON.stringify(json, null, 2),
        tabIndex: 0,
        attributes: { role: 'region', 'aria-label': `${name} JSON` },
      }),
    ]);
    return el('div', { className: 'json' }, ...parts);
  }

  // ---- clicks and sent forms

  /** @param {Event} event */
  function onClick(event) {
    const target = targetOf(event);
    const button = target.closest('button');
    const link = target.closest('.problem a[href^="#"]');
    if (link) {
      event.preventDefault();
      document.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.focus();
    }
    if (!button || button.disabled) return;
    if (button.dataset.line !== undefined) say(button.dataset.line);
    if (button.dataset.press !== undefined) press(button);
    if (button.dataset.cancel !== undefined) cancel(element(button.closest('.message')));
  }

  /** @param {Event} event */
  function onSubmit(event) {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.id === 'composer') return;
    if (controlsOf(form, '[type=submit]').some(({ disabled }) => disabled)) return;
    submit(form);
  }

  /** @param {HTMLElement} message */
  function cancel(message) {
    const { title = '' } = first(message, 'form').dataset;
    message.replaceWith(el('p', { className: 'closed', textContent: fill(phrases().closed, { title }) }));
    focusLine();
  }

  // ---- lists to choose from

  /**
   * Which option the arrow keys are at; the focus itself stays in the input.
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list
   */
  function marker(input, list) {
    /** @type {HTMLElement | undefined} */
    let active;
    const options = () => all(list, ':scope > :not([hidden])');
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
  function listbox(input, list, pick) {
    const marked = marker(input, list);
    /** @param {boolean} is */
    const open = (is) => {
      marked.mark(undefined);
      list.hidden = !is || marked.options().length === 0;
      input.setAttribute('aria-expanded', String(!list.hidden));
    };
    /** @param {HTMLElement} option */
    const choose = (option) => {
      open(false);
      pick(option);
    };
    // A press must not move the focus.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const option = targetOf(event).closest('[role=option]');
      if (option) choose(element(option));
    });
    input.addEventListener('blur', () => open(false));
    /**
     * Whether the key was for the list.
     * @param {KeyboardEvent} event
     */
    const key = (event) => {
      if (list.hidden) return false;
      const active = marked.active();
      /** @type {Record<string, (() => void) | undefined>} */
      const keys = {
        ArrowDown: () => marked.move(1),
        ArrowUp: () => marked.move(-1),
        Escape: () => open(false),
        Enter: active && (() => choose(active)),
        Tab: active && (() => choose(active)),
      };
      const used = keys[event.key];
      if (!used) return false;
      event.preventDefault();
      used();
      return true;
    };
    return { open, key };
  }

  function composer() {
    const line = inputById('line');
    const list = byId('commands');
    const commands = all(list, 'li');
    /** @param {string} text */
    const change = (text) => {
      line.value = text;
      offer(false);
    };
    const box = listbox(line, list, (option) => change(`${option.dataset.name} `));
    /** @param {boolean} mayOpen */
    const offer = (mayOpen) => {
      const [, word = '', more = ''] = /^\s*\/?(\S*)(\s?)/u.exec(line.value.toLowerCase()) ?? [];
      for (const option of commands) option.hidden = !option.dataset.name?.startsWith(word);
      box.open(mayOpen && line.value !== '' && more === '');
      explain(more === '' ? undefined : commands.find(({ dataset }) => dataset.name === word));
    };
    line.addEventListener('input', () => offer(true));
    line.addEventListener('keydown', (event) => {
      if (event.isComposing || box.key(event)) return;
      const before = recall(event.key);
      if (before === undefined) return;
      event.preventDefault();
      change(before);
    });
    byId('composer').addEventListener('submit', (event) => {
      event.preventDefault();
      const text = line.value.trim();
      if ((text === '' && !clip.hasFiles()) || controlsOf(document, '.send').some(({ disabled }) => disabled)) return;
      /**
       * @param {SentFile[]} [files]
       * @param {string[]} [names]
       */
      const sayIt = (files, names) => {
        if (text !== '') remember(text);
        change('');
        say(text, files, names);
      };
      if (clip.hasFiles()) clip.take(sayIt);
      else sayIt();
    });
    const clip = clipped();
    focusLine();
  }

  /**
   * Says below the line how a command is used, or how to begin.
   * @param {HTMLElement | undefined} command
   */
  function explain(command) {
    const [usual, shown] = [byId('hint-usual'), byId('hint-command')];
    usual.hidden = command !== undefined;
    shown.hidden = command === undefined;
    if (command === undefined) return shown.replaceChildren();
    const { usage = '' } = command.dataset;
    shown.replaceChildren(el('b', { textContent: usage }), ` ${command.lastElementChild?.textContent}`);
  }

  /** The files that go with the next line. */
  function clipped() {
    const input = inputById('files');
    const list = byId('attached');
    const problem = byId('attached-problem');
    const status = byId('attached-status');
    /** @type {File[]} */
    let files = [];
    /** @param {File[]} next */
    const change = (next) => {
      files = next;
      problem.replaceChildren();
      list.hidden = files.length === 0;
      list.replaceChildren(...files.map(chipOf));
    };
    /** @param {File} file */
    const chipOf = (file) => {
      const label = fill(phrases().leaveOut, { name: file.name });
      const button = el('button', { type: 'button', textContent: '×', attributes: { 'aria-label': label } });
      button.addEventListener('click', () => {
        change(files.filter((one) => one !== file));
        byId('clip').focus();
      });
      return el('li', {}, el('span', { textContent: file.name }), button);
    };
    byId('clip').addEventListener('click', () => input.click());
    input.addEventListener('change', () => {
      change([...files, ...(input.files ?? [])]);
      input.value = '';
      byId('line').focus();
    });
    return {
      hasFiles: () => files.length > 0,
      /**
       * Sends them, and hands on what was given for them; refused ones stay, with the reason.
       * @param {(files: SentFile[], names: string[]) => void} done
       */
      async take(done) {
        // They are sent by the person chosen at that time.
        const controls = [...controlsOf(document, '.send, #clip, input[name=person]'), ...controlsOf(list, 'button')];
        for (const control of controls) control.disabled = true;
        problem.replaceChildren();
        try {
          const sent = await uploadAll(files, { input, status });
          const names = files.map(({ name }) => name);
          change([]);
          done(sent, names);
        } catch (error) {
          problem.replaceChildren(error instanceof Error ? error.message : String(error));
        } finally {
          for (const control of controls) control.disabled = false;
        }
      },
    };
  }

  /** @param {string} text */
  function remember(text) {
    const log = ownLog();
    if (log.typed.at(-1) !== text) log.typed.push(text);
    log.at = log.typed.length;
  }

  /**
   * What was typed before or after, for an arrow key.
   * @param {string} key
   */
  function recall(key) {
    const log = ownLog();
    const step = stepOf(key, 'ArrowUp', 'ArrowDown');
    if (step === undefined || log.typed.length === 0) return undefined;
    log.at = Math.max(0, Math.min(log.typed.length, log.at + step));
    return log.typed[log.at] ?? '';
  }

  const searches = new WeakSet();

  /**
   * A search field: what is typed is asked for, what is chosen is the answer; typed words that match nothing are sent as they are.
   * @param {HTMLInputElement} typed
   */
  function search(typed) {
    if (searches.has(typed)) return;
    searches.add(typed);
    const answer = input(typed.parentElement?.querySelector('[type=hidden]'));
    const list = byId(typed.getAttribute('aria-controls') ?? '');
    /** @param {HTMLElement} option */
    const take = ({ dataset }) => {
      typed.value = dataset.label ?? '';
      answer.value = dataset.value ?? '';
    };
    const box = listbox(typed, list, take);
    let asked = 0;
    const look = async () => {
      const now = ++asked;
      const query = new URLSearchParams({ ...who(), source: typed.dataset.source ?? '', q: typed.value.slice(0, 200) });
      /** @type {{ options?: Offered[] }} */
      const { options = [] } = await fetch(`/playground/suggest?${query}`).then(
        (response) => response.json(),
        () => ({}),
      );
      if (now !== asked || document.activeElement !== typed) return;
      list.replaceChildren(...options.map((option, index) => optionOf(option, `${list.id}-${index}`)));
      box.open(true);
    };
    typed.addEventListener('input', () => {
      answer.value = typed.value;
      look();
    });
    typed.addEventListener('click', look);
    typed.addEventListener('keydown', (event) => {
      if (!box.key(event) && event.key === 'ArrowDown') look();
    });
    typed.addEventListener('blur', () => {
      asked += 1;
      const same = all(list, ':scope > *').find(
        ({ dataset }) => dataset.label?.toLowerCase() === typed.value.trim().toLowerCase(),
      );
      if (same) take(same);
    });
  }

  /**
   * @typedef {{ value: string, label: string, detail?: string }} Offered
   * @param {Offered} option
   * @param {string} id
   */
  function optionOf({ value, label, detail }, id) {
    const parts = [el('span', { textContent: label }), ...(detail ? [el('small', { textContent: detail })] : [])];
    return el(
      'li',
      { id, dataset: { value, label }, attributes: { role: 'option', 'aria-selected': 'false' } },
      ...parts,
    );
  }
})();

// Plain browser code, served as it is. What the server answers was escaped there; everything else is set as text.
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);

  /** Remembers small choices; a browser that forbids it forgets them. */
  const memory = {
    get(name) {
      try {
        return localStorage.getItem(`recert.${name}`);
      } catch {
        return null;
      }
    },
    set(name, value) {
      try {
        localStorage.setItem(`recert.${name}`, value);
      } catch {}
    },
  };

  // Before the first paint, so that the page does not flash.
  const THEMES = ['auto', 'light', 'dark'];
  const stored = memory.get('theme');
  root.dataset.theme = THEMES.includes(stored) ? stored : 'auto';
  document.addEventListener('DOMContentLoaded', begin);

  function begin() {
    themeButton();
    peopleList();
    composer();
    document.addEventListener('click', onClick);
    document.addEventListener('submit', onSubmit);
    byId('logs').addEventListener('focusin', ({ target }) => target.dataset.source && search(target));
    byId('logs').addEventListener('focusin', ({ target }) => target.matches('input, select, textarea') && show(target));
  }

  function el(name, props = {}, ...children) {
    const { dataset, attributes, ...rest } = props;
    const node = Object.assign(document.createElement(name), rest);
    Object.assign(node.dataset, dataset);
    for (const [key, value] of Object.entries(attributes ?? {})) node.setAttribute(key, value);
    node.append(...children);
    return node;
  }

  function themeButton() {
    const name = byId('theme-name');
    name.textContent = root.dataset.theme;
    byId('theme').addEventListener('click', () => {
      const next = THEMES[(THEMES.indexOf(root.dataset.theme) + 1) % THEMES.length];
      root.dataset.theme = next;
      name.textContent = next;
      memory.set('theme', next);
      for (const frame of document.querySelectorAll('iframe')) themeFrame(frame);
    });
  }

  // ---- people: each has a conversation of their own

  let person;
  const logs = new Map();

  function peopleList() {
    const radios = [...document.querySelectorAll('input[name=person]')];
    const remembered = radios.find((radio) => radio.value === memory.get('person'));
    if (remembered) remembered.checked = true;
    const become = (radio) => {
      if (!radio) return;
      person = { tenant: radio.dataset.tenant, user: radio.dataset.user, name: radio.dataset.name, id: radio.value };
      person.avatar = radio.closest('label').querySelector('.avatar');
      memory.set('person', radio.value);
      byId('chosen-name').textContent = person.name;
      if (!logs.has(person.id)) logs.set(person.id, newLog());
      for (const [id, { node }] of logs) node.hidden = id !== person.id;
      byId('line').placeholder = `Message recert as ${person.name}`;
      byId('scroll').scrollTop = byId('scroll').scrollHeight;
    };
    for (const radio of radios) radio.addEventListener('change', () => become(radio));
    become(radios.find((radio) => radio.checked));

    const chosen = byId('chosen');
    const unfold = (open) => {
      chosen.setAttribute('aria-expanded', String(open));
      byId('people').classList.toggle('open', open);
    };
    chosen.addEventListener('click', () => unfold(chosen.getAttribute('aria-expanded') !== 'true'));
    byId('people').addEventListener('click', ({ target, detail }) => {
      // Arrow keys on a radio also click, without a pointer; those keep the list open.
      if (detail > 0 && target.closest('.person')) unfold(false);
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
      attributes: { role: 'log', 'aria-label': `Conversation as ${person.name}` },
    });
    node.append(greeting.content.cloneNode(true));
    node.querySelector('[data-first-name]').textContent = person.name.split(' ')[0];
    byId('logs').append(node);
    return { node, typed: [], at: 0 };
  }

  // ---- talking to the server

  async function ask(path, body) {
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`/playground/${path}`, request).catch(() => {
      throw new Error('recert cannot be reached. Is it still running in your terminal?');
    });
    const answer = await response.json().catch(() => ({ problem: `The answer (${response.status}) cannot be read.` }));
    if (!response.ok) throw new Error(answer.problem);
    return answer;
  }

  /** One act from send to answer. While it is under way its controls are off; sent again after a failure it is the same act. */
  async function act({ path, body, prepare, controls, where, onAnswer, onProblem }) {
    for (const control of controls) control.disabled = true;
    const waiting = thinking(where);
    try {
      const answer = await ask(path, { ...body, ...(await prepare?.()) });
      waiting.remove();
      onAnswer(answer);
    } catch (error) {
      waiting.remove();
      for (const control of controls) control.disabled = false;
      onProblem(error.message, error.input);
    } finally {
      waiting.remove();
      for (const control of controls) control.disabled = false;
    }
  }

  function thinking(where) {
    const dots = el('div', { className: 'thinking', attributes: { 'aria-hidden': 'true' } }, el('i'), el('i'), el('i'));
    where.append(dots);
    show(dots);
    return dots;
  }

  // ---- files: each is sent on its own, and then named by what the server gave for it

  const TOKEN_MS = 9 * 60_000;
  const tokens = new WeakMap();

  async function upload(file, { most, tooLarge }) {
    if (file.size > Number(most)) throw new Error(tooLarge);
    const known = tokens.get(file);
    if (known && Date.now() - known.at < TOKEN_MS) return known.token;
    const request = { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file };
    const response = await fetch(`/playground/upload?name=${encodeURIComponent(file.name)}`, request).catch(() => {
      throw new Error('It did not get through. Is recert still running in your terminal?');
    });
    const answer = await response.json().catch(() => ({ problem: `The answer (${response.status}) cannot be read.` }));
    if (!response.ok) throw new Error(answer.problem);
    tokens.set(file, { token: answer.token, at: Date.now() });
    return answer.token;
  }

  /** Sends files one after the other, and says in `status` which; a refused one names its input. */
  async function uploadAll(files, { input, status, field }) {
    const sent = [];
    try {
      for (const file of files) {
        status.textContent = `Sending ${file.name} …`;
        const token = await upload(file, input.dataset).catch((error) => {
          throw Object.assign(new Error(`${file.name}: ${error.message}`), { input });
        });
        sent.push({ token, ...(field === undefined ? {} : { field }) });
      }
    } finally {
      status.textContent = '';
    }
    return sent;
  }

  async function filesOf(form) {
    const status = form.querySelector('[data-status]');
    const files = [];
    for (const input of form.querySelectorAll('[data-files]')) {
      files.push(...(await uploadAll([...input.files], { input, status, field: input.dataset.files })));
    }
    return files.length === 0 ? {} : { files };
  }

  /** Says beside a field of files what is wrong, until others are chosen. */
  function refuse(input, words) {
    const id = `${input.id}-refused`;
    byId(id)?.remove();
    const sign = el('span', { textContent: '▲ ', attributes: { 'aria-hidden': 'true' } });
    const error = el('p', { className: 'error', id, attributes: { role: 'alert' } }, sign, words);
    input.after(error);
    const before = ['aria-describedby', 'aria-invalid'].map((name) => [name, input.getAttribute(name)]);
    input.setAttribute('aria-describedby', id);
    input.setAttribute('aria-invalid', 'true');
    const restore = () => {
      error.remove();
      for (const [name, value] of before) {
        if (value === null) input.removeAttribute(name);
        else input.setAttribute(name, value);
      }
    };
    input.addEventListener('change', restore, { once: true });
    input.focus({ preventScroll: true });
    show(error);
  }

  const who = () => ({ tenant: person.tenant, user: person.user });

  function say(line, files = [], names = []) {
    const { node } = logs.get(person.id);
    const body = { ...who(), line, key: crypto.randomUUID(), ...(files.length === 0 ? {} : { files }) };
    const bubble = mine(node, line);
    if (names.length > 0)
      bubble.firstChild.append(el('span', { className: 'sent-files', textContent: names.join(', ') }));
    const send = () =>
      act({
        path: 'say',
        body,
        controls: [document.querySelector('.send'), ...node.querySelectorAll('.chip')],
        where: node,
        onAnswer: (answer) => receive(node, answer),
        onProblem: (problem) => failed(node, problem, send),
      });
    return send();
  }

  function press(button) {
    const node = button.closest('.log');
    const { press: command, args, key } = button.dataset;
    const body = { ...who(), command, args: JSON.parse(args), key };
    const label = button.firstChild.textContent.trim();
    const bubble = mine(node, label, 'pressed');
    const send = () =>
      act({
        path: 'press',
        body,
        controls: button.closest('.card').querySelectorAll('button'),
        where: node,
        onAnswer: (answer) => receive(node, answer),
        onProblem: (problem) => failed(node, problem, send),
      });
    show(bubble);
    return send();
  }

  function submit(form) {
    const node = form.closest('.log');
    const message = form.closest('.message');
    const { command, state, key, title } = form.dataset;
    const problem = (words) => {
      const alert = el('p', { className: 'problem', textContent: words, tabIndex: -1, attributes: { role: 'alert' } });
      form.querySelector('[data-problem]').replaceChildren(alert);
      alert.focus();
      show(alert);
    };
    return act({
      path: 'submit',
      body: { ...who(), command, key, answers: answersOf(form), ...(state === undefined ? {} : { state }) },
      prepare: () => filesOf(form),
      controls: form.querySelectorAll('.actions button, [data-files]'),
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

  function answersOf(form) {
    const several = [...form.querySelectorAll('[data-choices]')].map(({ dataset }) => [dataset.choices, []]);
    const answers = Object.fromEntries(several);
    for (const [name, value] of new FormData(form)) {
      if (Array.isArray(answers[name])) answers[name].push(value);
      else answers[name] = value;
    }
    return answers;
  }

  // ---- messages

  function mineOf(words, kind = 'typed') {
    const before = { typed: 'You: ', pressed: 'You pressed: ', sent: 'You filled in: ' }[kind];
    const avatar = person.avatar.cloneNode(true);
    return el(
      'div',
      { className: `mine ${kind}` },
      el('p', {}, el('span', { className: 'hidden-words', textContent: before }), words),
      avatar,
    );
  }

  function mine(node, words, kind) {
    const bubble = mineOf(words, kind);
    node.append(bubble);
    return bubble;
  }

  function failed(node, problem, again) {
    const button = el('button', { type: 'button', className: 'button plain', textContent: 'Try again' });
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

  function receive(node, answer, instead) {
    receiveOne(node, answer, instead);
    // What was said without being asked comes with the answer.
    for (const letter of answer.more ?? []) receiveOne(node, { ...letter, time: answer.time });
  }

  function receiveOne(node, answer, instead) {
    const message = messageOf(answer);
    if (instead) instead.replaceWith(message);
    else node.append(message);
    const first =
      message.querySelector('[aria-invalid=true]') ??
      message.querySelector('form :is(input, select, textarea):not([type=hidden])');
    if (answer.kind === 'form' && first) first.focus({ preventScroll: true });
    else focusLine();
    show(message);
  }

  /** On a touch screen the focus would raise the keyboard over the answer. */
  function focusLine() {
    if (!matchMedia('(pointer: coarse)').matches) byId('line').focus({ preventScroll: true });
  }

  /** Brings a node into view: all of it, or its beginning, below what it answers, when it is taller than the pane. */
  function show(node) {
    if (node.offsetParent === null) return;
    const pane = byId('scroll');
    const room = pane.getBoundingClientRect();
    const { top, bottom, height } = node.getBoundingClientRect();
    const margin = 16;
    const move = (by) => {
      const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
      pane.scrollBy({ top: by, behavior });
    };
    if (height > room.height - 2 * margin) {
      const said = node.previousElementSibling;
      const begin = node.matches('.message') && said?.matches('.mine') ? said.getBoundingClientRect().top : top;
      move(begin - room.top - margin);
    } else if (top < room.top + margin) move(top - room.top - margin);
    else if (bottom > room.bottom - margin) move(bottom - room.bottom + margin);
  }

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
    const mark = document.querySelector('.top .mark').cloneNode(true);
    const column = el('div', { className: 'column' }, head, card);
    message.append(mark, column);
    if (answer.previews.length > 0) tabs(head, column, card, answer.previews);
    return message;
  }

  function tabs(head, column, card, previews) {
    const panels = [
      ['recert', card],
      ...previews.map(({ name, html }) => [name, () => frameOf(name, html)]),
      ['JSON', () => jsonOf(previews)],
    ];
    const list = el('div', { className: 'tabs', attributes: { role: 'tablist', 'aria-label': 'Shown as' } });
    const made = panels.map(([name, panel]) => tabOf(name, panel, card));
    for (const { tab, node } of made) {
      list.append(tab);
      if (node !== card) column.append(node);
    }
    const select = (index) => {
      for (const [at, { tab, node, fill }] of made.entries()) {
        const chosen = at === index;
        tab.setAttribute('aria-selected', String(chosen));
        tab.tabIndex = chosen ? 0 : -1;
        node.hidden = !chosen;
        if (chosen && !node.hasChildNodes()) node.append(fill());
      }
    };
    list.addEventListener('click', ({ target }) => {
      const index = made.findIndex(({ tab }) => tab === target);
      if (index >= 0) select(index);
    });
    list.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step === undefined) return;
      const next = (made.findIndex(({ tab }) => tab === document.activeElement) + step + made.length) % made.length;
      select(next);
      made[next].tab.focus();
      event.preventDefault();
    });
    select(0);
    head.append(list);
  }

  /** A tab and its panel; a panel other than the card is filled when it is first looked at. */
  function tabOf(name, panel, card) {
    const id = `p-${crypto.randomUUID()}`;
    const node = panel === card ? card : el('div', { className: 'panel', hidden: true });
    node.id = id;
    node.setAttribute('role', 'tabpanel');
    node.setAttribute('aria-label', name);
    const tab = el('button', { type: 'button', textContent: name, attributes: { role: 'tab', 'aria-controls': id } });
    return { tab, node, fill: panel };
  }

  /** A picture is light or dark as the page around it. */
  function themeFrame({ contentDocument }) {
    const { theme } = root.dataset;
    const page = contentDocument.documentElement;
    if (theme === 'auto') delete page.dataset.theme;
    else page.dataset.theme = theme;
    page.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
  }

  /** The picture of another platform, in a frame that runs no scripts and keeps its styles to itself. */
  function frameOf(name, html) {
    const frame = el('iframe', {
      srcdoc: html,
      title: `The answer in ${name}`,
      attributes: { sandbox: 'allow-same-origin' },
    });
    frame.addEventListener('load', () => {
      themeFrame(frame);
      const measure = () => {
        const { height } = frame.contentDocument.documentElement.getBoundingClientRect();
        frame.style.height = `${Math.ceil(height) + 2}px`;
      };
      measure();
      new ResizeObserver(measure).observe(frame.contentDocument.body);
      show(frame.closest('.message'));
    });
    const note = el('p', {
      className: 'note',
      textContent: `A picture of ${name}: its buttons work in the recert tab.`,
    });
    return el('div', { className: 'picture' }, frame, note);
  }

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

  // ---- what happens on a click and a send

  function onClick(event) {
    const { target } = event;
    const button = target.closest('button');
    const link = target.closest('.problem a[href^="#"]');
    if (link) {
      event.preventDefault();
      byId(link.getAttribute('href').slice(1))?.focus();
    }
    if (!button || button.disabled) return;
    if (button.dataset.line !== undefined) say(button.dataset.line);
    if (button.dataset.press !== undefined) press(button);
    if (button.dataset.cancel !== undefined) cancel(button.closest('.message'));
  }

  function onSubmit(event) {
    event.preventDefault();
    const form = event.target;
    if (form.id === 'composer' || form.querySelector('[type=submit]').disabled) return;
    submit(form);
  }

  function cancel(message) {
    const title = message.querySelector('form').dataset.title;
    message.replaceWith(el('p', { className: 'closed', textContent: `“${title}” was closed. Nothing was saved.` }));
    focusLine();
  }

  // ---- lists to choose from

  /** Which option the arrow keys are at; the focus itself stays in the input. */
  function marker(input, list) {
    let active;
    const options = () => [...list.children].filter((option) => !option.hidden);
    const mark = (option) => {
      active?.setAttribute('aria-selected', 'false');
      active = option;
      if (!active) return input.removeAttribute('aria-activedescendant');
      active.setAttribute('aria-selected', 'true');
      input.setAttribute('aria-activedescendant', active.id);
      active.scrollIntoView({ block: 'nearest' });
    };
    const move = (step) => {
      const all = options();
      const at = all.indexOf(active);
      mark(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length]);
    };
    return { options, mark, move, active: () => active };
  }

  /** The keyboard and pointer of a combobox; `pick` gets the chosen option. */
  function listbox(input, list, pick) {
    const marked = marker(input, list);
    const open = (is) => {
      marked.mark(undefined);
      list.hidden = !is || marked.options().length === 0;
      input.setAttribute('aria-expanded', String(!list.hidden));
    };
    const choose = (option) => {
      open(false);
      pick(option);
    };
    // A press must not take the focus.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener(
      'click',
      ({ target }) => target.closest('[role=option]') && choose(target.closest('[role=option]')),
    );
    input.addEventListener('blur', () => open(false));
    /** Whether the key was for the list. */
    const key = (event) => {
      if (list.hidden) return false;
      const active = marked.active();
      const used = {
        ArrowDown: () => marked.move(1),
        ArrowUp: () => marked.move(-1),
        Escape: () => open(false),
        Enter: active && (() => choose(active)),
        Tab: active && (() => choose(active)),
      }[event.key];
      if (!used) return false;
      event.preventDefault();
      used();
      return true;
    };
    return { open, key };
  }

  function composer() {
    const line = byId('line');
    const hint = byId('hint');
    const list = byId('commands');
    const usual = [...hint.childNodes];
    const commands = [...list.children];
    const change = (text) => {
      line.value = text;
      offer(false);
    };
    const box = listbox(line, list, (option) => change(`${option.dataset.name} `));
    const offer = (mayOpen) => {
      const [, word, more] = /^\s*\/?(\S*)(\s?)/u.exec(line.value.toLowerCase());
      for (const option of commands) option.hidden = !option.dataset.name.startsWith(word);
      box.open(mayOpen && line.value !== '' && more === '');
      const known = more !== '' && commands.find(({ dataset }) => dataset.name === word);
      if (!known) return hint.replaceChildren(...usual);
      hint.replaceChildren(el('b', { textContent: known.dataset.usage }), ` ${known.lastElementChild.textContent}`);
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
      if ((text === '' && !clip.hasFiles()) || document.querySelector('.send').disabled) return;
      const send = (files, names) => {
        if (text !== '') remember(text);
        change('');
        say(text, files, names);
      };
      if (clip.hasFiles()) clip.take(send);
      else send();
    });
    const clip = clipped();
    focusLine();
  }

  /** The files that go with the next line. */
  function clipped() {
    const input = byId('files');
    const list = byId('attached');
    const problem = byId('attached-problem');
    const status = byId('attached-status');
    let files = [];
    const change = (next) => {
      files = next;
      problem.replaceChildren();
      list.hidden = files.length === 0;
      list.replaceChildren(...files.map(chipOf));
    };
    const chipOf = (file) => {
      const label = `Leave out ${file.name}`;
      const button = el('button', { type: 'button', textContent: '×', attributes: { 'aria-label': label } });
      button.addEventListener('click', () => {
        change(files.filter((one) => one !== file));
        byId('clip').focus();
      });
      return el('li', {}, el('span', { textContent: file.name }), button);
    };
    byId('clip').addEventListener('click', () => input.click());
    input.addEventListener('change', () => {
      change([...files, ...input.files]);
      input.value = '';
      byId('line').focus();
    });
    return {
      hasFiles: () => files.length > 0,
      /** Sends them, and hands on what was given for them; refused ones stay, with the reason. */
      async take(done) {
        // Whoever is chosen now is the one who sends them.
        const people = document.querySelectorAll('input[name=person]');
        const controls = [document.querySelector('.send'), byId('clip'), ...list.querySelectorAll('button'), ...people];
        for (const control of controls) control.disabled = true;
        problem.replaceChildren();
        try {
          const sent = await uploadAll(files, { input, status });
          const names = files.map(({ name }) => name);
          change([]);
          done(sent, names);
        } catch (error) {
          problem.replaceChildren(error.message);
        } finally {
          for (const control of controls) control.disabled = false;
        }
      },
    };
  }

  function remember(text) {
    const log = logs.get(person.id);
    if (log.typed.at(-1) !== text) log.typed.push(text);
    log.at = log.typed.length;
  }

  /** What was typed before or after, for an arrow key. */
  function recall(key) {
    const log = logs.get(person.id);
    const step = { ArrowUp: -1, ArrowDown: 1 }[key];
    if (step === undefined || log.typed.length === 0) return undefined;
    log.at = Math.max(0, Math.min(log.typed.length, log.at + step));
    return log.typed[log.at] ?? '';
  }

  const searches = new WeakSet();

  /** A search field: what is typed is asked for, what is chosen is the answer; typed words that match nothing are sent as they are. */
  function search(input) {
    if (searches.has(input)) return;
    searches.add(input);
    const answer = input.parentElement.querySelector('[type=hidden]');
    const list = byId(input.getAttribute('aria-controls'));
    const take = ({ dataset }) => {
      input.value = dataset.label;
      answer.value = dataset.value;
    };
    const box = listbox(input, list, take);
    let asked = 0;
    const look = async () => {
      const now = ++asked;
      const query = new URLSearchParams({ ...who(), source: input.dataset.source, q: input.value.slice(0, 200) });
      const { options = [] } = await fetch(`/playground/suggest?${query}`).then(
        (response) => response.json(),
        () => ({}),
      );
      if (now !== asked || document.activeElement !== input) return;
      list.replaceChildren(...options.map((option, index) => optionOf(option, `${list.id}-${index}`)));
      box.open(true);
    };
    input.addEventListener('input', () => {
      answer.value = input.value;
      look();
    });
    input.addEventListener('click', look);
    input.addEventListener('keydown', (event) => {
      if (!box.key(event) && event.key === 'ArrowDown') look();
    });
    input.addEventListener('blur', () => {
      asked += 1;
      const same = [...list.children].find(
        ({ dataset }) => dataset.label.toLowerCase() === input.value.trim().toLowerCase(),
      );
      if (same) take(same);
    });
  }

  function optionOf({ value, label, detail }, id) {
    const parts = [el('span', { textContent: label }), ...(detail ? [el('small', { textContent: detail })] : [])];
    return el(
      'li',
      { id, dataset: { value, label }, attributes: { role: 'option', 'aria-selected': 'false' } },
      ...parts,
    );
  }
})();

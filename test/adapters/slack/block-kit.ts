type Part = Record<string, unknown>;

/** What Slack would refuse in a message or a view, in words; nothing when it would take it. Written from Slack's table, not from our renderers. */
export function checkBlockKit(payload: unknown): string[] {
  const problems: string[] = [];
  const whole = object(payload);
  const isView = whole.type === 'modal' || whole.type === 'home';
  const blocks = list(whole.blocks);
  const phrases = (problem: string) => problems.push(problem);

  if (blocks.length === 0) phrases('no blocks');
  if (blocks.length > (isView ? 100 : 50)) phrases(`${blocks.length} blocks`);
  if (isView) checkView(whole, blocks, phrases);
  else checkMessage(whole, blocks, phrases);
  for (const block of blocks) checkBlock(block, isView, phrases);
  checkUnique(blocks, 'block_id', phrases);
  checkUnique(blocks.flatMap(buttonsOf), 'action_id', phrases);
  checkEmpties(payload, phrases);
  return problems;
}

type Say = (problem: string) => void;

function checkView(view: Part, blocks: Part[], phrases: Say): void {
  only(
    view,
    ['type', 'callback_id', 'title', 'submit', 'close', 'private_metadata', 'blocks', 'clear_on_close', 'external_id'],
    phrases,
  );
  if (JSON.stringify(view).length > 250_000) phrases('a view above 250 KB');
  checkLength(view.private_metadata, 3000, 'private_metadata', phrases);
  checkLength(view.callback_id, 255, 'callback_id', phrases);
  if (view.type === 'home') return;
  for (const name of ['title', 'submit', 'close'])
    if (view[name] !== undefined) checkPlain(view[name], 24, name, phrases);
  if (view.title === undefined) phrases('no title');
  if (blocks.some(({ type }) => type === 'input') && view.submit === undefined) phrases('inputs without submit');
}

function checkMessage(message: Part, blocks: Part[], phrases: Say): void {
  only(message, ['text', 'blocks'], phrases);
  if (typeof message.text !== 'string' || message.text === '') phrases('no text beside the blocks');
  if (/[<>]|&(?!amp;|lt;|gt;)/u.test(String(message.text))) phrases('markup in the text');
  if (blocks.filter(({ type }) => type === 'table').length > 1) phrases('more than one table');
  if (textsOf(blocks).join('').length > 12_000) phrases('more than 12,000 characters');
}

function checkBlock(block: Part, isView: boolean, phrases: Say): void {
  switch (block.type) {
    case 'header':
      only(block, ['type', 'text'], phrases);
      checkPlain(block.text, 150, 'header', phrases);
      return;
    case 'divider':
      only(block, ['type'], phrases);
      return;
    case 'context':
      only(block, ['type', 'elements'], phrases);
      if (list(block.elements).length > 10) phrases('more than 10 context elements');
      for (const element of list(block.elements)) checkPlain(element, 3000, 'context', phrases);
      return;
    case 'section':
      only(block, ['type', 'text', 'accessory'], phrases);
      checkPlain(block.text, 3000, 'section', phrases);
      checkButton(object(block.accessory), phrases);
      return;
    case 'actions':
      only(block, ['type', 'elements'], phrases);
      if (list(block.elements).length > 25) phrases('more than 25 buttons in a row');
      for (const element of list(block.elements)) checkButton(element, phrases);
      return;
    case 'rich_text':
      checkRichText(block, phrases);
      return;
    case 'table':
      if (isView) phrases('a table in a view');
      checkTable(block, phrases);
      return;
    case 'input':
      if (!isView) phrases('an input in a message');
      checkInput(block, phrases);
      return;
    default:
      phrases(`unknown block ${String(block.type)}`);
  }
}

function checkRichText(block: Part, phrases: Say): void {
  only(block, ['type', 'elements'], phrases);
  for (const section of list(block.elements)) {
    only(section, ['type', 'elements'], phrases);
    if (section.type !== 'rich_text_section') phrases(`unknown part ${String(section.type)}`);
    for (const element of list(section.elements)) {
      if (element.type === 'text') only(element, ['type', 'text', 'style'], phrases);
      else if (element.type === 'user') {
        only(element, ['type', 'user_id'], phrases);
        if (!/^[UW][A-Z0-9]+$/u.test(String(element.user_id))) phrases('a mention of no user');
        continue;
      } else if (element.type === 'link') only(element, ['type', 'url', 'text'], phrases);
      else phrases(`unknown element ${String(element.type)}`);
      if (element.type === 'link' && !/^(?:https?:\/\/|mailto:)/u.test(String(element.url)))
        phrases(`link to ${element.url}`);
      checkLength(element.text, 3000, 'rich text', phrases);
      if (element.text === '') phrases('empty rich text');
    }
  }
}

function checkTable(block: Part, phrases: Say): void {
  only(block, ['type', 'rows', 'column_settings'], phrases);
  const rows = block.rows as Part[][];
  if (rows.length > 100) phrases(`${rows.length} rows`);
  if (rows.some((row) => row.length > 20 || row.length !== rows[0]?.length)) phrases('rows of different lengths');
  for (const cell of rows.flat()) {
    only(cell, ['type', 'text'], phrases);
    if (cell.type !== 'raw_text') phrases(`a cell of ${String(cell.type)}`);
    if (typeof cell.text !== 'string' || cell.text === '') phrases('an empty cell');
  }
}

function checkInput(block: Part, phrases: Say): void {
  only(block, ['type', 'block_id', 'label', 'element', 'optional', 'hint'], phrases);
  checkLength(block.block_id, 255, 'block_id', phrases);
  checkPlain(block.label, 2000, 'label', phrases);
  if (block.hint !== undefined) checkPlain(block.hint, 2000, 'hint', phrases);
  const element = object(block.element);
  checkLength(element.action_id, 255, 'action_id', phrases);
  if (element.placeholder !== undefined) checkPlain(element.placeholder, 150, 'placeholder', phrases);
  const shared = ['type', 'action_id', 'placeholder'];
  switch (element.type) {
    case 'plain_text_input': {
      only(element, [...shared, 'multiline', 'max_length', 'initial_value'], phrases);
      const max = Number(element.max_length);
      if (!(max >= 1 && max <= 3000)) phrases(`max_length ${max}`);
      checkLength(element.initial_value, max, 'initial_value', phrases);
      return;
    }
    case 'datepicker':
      only(element, [...shared, 'initial_date'], phrases);
      if (element.initial_date !== undefined && !/^\d{4}-\d\d-\d\d$/u.test(String(element.initial_date)))
        phrases('bad date');
      return;
    case 'static_select':
    case 'multi_static_select':
      only(element, [...shared, 'options', 'option_groups', 'initial_option', 'initial_options'], phrases);
      checkSelect(element, phrases);
      return;
    case 'checkboxes':
      only(element, ['type', 'action_id', 'options', 'initial_options'], phrases);
      if (list(element.options).length > 10) phrases('more than 10 checkboxes');
      checkSelect(element, phrases);
      return;
    case 'file_input':
      only(element, ['type', 'action_id', 'max_files'], phrases);
      if (!(Number(element.max_files) >= 1 && Number(element.max_files) <= 10))
        phrases(`max_files ${element.max_files}`);
      return;
    case 'users_select':
    case 'multi_users_select': {
      only(element, [...shared, 'initial_user', 'initial_users', 'max_selected_items'], phrases);
      const users = element.initial_user === undefined ? list(element.initial_users) : [element.initial_user];
      if (element.initial_users !== undefined && users.length === 0) phrases('an empty list of initial users');
      if (!users.every((user) => /^[UW][A-Z0-9]+$/u.test(String(user)))) phrases('a user that is none');
      return;
    }
    case 'external_select':
      only(element, [...shared, 'min_query_length', 'initial_option'], phrases);
      return;
    default:
      phrases(`unknown input ${String(element.type)}`);
  }
}

function checkSelect(element: Part, phrases: Say): void {
  const groups = list(element.option_groups);
  const lists = element.options === undefined ? groups.map(({ options }) => list(options)) : [list(element.options)];
  if (groups.length > 100) phrases('more than 100 groups');
  for (const { label } of groups) checkPlain(label, 75, 'group', phrases);
  for (const options of lists) {
    if (options.length === 0 || options.length > 100) phrases(`${options.length} options`);
    for (const option of options) checkOption(option, phrases);
  }
  const suggested = new Set(lists.flat().map((option) => JSON.stringify(option)));
  const initial = [...list(element.initial_options), ...(element.initial_option ? [element.initial_option] : [])];
  if (!initial.every((option) => suggested.has(JSON.stringify(option))))
    phrases('an initial option that is not offered');
}

function checkOption(option: Part, phrases: Say): void {
  only(option, ['text', 'value', 'description'], phrases);
  checkPlain(option.text, 75, 'option', phrases);
  if (option.description !== undefined) checkPlain(option.description, 75, 'option description', phrases);
  checkLength(option.value, 150, 'option value', phrases);
}

function checkButton(button: Part, phrases: Say): void {
  only(button, ['type', 'action_id', 'text', 'value', 'style', 'confirm', 'accessibility_label'], phrases);
  checkLength(button.accessibility_label, 75, 'accessibility_label', phrases);
  if (button.type !== 'button') phrases(`unknown element ${String(button.type)}`);
  checkPlain(button.text, 75, 'button', phrases);
  checkLength(button.action_id, 255, 'action_id', phrases);
  checkLength(button.value, 2000, 'button value', phrases);
  if (button.style !== undefined && button.style !== 'primary' && button.style !== 'danger') phrases('unknown style');
  if (button.confirm !== undefined) checkConfirmation(object(button.confirm), phrases);
}

function checkConfirmation(confirm: Part, phrases: Say): void {
  only(confirm, ['title', 'text', 'confirm', 'deny', 'style'], phrases);
  checkPlain(confirm.title, 100, 'confirm title', phrases);
  checkPlain(confirm.text, 300, 'confirm text', phrases);
  checkPlain(confirm.confirm, 30, 'confirm button', phrases);
  checkPlain(confirm.deny, 30, 'deny button', phrases);
}

function checkPlain(text: unknown, max: number, name: string, phrases: Say): void {
  const part = object(text);
  only(part, ['type', 'text', 'emoji'], phrases);
  if (part.type !== 'plain_text') phrases(`${name} is not plain`);
  if (part.emoji !== false) phrases(`${name} reads emoji codes`);
  if (typeof part.text !== 'string' || part.text.trim() === '') phrases(`${name} is empty`);
  checkLength(part.text, max, name, phrases);
}

function checkLength(text: unknown, max: number, name: string, phrases: Say): void {
  if (text !== undefined && String(text).length > max)
    phrases(`${name} has ${String(text).length} characters, ${max} fit`);
}

function only(part: Part, names: readonly string[], phrases: Say): void {
  for (const name of Object.keys(part))
    if (!names.includes(name)) phrases(`unknown property ${name} of ${String(part.type)}`);
}

function checkUnique(parts: Part[], name: string, phrases: Say): void {
  const ids = parts.flatMap((part) => (part[name] === undefined ? [] : [part[name]]));
  if (new Set(ids).size !== ids.length) phrases(`${name} used twice`);
}

function checkEmpties(part: unknown, phrases: Say): void {
  if (Array.isArray(part) && part.length === 0) phrases('an empty list');
  if (part === undefined || part === null) phrases('an empty property');
  if (typeof part === 'object' && part !== null) for (const value of Object.values(part)) checkEmpties(value, phrases);
}

function buttonsOf(block: Part): Part[] {
  if (block.type === 'actions') return list(block.elements);
  return block.accessory === undefined ? [] : [object(block.accessory)];
}

/** Every text a payload shows. */
export function textsOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === 'text' && typeof value === 'string' ? [value] : textsOf(value),
  );
}

function object(value: unknown): Part {
  return typeof value === 'object' && value !== null ? (value as Part) : {};
}

function list(value: unknown): Part[] {
  return Array.isArray(value) ? (value as Part[]) : [];
}

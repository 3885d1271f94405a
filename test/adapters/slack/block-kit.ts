type Part = Record<string, unknown>;

/** What Slack would refuse in a message or a view, in words; nothing when it would take it. Written from Slack's table, not from our renderers. */
export function checkBlockKit(payload: unknown): string[] {
  const problems: string[] = [];
  const whole = object(payload);
  const isView = whole.type === 'modal' || whole.type === 'home';
  const blocks = list(whole.blocks);
  const say = (problem: string) => problems.push(problem);

  if (blocks.length === 0) say('no blocks');
  if (blocks.length > (isView ? 100 : 50)) say(`${blocks.length} blocks`);
  if (isView) checkView(whole, blocks, say);
  else checkMessage(whole, blocks, say);
  for (const block of blocks) checkBlock(block, isView, say);
  checkUnique(blocks, 'block_id', say);
  checkUnique(blocks.flatMap(buttonsOf), 'action_id', say);
  checkEmpties(payload, say);
  return problems;
}

type Say = (problem: string) => void;

function checkView(view: Part, blocks: Part[], say: Say): void {
  only(
    view,
    ['type', 'callback_id', 'title', 'submit', 'close', 'private_metadata', 'blocks', 'clear_on_close', 'external_id'],
    say,
  );
  if (JSON.stringify(view).length > 250_000) say('a view above 250 KB');
  checkLength(view.private_metadata, 3000, 'private_metadata', say);
  checkLength(view.callback_id, 255, 'callback_id', say);
  if (view.type === 'home') return;
  for (const name of ['title', 'submit', 'close']) if (view[name] !== undefined) checkPlain(view[name], 24, name, say);
  if (view.title === undefined) say('no title');
  if (blocks.some(({ type }) => type === 'input') && view.submit === undefined) say('inputs without submit');
}

function checkMessage(message: Part, blocks: Part[], say: Say): void {
  only(message, ['text', 'blocks'], say);
  if (typeof message.text !== 'string' || message.text === '') say('no text beside the blocks');
  if (/[<>]|&(?!amp;|lt;|gt;)/u.test(String(message.text))) say('markup in the text');
  if (textsOf(blocks).join('').length > 12_000) say('more than 12,000 characters');
}

function checkBlock(block: Part, isView: boolean, say: Say): void {
  switch (block.type) {
    case 'header':
      only(block, ['type', 'text'], say);
      checkPlain(block.text, 150, 'header', say);
      return;
    case 'divider':
      only(block, ['type'], say);
      return;
    case 'context':
      only(block, ['type', 'elements'], say);
      if (list(block.elements).length > 10) say('more than 10 context elements');
      for (const element of list(block.elements)) checkPlain(element, 3000, 'context', say);
      return;
    case 'section':
      only(block, ['type', 'text', 'accessory'], say);
      checkPlain(block.text, 3000, 'section', say);
      checkButton(object(block.accessory), say);
      return;
    case 'actions':
      only(block, ['type', 'elements'], say);
      if (list(block.elements).length > 25) say('more than 25 buttons in a row');
      for (const element of list(block.elements)) checkButton(element, say);
      return;
    case 'rich_text':
      checkRichText(block, say);
      return;
    case 'input':
      if (!isView) say('an input in a message');
      checkInput(block, say);
      return;
    default:
      say(`unknown block ${String(block.type)}`);
  }
}

function checkRichText(block: Part, say: Say): void {
  only(block, ['type', 'elements'], say);
  for (const section of list(block.elements)) {
    only(section, ['type', 'elements'], say);
    if (section.type !== 'rich_text_section') say(`unknown part ${String(section.type)}`);
    for (const element of list(section.elements)) {
      if (element.type === 'text') only(element, ['type', 'text', 'style'], say);
      else if (element.type === 'link') only(element, ['type', 'url', 'text'], say);
      else say(`unknown element ${String(element.type)}`);
      if (element.type === 'link' && !/^(?:https?:\/\/|mailto:)/u.test(String(element.url)))
        say(`link to ${element.url}`);
      checkLength(element.text, 3000, 'rich text', say);
      if (element.text === '') say('empty rich text');
    }
  }
}

function checkInput(block: Part, say: Say): void {
  only(block, ['type', 'block_id', 'label', 'element', 'optional', 'hint'], say);
  checkLength(block.block_id, 255, 'block_id', say);
  checkPlain(block.label, 2000, 'label', say);
  if (block.hint !== undefined) checkPlain(block.hint, 2000, 'hint', say);
  const element = object(block.element);
  checkLength(element.action_id, 255, 'action_id', say);
  if (element.placeholder !== undefined) checkPlain(element.placeholder, 150, 'placeholder', say);
  const shared = ['type', 'action_id', 'placeholder'];
  switch (element.type) {
    case 'plain_text_input': {
      only(element, [...shared, 'multiline', 'max_length', 'initial_value'], say);
      const most = Number(element.max_length);
      if (!(most >= 1 && most <= 3000)) say(`max_length ${most}`);
      checkLength(element.initial_value, most, 'initial_value', say);
      return;
    }
    case 'datepicker':
      only(element, [...shared, 'initial_date'], say);
      if (element.initial_date !== undefined && !/^\d{4}-\d\d-\d\d$/u.test(String(element.initial_date)))
        say('bad date');
      return;
    case 'static_select':
    case 'multi_static_select':
      only(element, [...shared, 'options', 'option_groups', 'initial_option', 'initial_options'], say);
      checkSelect(element, say);
      return;
    case 'checkboxes':
      only(element, ['type', 'action_id', 'options', 'initial_options'], say);
      if (list(element.options).length > 10) say('more than 10 checkboxes');
      checkSelect(element, say);
      return;
    case 'file_input':
      only(element, ['type', 'action_id', 'max_files'], say);
      if (!(Number(element.max_files) >= 1 && Number(element.max_files) <= 10)) say(`max_files ${element.max_files}`);
      return;
    case 'external_select':
      only(element, [...shared, 'min_query_length', 'initial_option'], say);
      return;
    default:
      say(`unknown input ${String(element.type)}`);
  }
}

function checkSelect(element: Part, say: Say): void {
  const groups = list(element.option_groups);
  const lists = element.options === undefined ? groups.map(({ options }) => list(options)) : [list(element.options)];
  if (groups.length > 100) say('more than 100 groups');
  for (const { label } of groups) checkPlain(label, 75, 'group', say);
  for (const options of lists) {
    if (options.length === 0 || options.length > 100) say(`${options.length} options`);
    for (const option of options) checkOption(option, say);
  }
  const offered = new Set(lists.flat().map((option) => JSON.stringify(option)));
  const initial = [...list(element.initial_options), ...(element.initial_option ? [element.initial_option] : [])];
  if (!initial.every((option) => offered.has(JSON.stringify(option)))) say('an initial option that is not offered');
}

function checkOption(option: Part, say: Say): void {
  only(option, ['text', 'value', 'description'], say);
  checkPlain(option.text, 75, 'option', say);
  if (option.description !== undefined) checkPlain(option.description, 75, 'option description', say);
  checkLength(option.value, 150, 'option value', say);
}

function checkButton(button: Part, say: Say): void {
  only(button, ['type', 'action_id', 'text', 'value', 'style'], say);
  if (button.type !== 'button') say(`unknown element ${String(button.type)}`);
  checkPlain(button.text, 75, 'button', say);
  checkLength(button.action_id, 255, 'action_id', say);
  checkLength(button.value, 2000, 'button value', say);
  if (button.style !== undefined && button.style !== 'primary' && button.style !== 'danger') say('unknown style');
}

function checkPlain(text: unknown, most: number, name: string, say: Say): void {
  const part = object(text);
  only(part, ['type', 'text', 'emoji'], say);
  if (part.type !== 'plain_text') say(`${name} is not plain`);
  if (part.emoji !== false) say(`${name} reads emoji codes`);
  if (typeof part.text !== 'string' || part.text.trim() === '') say(`${name} is empty`);
  checkLength(part.text, most, name, say);
}

function checkLength(text: unknown, most: number, name: string, say: Say): void {
  if (text !== undefined && String(text).length > most)
    say(`${name} has ${String(text).length} characters, ${most} fit`);
}

function only(part: Part, names: readonly string[], say: Say): void {
  for (const name of Object.keys(part))
    if (!names.includes(name)) say(`unknown property ${name} of ${String(part.type)}`);
}

function checkUnique(parts: Part[], name: string, say: Say): void {
  const ids = parts.flatMap((part) => (part[name] === undefined ? [] : [part[name]]));
  if (new Set(ids).size !== ids.length) say(`${name} used twice`);
}

function checkEmpties(part: unknown, say: Say): void {
  if (Array.isArray(part) && part.length === 0) say('an empty list');
  if (part === undefined || part === null) say('an empty property');
  if (typeof part === 'object' && part !== null) for (const value of Object.values(part)) checkEmpties(value, say);
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

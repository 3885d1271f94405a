/** The forms that would write a record. */
const WRITING_FORMS = ['log', 'add', 'plan', 'edit'];
/** The title of the record that was entered two minutes ago. */
export const SEED = 'Seeded evening';

/** Adds to a product what its answers say, in the words of the cases. */
export function addReaders(product, { catalogue, readDuration }) {
  /** The certifications above the dates of a form that adds several. */
  const titled = ({ parts }) =>
    parts.flatMap(({ kind, text }) => {
      const short = kind === 'text' && Array.isArray(text) ? text[0]?.bold : undefined;
      return catalogue.all.find((one) => one.short === short)?.code ?? [];
    });

  /** The fields of a form that logs or adds, in the words of the cases. */
  product.formOf = ({ reply }) => {
    if (reply.kind !== 'form') return undefined;
    const { form } = reply;
    const { answers = {}, errors = {} } = form;
    const one = (name) => (typeof answers[name] === 'string' ? answers[name].trim() : '');
    const many = (name) => [answers[name] ?? []].flat().filter((value) => value !== '');
    const ticked = form.command === 'add' ? [...many('certification'), ...titled(form)] : many('counts');
    const credits = {};
    for (const [name, value] of Object.entries(answers)) {
      const [, code] = /^credits\.([\w-]+)/.exec(name) ?? [];
      if (code === undefined || typeof value !== 'string' || value.trim() === '') continue;
      credits[code] = (credits[code] ?? 0) + Math.round(Number(value.trim().replace(',', '.')) * 100);
    }
    const minutes = one('duration') === '' ? undefined : readDuration(one('duration'));
    const wrong = new Set(Object.keys(errors).map(askOf));
    const undecided = new Set(wrong);
    if (one('start') === '') undecided.add('day');
    if (minutes === undefined && Object.keys(credits).length === 0) undecided.add('duration').add('unit');
    if (ticked.length === 0) undecided.add('certification');
    if (one('title') === '') undecided.add('title');
    return {
      form,
      command: form.command,
      writes: WRITING_FORMS.includes(form.command),
      ticked,
      credits,
      minutes,
      undecided,
      title: one('title'),
      provider: one('provider'),
      link: one('link'),
      kind: one('kind'),
      from: one('start'),
      to: one('end'),
      said: form.parts
        .filter(({ kind }) => kind === 'text')
        .map(({ text }) => plain(text))
        .join(' '),
    };
  };

  /** What a form, sent as it was opened, is still asked: the kinds of questions, or `saved`. */
  product.askedOnSending = async (person, { form }) => {
    const more = {};
    if (form.parts.some(({ name }) => name === 'kind') && !form.answers?.kind) more.kind = 'other';
    const sent = await product.submit(person, form, more);
    if (sent.reply.kind === 'card') return { saved: true, asks: new Set() };
    if (sent.reply.kind === 'stay') return { saved: false, asks: new Set(['problem']), words: sent.reply.problem };
    const errors = Object.entries(sent.reply.form.errors ?? {});
    const asks = new Set(errors.map(([name]) => askOf(name)));
    if (errors.some(([name]) => /^credits/.test(name)))
      for (const ask of ['duration', 'unit', 'over-claim']) asks.add(ask);
    if (errors.length === 0) asks.add('over-claim').add('confirmation');
    return { saved: false, asks, words: errors.map((one) => one.join(': ')).join('; ') };
  };

  function askOf(name) {
    if (name === 'start' || name === 'end') return 'day';
    if (name === 'duration') return 'duration';
    if (name === 'counts' || name === 'certification') return 'certification';
    return name;
  }

  /** A card as lines and buttons; `certs`: the certifications it names in its title, headings, items and labels. */
  product.cardOf = ({ reply, args }, holds) => {
    if (reply.kind !== 'card') return undefined;
    const { card } = reply;
    const lines = [];
    const heads = [card.title];
    const actions = [...(card.actions ?? [])];
    for (const block of card.blocks) {
      if (block.kind === 'facts') for (const fact of block.facts) lines.push(`${fact.label}: ${plain(fact.value)}`);
      else if (block.kind === 'item') {
        lines.push(plain(block.title), ...(block.detail === undefined ? [] : [plain(block.detail)]));
        heads.push(plain(block.title), plain(block.detail ?? ''));
        actions.push(...[block.action, block.also].filter((one) => one !== undefined));
      } else if (block.kind === 'progress' || block.kind === 'shares') lines.push(block.label);
      else if (block.kind !== 'rule') {
        lines.push(...plain(block.text).split('\n'));
        if (block.kind === 'heading') heads.push(block.text);
      }
    }
    const short = (code) => catalogue.get(code)?.short ?? code;
    const named = holds.filter((code) =>
      new RegExp(`(?<![\\w+])${escaped(short(code))}(?![\\w+])`, 'iu').test(heads.join(' \n ')),
    );
    return {
      card,
      lines,
      certs: named,
      text: [card.title, ...lines].join('\n'),
      wanted: args.text ?? '',
      actions: actions.map((action) => ({
        label: action.label,
        line: [
          action.command,
          action.args.text ?? '',
          ...Object.entries(action.args)
            .filter(([name]) => name !== 'text')
            .map(([name, value]) => `${name}=${value}`),
        ]
          .filter((one) => one !== '')
          .join(' '),
        command: action.command,
      })),
    };
  };
  product.namesSeed = (text) => text.includes(SEED);
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
function plain(text) {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  return [text]
    .flat()
    .map((one) => (typeof one === 'string' ? one : (one.bold ?? one.link ?? one.code ?? one.text ?? '')))
    .join('');
}

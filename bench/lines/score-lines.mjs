// node bench/lines/score-lines.mjs . bench/lines/lines.jsonl [--json OUT] [--only ID,ID] [--quiet]
// Types every line as a member would, and compares the answer with what is expected.
import { readFileSync, writeFileSync } from 'node:fs';
import { NOW, shiftClock } from './shift-clock.mjs';

const say = (text) => process.stdout.write(`${text}\n`);
const [app, file, ...more] = process.argv.slice(2);
if (file === undefined) {
  say('node score-lines.mjs APP lines.jsonl [--json OUT] [--only ID,ID] [--quiet]');
  process.exit(2);
}
shiftClock();
const option = (name) => {
  const at = more.indexOf(name);
  return at < 0 ? undefined : more[at + 1];
};
const only = option('--only')?.split(',');
const { openProduct } = await import('./product.mjs');
const product = await openProduct(app, NOW);
const cases = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .filter(({ id }) => only === undefined || only.includes(id));
const TODAY = NOW.slice(0, 10);
const MOST_LINES = 6; // of a short answer

const list = (value) => (value === undefined ? [] : [value].flat());
const folded = (text) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/["'“”„‚‘’«»‹›`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[\s.,;:!?–—-]+|[\s.,;:!?–—-]+$/g, '')
    .trim();
const sameSet = (one, other) => one.length === other.length && [...one].sort().join() === [...other].sort().join();

const results = [];
for (const one of cases) {
  const person = await product.newPerson({
    locale: one.locale,
    zone: one.zone ?? 'UTC',
    holds: one.holds.map((code) => ({ code })),
  });
  const before = await product.rows(person);
  const said = await product.say(person, one.line);
  const after = await product.rows(person);
  const written = product.watched.filter((name) => before[name].hash !== after[name].hash);
  results.push(await judge(one, person, said, written));
}
await product.close();
report();

async function judge(one, person, said, written) {
  const { expect, mustNot = [] } = one;
  const wrong = []; // [field, words]
  const add = (field, words) => wrong.push([field, words]);
  const form = product.formOf(said);
  const card = product.cardOf(said, one.holds);
  const short = card !== undefined && card.lines.length <= MOST_LINES;
  let reached = said.reached;
  if (said.isUnknown) reached = 'none';
  const wanted = list(expect.command);

  if (said.failed) add('failed', said.failed.split('\n')[0]);
  if (written.length > 0) add('writes', `wrote ${written.join(', ')}`);

  // The command that answers.
  if (!wanted.includes(reached))
    add(
      'command',
      `${reached === 'none' ? `not understood (${card?.lines.length} lines: ${card?.lines[0]?.slice(0, 60)})` : reached} instead of ${wanted.join(' or ')}`,
    );
  else if (reached === 'none' && !short) add('length', `answer of ${card.lines.length} lines, at most ${MOST_LINES}`);
  if (said.refused !== undefined && wanted.includes(reached))
    add('refused', `${reached} says no: ${said.refused.slice(0, 80)}`);
  const opened = form?.writes === true;
  const mayOpen = one.group === 'misspelt' && reached !== 'none';
  if (expect.opensForm !== undefined && opened !== expect.opensForm && !(mayOpen && opened))
    add('form', opened ? `opens the form of ${form.command}` : 'opens no form');

  // What the form holds.
  // Where a certification is added first, the form to log comes later: the line must be kept, its fields are not there yet.
  const isFirstStep = form?.command === 'add' && wanted.includes('log');
  if (isFirstStep) {
    // Nothing to compare.
  } else if (form !== undefined && (opened || expect.opensForm)) {
    if (expect.title !== undefined && !list(expect.title).some((title) => folded(title) === folded(form.title)))
      add('title', `title “${form.title}”`);
    if (expect.provider !== undefined && !list(expect.provider).some((name) => folded(name) === folded(form.provider)))
      add('provider', `provider “${form.provider}”`);
    if (expect.link !== undefined && form.link !== expect.link) add('link', `link “${form.link}”`);
    if (expect.from !== undefined && form.from !== expect.from)
      add('from', `from ${form.from || '–'} instead of ${expect.from}`);
    // Where no day is typed, today may be proposed, and no other day.
    if (
      expect.from === undefined &&
      expect.to === undefined &&
      !list(expect.asks).includes('day') &&
      reached === 'log' &&
      ![TODAY, ''].includes(form.from)
    )
      add('from', `from ${form.from}, which wasn't typed`);
    if (expect.to !== undefined && form.to !== expect.to) add('to', `to ${form.to || '–'} instead of ${expect.to}`);
    if (expect.to === undefined && expect.from !== undefined && form.to !== '' && form.to !== form.from)
      add('to', `to ${form.to}`);
    if (expect.minutes !== undefined && form.minutes !== expect.minutes)
      add('minutes', `minutes ${form.minutes ?? '–'} instead of ${expect.minutes}`);
    if (expect.credits !== undefined) {
      const amount = Math.round(Number(expect.credits) * 100);
      const codes = expect.certifications ?? one.holds;
      const off = codes.filter((code) => form.credits[code] !== amount);
      if (off.length > 0)
        add(
          'credits',
          `credits ${off.map((code) => `${code} ${form.credits[code] === undefined ? '–' : form.credits[code] / 100}`).join(', ')} instead of ${expect.credits}`,
        );
    }
    if (expect.kind !== undefined && !list(expect.kind).includes(form.kind))
      add('kind', `kind ${form.kind || '–'} instead of ${list(expect.kind).join(' or ')}`);
    if (expect.certifications !== undefined && !sameSet(form.ticked, expect.certifications))
      add('certifications', `ticks [${form.ticked}] instead of [${expect.certifications}]`);
  } else if (expect.certifications !== undefined && card !== undefined && !opened && wanted.includes(reached)) {
    // An answer about some certifications: it names them, and of those held no others in its heads.
    const missing = expect.certifications.filter((code) => !card.certs.includes(code));
    const besides = card.certs.filter((code) => !expect.certifications.includes(code));
    if (missing.length > 0) add('certifications', `says nothing of ${missing}`);
    else if (besides.length > 0) add('certifications', `about ${besides} too`);
  }

  // What is asked before anything is saved.
  const asks = list(expect.asks);
  if (asks.length > 0) {
    const sent = opened && !isFirstStep ? await product.askedOnSending(person, form) : undefined;
    for (const ask of asks) {
      const isAsked =
        ask === 'confirmation'
          ? written.length === 0 &&
            ((card !== undefined && card.actions.length > 0 && product.namesSeed(card.text)) ||
              (form !== undefined && !opened))
          : isFirstStep && ask === 'certification'
            ? true
            : form !== undefined && opened
              ? !sent.saved && (form.undecided.has(ask) || sent.asks.has(ask))
              : reached === 'plan' && ask === 'day';
      if (!isAsked)
        add(
          `asks ${ask}`,
          `${ask} not asked${sent?.saved ? ', saved when sent' : sent?.words ? ` (asks instead: ${sent.words.slice(0, 80)})` : ''}${form?.said ? ` [says: ${form.said.slice(0, 80)}]` : ''}`,
        );
    }
  }

  // The line in the button of a misspelt command.
  if (expect.suggests !== undefined && reached === 'none') {
    // “suche drohnen” and “search drohnen” are one: the words after the command must be there, the command may stand in either language.
    const rest = folded(expect.suggests.replace(/^\S+\s*/, ''));
    const same = ({ line, command }) =>
      folded(line) === folded(expect.suggests) ||
      (wanted.includes(command) && folded(line.slice(command.length)) === rest);
    if (!(card?.actions ?? []).some(same))
      add(
        'suggests',
        `no button “${expect.suggests}”, buttons: ${(card?.actions ?? [])
          .slice(0, 2)
          .map(({ line }) => line)
          .join(' | ')}`,
      );
  }

  for (const rule of mustNot) {
    const [, name, value] = /^(title has|title lacks|ticks) (.+)$/.exec(rule) ?? [];
    if (rule === 'writes') continue;
    else if (name === 'title has' && form && form.title.toLowerCase().includes(value.toLowerCase()))
      add('title', `title has ${value}`);
    else if (name === 'title lacks' && opened && !folded(form.title).includes(folded(value)))
      add('title', `title “${form.title}” lacks ${value}`);
    else if (
      name === 'ticks' &&
      form &&
      (value === 'another certification' ? form.ticked.length > 0 : form.ticked.includes(value))
    )
      add('ticks', `ticks ${value}`);
    else if (rule === 'opens form' && opened) add('form', 'opens a form');
    else if (rule === 'loses line') {
      const words = one.line.toLowerCase().split(/\s+/).slice(1);
      const kept =
        (opened && !isFirstStep) ||
        JSON.stringify(said.reply)
          .toLowerCase()
          .includes(JSON.stringify(words.join(' ')).slice(1, -1)) ||
        (await product.keptLine(
          person,
          words.filter((word) => /^[a-zäöüß]{5,}$/.test(word) && !/today|yesterday|gestern|hours/.test(word)),
        ));
      if (!kept) add('loses line', 'the line is lost');
    } else if (/^[a-z]+=/.test(rule)) {
      const [field, bad] = rule.split('=');
      const has =
        field === 'command'
          ? reached
          : field === 'credits'
            ? Object.values(form?.credits ?? {}).map((amount) => String(amount / 100))
            : field === 'minutes'
              ? String(form?.minutes)
              : field === 'from'
                ? form?.from
                : form?.[field];
      if (list(has).includes(bad)) add(field === 'command' ? 'command' : `not ${field}`, `${field} is ${bad}`);
    } else if (
      !['title has', 'title lacks', 'ticks'].includes(name) &&
      !['opens form', 'loses line', 'writes'].includes(rule)
    )
      throw new Error(`${one.id}: what is “${rule}”?`);
  }
  const allowed = expect.certifications ?? one.holds;
  const ticksWrong =
    opened && !isFirstStep
      ? form.ticked.filter((code) => !allowed.includes(code) || mustNot.includes(`ticks ${code}`))
      : [];
  return {
    id: one.id,
    group: one.group,
    lang: one.lang,
    line: one.line,
    reached,
    written,
    ticksWrong: [...new Set(ticksWrong)],
    wrong,
  };
}

function report() {
  const share = (some) => `${some.filter(({ wrong }) => wrong.length === 0).length}/${some.length}`.padStart(8);
  const percent = (some) =>
    some.length === 0
      ? ''
      : `${((100 * some.filter(({ wrong }) => wrong.length === 0).length) / some.length).toFixed(0)} %`.padStart(6);
  const groups = [...new Set(results.map(({ group }) => group))];
  say(`group            all            en             de`);
  for (const group of [...groups, undefined]) {
    const some = results.filter((one) => group === undefined || one.group === group);
    const of = (lang) => some.filter((one) => one.lang === lang);
    say(
      `${(group ?? 'ALL').padEnd(14)}${[some, of('en'), of('de')].map((part) => `${share(part)}${percent(part)}`).join(' ')}`,
    );
  }
  const writes = results.filter(({ written }) => written.length > 0);
  const ticks = results.filter(({ ticksWrong }) => ticksWrong.length > 0);
  say(`\nwrong writes: ${writes.length} (${writes.map(({ id }) => id).join(', ')})`);
  say(
    `lines with wrongly ticked certifications: ${ticks.length}, certifications: ${ticks.reduce((sum, { ticksWrong }) => sum + ticksWrong.length, 0)} (${ticks.map(({ id }) => id).join(', ')})`,
  );
  const causes = {};
  for (const { wrong } of results)
    for (const field of new Set(wrong.map(([field]) => field))) causes[field] = (causes[field] ?? 0) + 1;
  say(
    `\nlines in which this is wrong: ${Object.entries(causes)
      .sort((a, b) => b[1] - a[1])
      .map(([field, count]) => `${field} ${count}`)
      .join(', ')}`,
  );
  if (!more.includes('--quiet')) {
    say('\nwrong lines');
    for (const { id, lang, group, line, wrong } of results)
      if (wrong.length > 0) say(`${id} ${lang} ${group} | ${line} | ${wrong.map(([, words]) => words).join('; ')}`);
  }
  const out = option('--json');
  if (out !== undefined) writeFileSync(out, JSON.stringify(results, null, 1));
}

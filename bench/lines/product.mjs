// Everything that knows the insides of recert, in one place. When its files move or its names change, only this changes.

import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addReaders, SEED } from './read-answer.mjs';

/** Tables a typed line may touch without anything having been saved: what was typed is kept, keys of acts, when to look again. */
const NO_RECORD = [
  'draft',
  'standing_revision',
  'idempotency_key',
  'workspace_schedule',
  'installation',
  'installed_place',
  'identity',
];

const importer = (app) => (path) => import(pathToFileURL(join(resolve(app), path)).href);

export async function openProduct(app, now) {
  const load = importer(app);
  const { createCore } = await load('src/core/dispatch.ts');
  const { parseLine } = await load('src/chat/parse-line.ts');
  const { loadCatalogue } = await load('src/catalogue/index.ts');
  const { Store } = await load('src/store/store.ts');
  const { commands } = await load('src/commands/index.ts');
  const { Refusal } = await load('src/services/refusal.ts');
  const { proposeCycle } = await load('src/domain/cycle.ts');
  const { leavesOf } = await load('src/domain/category-tree.ts');
  const { parseDuration: readDuration } = await load('src/services/records/parse-duration.ts');
  const { sampleOpportunities } = await load('src/sample/opportunities.ts');
  const catalogue = loadCatalogue();
  const store = await Store.open({ kind: 'memory', dump: await template(app, load) });
  const sql = (text, args = []) => store.orm.em.fork().execute(text, args);
  let lastError;
  const log = {
    debug() {},
    info() {},
    warn() {},
    error(said, about) {
      lastError = `${said} ${about?.error?.stack ?? ''}`;
    },
  };
  const core = createCore({
    store,
    catalogue,
    clock: { now: () => new Date(now) },
    log,
    adapters: [],
    answerWithinMs: 60_000,
  });

  // Which command answered is not said by a card, so each is listened to.
  let heard = [];
  for (const command of commands) {
    const run = command.run;
    command.run = async (context) => {
      const one = { name: command.name, args: context.request.args, unknown: context.request.args.unknown };
      heard.push(one);
      try {
        return await run.call(command, context);
      } catch (error) {
        if (error instanceof Refusal) one.refused = error.message;
        else one.failed = String(error?.stack ?? error);
        throw error;
      }
    };
  }

  const tables = (
    await sql(`select table_name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id'
    and table_name in (select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE') order by 1`)
  ).map((row) => row.table_name);
  const watched = tables.filter((name) => !NO_RECORD.includes(name));

  const product = { catalogue, commands: commands.map(({ name }) => name), tables, watched };

  /** A new person in a new workspace; `holds`: [{ code, certifiedOn?, cycle?: [start, end] }]. */
  product.newPerson = async ({ locale = 'en-GB', zone = 'UTC', holds = [], seeded = true }) => {
    const tenant = `S${randomUUID()}`;
    const from = { platform: 'playground', tenant, user: 'mira' };
    const workspaceId = await store.directory.workspaceOf('playground', tenant, new Date(now));
    const profile = { name: 'Mira', zone, locale };
    const personId = await store.inWorkspace(workspaceId, async (data) => {
      data.audit.actAs('scorer', new Date(now));
      const { personId } = await data.people.join(from, { ...profile, role: 'member' }, new Date(now));
      const given = [];
      for (const [index, hold] of holds.entries()) given.push(await give(data, personId, hold, index, seeded));
      const first = given.find((one) => one !== undefined);
      if (first !== undefined) await act(data, personId, first);
      if (seeded) await offer(data);
      return personId;
    });
    return { tenant, workspaceId, personId, from, profile, holds: holds.map(({ code }) => code) };
  };

  /** Logs the record that “undo that” means: two minutes ago, as an act. */
  async function act(data, personId, record) {
    const at = new Date(Date.parse(now) - 120_000);
    await data.acts.begin({ personId, command: 'log', role: 'member', at });
    await data.activities.add({ ...record, title: SEED, starts: '2026-11-27', ends: '2026-11-27' }, at);
    await data.acts.end();
  }

  // A lower one that was earned after the higher one is renewed by nothing: both have cycles of their own.
  const LATER = ['a-plus', 'network-plus', 'security-plus', 'ccna'];
  async function give(
    data,
    personId,
    { code, certifiedOn = LATER.includes(code) ? '2025-03-01' : '2025-02-01', cycle },
    index,
    seeded,
  ) {
    const certification = catalogue.get(code);
    if (certification === undefined) throw new Error(`The catalogue has no ${code}.`);
    const { renewal } = certification;
    const expiry =
      renewal.kind !== 'never-expires' && renewal.cycle?.anchor?.value === 'birth-month' ? '2028-02-29' : undefined;
    const span = cycle
      ? { start: cycle[0], end: cycle[1] }
      : renewal.kind === 'never-expires'
        ? undefined
        : (proposeCycle(renewal, { start: certifiedOn, expiry }, now.slice(0, 10)) ?? {
            start: '2025-03-01',
            end: '2028-02-29',
          });
    const began = cycle && cycle[0] < certifiedOn ? cycle[0] : certifiedOn;
    await data.holdings.add(
      { personId, certification: code, number: `N-${100 + index}`, certifiedOn: began, cycle: span },
      new Date(now),
    );
    if (!seeded || renewal.kind !== 'credits' || span === undefined) return;
    const kept = (await data.holdings.of(personId)).find(({ holding }) => holding.certification === code);
    const cycleId = kept.cycles.at(-1).cycleId;
    const category = leavesOf(renewal).at(-1)?.code ?? 'total';
    const one = {
      personId,
      provider: 'Seedling',
      kind: 'other',
      delivery: '',
      minutes: 60,
      description: '',
      claims: [{ holdingId: kept.holding.holdingId, cycleId, parts: [{ category, credits: 100 }] }],
    };
    const before = new Date(Date.parse(now) - 40 * 86_400_000);
    await data.activities.add(
      { ...one, title: `Old evening ${index}`, starts: '2026-10-20', ends: '2026-10-20' },
      before,
    );
    return one;
  }

  /** A few opportunities, so that searches find something. */
  async function offer({ opportunities }) {
    const about = {
      name: 'Sample',
      address: '',
      provider: '',
      kind: 'webinar',
      delivery: '',
      language: 'en',
      isOn: true,
    };
    const sourceId = await opportunities.addSource(about, new Date(now));
    if (sourceId !== undefined)
      await opportunities.replaceFromSource(
        sourceId,
        { opportunities: sampleOpportunities(new Date(now)).slice(0, 8), rejects: [] },
        new Date(now),
      );
  }

  const send = async (person, said) => {
    heard = [];
    lastError = undefined;
    const { from, profile, tenant } = person;
    const reply = await core.dispatch({
      files: [],
      key: randomUUID(),
      ...said,
      from,
      profile,
      place: { platform: 'playground', tenant, address: tenant },
      direct: { platform: 'playground', tenant, address: from.user },
    });
    await core.idle();
    const last = heard.at(-1) ?? {};
    return {
      reply,
      reached: last.name ?? '',
      args: last.args ?? {},
      isUnknown: last.unknown !== undefined,
      refused: last.refused,
      failed: last.failed ?? lastError,
    };
  };

  /** What is typed after /recert. */
  product.say = (person, line) => send(person, parseLine(line));
  /** Sends a form as it was opened, with what is said besides. */
  product.submit = (person, form, answers = {}) =>
    send(person, {
      command: form.command,
      args: {},
      answers: { ...form.answers, ...answers },
      ...(form.state === undefined ? {} : { state: form.state }),
    });

  /** All rows of a workspace but drafts and the like, table by table, as count and hash. */
  product.rows = async ({ workspaceId }) => {
    const each = watched.map(
      (name) =>
        `select '${name}' as name, count(*)::int as n, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from "${name}" t where workspace_id = '${workspaceId}'`,
    );
    return Object.fromEntries((await sql(each.join(' union all '))).map(({ name, n, hash }) => [name, { n, hash }]));
  };
  product.keptLine = async ({ workspaceId }, words) => {
    const rows = tables.includes('draft')
      ? await sql(`select t::text as text from draft t where workspace_id = ?`, [workspaceId])
      : [];
    return rows.some(({ text }) => words.every((word) => text.toLowerCase().includes(word)));
  };

  addReaders(product, { catalogue, readDuration });
  product.close = () => store.close();
  return product;
}

/** A migrated, empty database, made once for each state of the migrations. */
async function template(app, load) {
  const { migrate, openOrm } = await load('src/store/orm.ts');
  const { migrations } = await load('migrations/index.ts');
  const names = createHash('sha256')
    .update(resolve(app) + migrations.map(({ name }) => name).join())
    .digest('hex')
    .slice(0, 16);
  const folder = join(tmpdir(), `recert-score-${process.getuid?.() ?? 0}`);
  const path = join(folder, `${names}.tar`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const orm = await openOrm({ kind: 'memory' });
    await migrate(orm, { kind: 'memory' });
    const dump = await (await orm.em.getConnection().getNativeClient()).dumpDataDir('none');
    writeFileSync(path, new Uint8Array(await dump.arrayBuffer()));
    await orm.close();
  }
  return new Blob([readFileSync(path)]);
}

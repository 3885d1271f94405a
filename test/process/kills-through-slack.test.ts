import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, addYears, dayIn } from '../../src/domain/calendar.ts';
import { Store } from '../../src/store/store.ts';
import { migratedDataFolder } from '../support/data-folder.ts';
import { type Recert, startRecert } from '../support/process.ts';
import { type SlackOverHttp, slackOverHttp } from '../support/slack-over-http.ts';
import { asOperator } from '../support/store.ts';
import { removeTenant } from '../support/tenant.ts';

/** Many take long: `npm run test:slack-kills`, once without and once with `DATABASE_URL`, whose login reads all rows: a superuser. */
const KILLS = Number(process.env.RECERT_KILLS ?? 1);
/** After so many kills it is checked what is stored. */
const KILLS_AT_ONCE = 5;
const PEOPLE = 4;
const url = process.env.DATABASE_URL ?? '';

let folder: string;
let slack: SlackOverHttp;
let recert: Recert;
/** The number of lines so far. */
let count = 0;

beforeAll(async () => {
  folder = await migratedDataFolder('recert-slack-kills-');
  slack = await slackOverHttp(() => recert.url);
});
afterAll(async () => {
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

const openStore = () => Store.open(url === '' ? { kind: 'folder', path: folder } : { kind: 'server', url });
const start = () =>
  startRecert({ ...(url === '' ? { RECERT_DATA_DIR: folder } : { DATABASE_URL: url }), ...slack.settings });

interface Stored {
  readonly titles: readonly string[];
  /** The number of records without a claim. */
  readonly halves: number;
}

/** Returns all records and removes them, so that checking them stays fast. */
async function takeStored(): Promise<Stored> {
  const store = await openStore();
  const em = store.orm.em.fork();
  const titles = await em.execute<{ title: string }[]>('select title from activity where deleted_at is null');
  const [row] = await em.execute<{ count: number }[]>(
    'select count(*)::int as count from activity where not exists (select 1 from allocation where allocation.activity_id = activity.activity_id)',
  );
  await em.execute('truncate activity cascade');
  await store.close();
  return { titles: titles.map(({ title }) => title), halves: row?.count ?? 0 };
}

/** Kills recert while people log through Slack, a few times; returns the titles of what was acknowledged. */
async function killTimes(times: number): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  for (let round = 0; round < times; round += 1) {
    recert = await start();
    let isAlive = true;
    const person = async () => {
      while (isAlive) {
        count += 1;
        const title = titleOf(count);
        const day = addDays(dayIn('UTC', new Date()), -(count % 350));
        const answer = await slack.answerTo(`log 1h ${title} ${day} for cism 1 CPE !!`).catch(() => undefined);
        if (JSON.stringify(answer)?.includes(title)) acknowledged.push(title);
      }
    };
    const before = acknowledged.length;
    for (let index = 0; index < PEOPLE; index += 1) void person();
    // At a moment of its own in each round, after something was acknowledged.
    while (acknowledged.length < before + 1 + (round % KILLS_AT_ONCE))
      await new Promise((resolve) => setTimeout(resolve, 5 + (count % 11)));
    isAlive = false;
    await recert.end('SIGKILL');
  }
  return acknowledged;
}

it(`${KILLS} kills while lines are logged through Slack: what was acknowledged is there once, and nothing is half saved`, async () => {
  const store = await openStore();
  await removeTenant(store, { platform: 'slack', tenant: 'T0HOME' }, new Date());
  await store.close();
  await introduceAnna();
  const wrong: string[] = [];
  for (let killed = 0; killed < KILLS; killed += KILLS_AT_ONCE) {
    const acknowledged = await killTimes(Math.min(KILLS_AT_ONCE, KILLS - killed));
    const { titles, halves } = await takeStored();
    wrong.push(...acknowledged.filter((title) => titles.filter((one) => one === title).length !== 1));
    if (halves > 0) wrong.push(`${halves} without a claim`);
    if (KILLS > 1)
      process.stdout.write(`${killed + KILLS_AT_ONCE}: ${acknowledged.length} acknowledged, ${wrong.length} wrong\n`);
  }

  expect(wrong).toEqual([]);
}, 7_200_000);

/** A title of its own: recert would ask about one that is nearly that of another record on the same day. */
function titleOf(count: number): string {
  const letters = createHash('sha256').update(String(count)).digest('hex').replaceAll(/\d/gu, '');
  return `Webinar ${letters.slice(0, 8)} ${letters.slice(8, 16)}`;
}

/** Anna, with a certification. */
async function introduceAnna(): Promise<void> {
  recert = await start();
  await slack.answerTo('help');
  await recert.end('SIGTERM');
  const store = await openStore();
  const now = new Date();
  const workspaceId = await store.directory.workspaceOf('slack', 'T0HOME', now);
  await asOperator(store, workspaceId, async ({ people, holdings }) => {
    const [{ personId = '' } = {}] = await people.all();
    const today = dayIn('UTC', now);
    const cycle = { start: addYears(today, -1), end: addYears(today, 2) };
    await holdings.add({ personId, certification: 'cism', number: '', cycle }, now);
  });
  await store.close();
}

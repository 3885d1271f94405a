import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addYears, dayIn } from '../../src/domain/calendar.ts';
import { Store } from '../../src/store/store.ts';
import { migratedDataFolder } from '../support/data-folder.ts';
import { type Recert, startRecert } from '../support/process.ts';
import { type SlackOverHttp, slackOverHttp } from '../support/slack-over-http.ts';
import { asOperator } from '../support/store.ts';
import { removeTenant } from '../support/tenant.ts';

/** Many take long: `npm run test:slack-kills`, once without and once with `DATABASE_URL`. */
const KILLS = Number(process.env.RECERT_KILLS ?? 1);
const PEOPLE = 4;
const url = process.env.DATABASE_URL ?? '';

let folder: string;
let slack: SlackOverHttp;
let recert: Recert;

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

/** The titles of all records, and how many of them have no claim. */
async function stored(): Promise<{ readonly titles: readonly string[]; readonly halves: number }> {
  const store = await openStore();
  const em = store.orm.em.fork();
  const titles = await em.execute<{ title: string }[]>('select title from activity where deleted_at is null');
  const [row] = await em.execute<{ count: number }[]>(
    'select count(*)::int as count from activity where not exists (select 1 from allocation where allocation.activity_id = activity.activity_id)',
  );
  await store.close();
  return { titles: titles.map(({ title }) => title), halves: row?.count ?? 0 };
}

it(`${KILLS} kills while lines are logged through Slack: what was acknowledged is there once, and nothing is half saved`, async () => {
  const store = await openStore();
  await removeTenant(store, { platform: 'slack', tenant: 'T0HOME' }, new Date());
  await store.close();
  await introduceAnna();
  const acknowledged: string[] = [];
  let count = 0;
  for (let round = 0; round < KILLS; round += 1) {
    recert = await start();
    let isAlive = true;
    const person = async () => {
      while (isAlive) {
        count += 1;
        const title = `Webinar number ${count}x`;
        const answer = await slack.answerTo(`log 1h ${title} today for cissp 1 CPE !!`).catch(() => undefined);
        if (JSON.stringify(answer)?.includes(title)) acknowledged.push(title);
      }
    };
    const before = acknowledged.length;
    const people = Array.from({ length: PEOPLE }, person);
    // At a moment of its own in each round, after something was acknowledged.
    while (acknowledged.length < before + 1 + (round % 7))
      await new Promise((resolve) => setTimeout(resolve, 5 + (round % 11)));
    isAlive = false;
    await recert.end('SIGKILL');
    await Promise.all(people);
  }
  const { titles, halves } = await stored();

  const times = (title: string) => titles.filter((one) => one === title).length;
  expect(acknowledged.filter((title) => times(title) !== 1)).toEqual([]);
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
  expect(halves).toBe(0);
}, 7_200_000);

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
    await holdings.add({ personId, certification: 'cissp', number: '', cycle }, now);
  });
  await store.close();
}

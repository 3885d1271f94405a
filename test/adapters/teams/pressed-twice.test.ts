import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunningCore } from '../../../src/core/dispatch.ts';
import { lazyAdapter } from '../../support/lazy-adapter.ts';
import { BUTTONS, type CountedTable, coreAt, countRows, equip } from '../../support/pressed-twice.ts';
import { openStore } from '../../support/store.ts';
import { emptyTenant } from '../../support/tenant.ts';
import { ANA, PERSONAL, pressed, typed } from './activities.ts';
import { checkCard } from './adaptive-card.ts';
import { dataOf, open, submit, wordsIn } from './dialogs.ts';
import { NOW, TENANT } from './issuer.ts';
import type { Json } from './json.ts';
import { allowTokens, cardIn, type StandIn, standIn } from './stand-in.ts';

const BEN = { id: '29:ben', name: 'Ben', aadObjectId: '55555555-5555-4555-8555-555555555555' };
const world = openStore();
let teams: StandIn;
let core: RunningCore;
let workspaceId: string;
let now: Date;

const coreAfter = (minutes: number, print?: Promise<unknown>) => {
  now = new Date(NOW.getTime() + minutes * 60_000);
  return coreAt(now, {
    ...{ store: world.store, adapter: lazyAdapter('teams', () => teams) },
    ...(print === undefined ? {} : { print }),
  });
};
const start = async () => {
  allowTokens();
  teams = await standIn({ dispatch: (interaction) => core.dispatch(interaction), now: () => now });
};
/** Teams takes any number of messages to Ana, and of replacements of them. */
const expectAny = () => {
  for (let count = 0; count < 30; count += 1) {
    teams.expectMessage(PERSONAL.id);
    for (let message = 1; message < 12; message += 1) teams.expectReplacement(PERSONAL.id, `message-${message}`);
  }
};

beforeEach(async () => {
  nock.disableNetConnect();
  workspaceId = await emptyTenant(world.store, { platform: 'teams', tenant: TENANT }, NOW);
  core = coreAfter(0);
  await start();
  expectAny();
  await say('help');
  await equip(world.store, workspaceId, NOW);
});
afterEach(async () => {
  await core.idle();
  await teams.stop();
  nock.cleanAll();
});

/** The card that Ana is answered in her personal chat. */
async function say(text: string): Promise<Json> {
  const before = teams.said.length;
  await teams.send(typed(text));
  await vi.waitFor(() => expect(teams.said.length).toBeGreaterThan(before), { timeout: 5000 });
  return cardIn(teams.said[before] as StandIn['said'][number]);
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 300));
const rows = (table: CountedTable) => countRows(world.store, workspaceId, table);

/** The answers to presses of a button, one after the other. */
async function pressEach(data: Json, times: number, changes: Json = {}): Promise<readonly Json[]> {
  const before = teams.said.length;
  for (let time = 0; time < times; time += 1) await teams.send(pressed(data, changes));
  await vi.waitFor(() => expect(teams.said.length).toBeGreaterThan(before), { timeout: 5000 });
  await settled();
  return teams.said.slice(before).flatMap((said) => (isCard(said) ? [cardIn(said)] : []));
}

const isCard = ({ activity }: StandIn['said'][number]) =>
  (activity.attachments as Json[] | undefined)?.[0]?.contentType === 'application/vnd.microsoft.card.adaptive';

describe.each(BUTTONS)('%s in Teams', (label, line, table) => {
  it('pressed twice has one effect and one answer', async () => {
    const data = dataOf(await say(line), label);
    const before = await rows(table);
    const { promise, resolve } = Promise.withResolvers<void>();
    core = coreAfter(0, promise);
    const [answer, ...more] = await pressEach(data, 2);
    resolve();

    expect(await rows(table)).toBe(before + 1);
    expect(checkCard(answer as Json)).toEqual([]);
    expect(more.filter((one) => JSON.stringify(one) === JSON.stringify(answer))).toEqual([]);
  });

  it('pressed again later, at another process, has no second effect', async () => {
    const data = dataOf(await say(line), label);
    const before = await rows(table);
    await pressEach(data, 1);
    await core.idle();
    await teams.stop();
    nock.cleanAll();
    core = coreAfter(5);
    await start();
    expectAny();
    await pressEach(data, 1);

    expect(await rows(table)).toBe(before + 1);
  });
});

describe('in Teams', () => {
  it('a second `report mine` makes no second report while the first is made', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    core = coreAfter(0, promise);
    await say('report mine');
    await say('report mine');
    await vi.waitFor(() => expect(JSON.stringify(teams.said)).toContain('You already asked for this report'));
    resolve();

    expect(await rows('report')).toBe(1);
  });

  it('undo pressed twice undoes one act', async () => {
    for (const title of ['one', 'two']) await say(`plan 1h webinar on ${title} tomorrow`);
    const answers = await pressEach(dataOf(await say('undo'), 'Undo'), 2);

    expect(answers.map(wordsIn).filter((text) => text.includes('Undone'))).toHaveLength(1);
    expect(await rows('activity')).toBe(1);
  });

  it('nobody undoes the act of another person, and nothing is undone after ten minutes', async () => {
    await say('plan 1h webinar on one tomorrow');
    const data = dataOf(await say('undo'), 'Undo');
    const foreign = await pressEach(data, 1, { from: BEN });
    core = coreAfter(10);
    const late = await pressEach(data, 1);

    for (const answer of [...foreign, ...late]) expect(wordsIn(answer)).toContain('can’t be undone anymore');
    expect(await rows('activity')).toBe(1);
  });

  it('a button in a dialog pressed twice has one effect', async () => {
    const attended = dataOf(await say('search trust'), 'I attended this');
    const dialog = await open(teams, attended);
    const before = await rows('activity');
    const [first, second] = [await submit(teams, dialog), await submit(teams, dialog)];

    expect(wordsIn(dialog)).toContain('This starts on');
    for (const answer of [first, second]) expect(await answer.text()).toContain('Zero trust');
    expect(await rows('activity')).toBe(before + 1);
  });

  it('a proof is removed only after a question', async () => {
    await core.dispatch({
      ...{ command: 'log', args: { text: '1h webinar one on 2026-03-30 for cissp https://example.org/proof !!' } },
      from: { platform: 'teams', tenant: TENANT, user: ANA.aadObjectId },
      place: { platform: 'teams', tenant: TENANT, address: PERSONAL.id },
    });
    const card = await say('show last');
    const questions: Json[] = [];
    JSON.stringify(card, (_key, part) => {
      if (part?.type === 'Action.ShowCard') questions.push(part);
      return part;
    });

    expect(questions).toMatchObject([{ title: 'Remove' }]);
    expect(wordsIn(questions[0] ?? {})).toContain('Remove this proof from the record?');
  });

  it('a member is removed from a team only by a button that is marked as dangerous', async () => {
    const card = await say('team Security remove Ana Ngata');

    expect(wordsIn(card)).toContain('Remove Ana Ngata from Security?');
    expect(wordsIn(card)).toContain('destructive');
  });
});

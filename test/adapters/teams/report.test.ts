import nock from 'nock';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import type { RunningCore } from '../../../src/core/dispatch.ts';
import { day } from '../../../src/domain/calendar.ts';
import { printed } from '../../support/audited-team.ts';
import { silent } from '../../support/conversation.ts';
import { patientCore } from '../../support/core.ts';
import { lazyAdapter } from '../../support/lazy-adapter.ts';
import { openStore } from '../../support/store.ts';
import { emptyTenant } from '../../support/tenant.ts';
import { expectNoUnusedRequests } from '../../support/unused-requests.ts';
import { ANA, invoke, PERSONAL, typed } from './activities.ts';
import { checkCard } from './adaptive-card.ts';
import { wordsIn } from './dialogs.ts';
import { NOW, TENANT } from './issuer.ts';
import type { Json } from './json.ts';
import { allowTokens, cardIn, type StandIn, standIn, TOKEN_REQUEST } from './stand-in.ts';

const BEN = '55555555-5555-4555-8555-555555555555';
const world = openStore();
let teams: StandIn;
let core: RunningCore;

beforeEach(async () => {
  nock.disableNetConnect();
  allowTokens();
  await emptyTenant(world.store, { platform: 'teams', tenant: TENANT }, NOW);
  const later = lazyAdapter('teams', () => teams);
  const parts = { store: world.store, catalogue: loadCatalogue(), clock: { now: () => NOW }, log: silent };
  core = patientCore({ ...parts, adapters: [later], print: printed });
  teams = await standIn({ core });
});
afterEach(async () => {
  await core.idle();
  await teams.stop();
  expectNoUnusedRequests(TOKEN_REQUEST);
});

async function holds(certification: string): Promise<void> {
  const workspaceId = await world.store.directory.workspaceOf('teams', TENANT, NOW);
  await world.store.inWorkspace(workspaceId, async ({ audit, people, holdings }) => {
    audit.actAs('operator', NOW);
    const [{ personId = '' } = {}] = await people.all();
    const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
    await holdings.add({ personId, certification, number: '', cycle }, NOW);
  });
}

/** A member asks for their report, until it is made. */
async function asksForReport(): Promise<void> {
  teams.expectMessage(PERSONAL.id);
  await teams.send(typed('help'));
  await vi.waitFor(() => expect(teams.said).toHaveLength(1));
  await holds('cissp');
  // The answer, the progress, and a consent for each of the two files.
  for (let times = 0; times < 4; times += 1) teams.expectMessage(PERSONAL.id);
  for (let times = 0; times < 3; times += 1) teams.expectReplacement(PERSONAL.id, 'message-3');
  await teams.send(typed('report mine'));
  await vi.waitFor(() => expect(teams.said.length).toBeGreaterThan(1));
  await core.idle();
}

it('a report is one message that changes in the personal chat, and a question for each file', async () => {
  await asksForReport();

  const consents = teams.said
    .flatMap(({ activity }) => activity.attachments as Json[])
    .filter(({ contentType }) => contentType === 'application/vnd.microsoft.teams.card.file.consent');
  expect(consents.map(({ name }) => name)).toEqual(['recert-report-2026-03-31.pdf', 'recert-report-2026-03-31.csv']);
  const last = teams.said.at(-1) as StandIn['said'][number];
  expect(checkCard(cardIn(last))).toEqual([]);
  expect(wordsIn(cardIn(last))).toContain('Verification code');
});

it('the progress of a report asks for the report as it is now, for the person who asked for it', async () => {
  await asksForReport();
  const { action } = teams.said.map((one) => cardIn(one).refresh).find((one) => one !== undefined) ?? {};
  const seen = async (changes: object): Promise<Json> => {
    const answer = await teams.send(invoke('adaptiveCard/action', { action, trigger: 'automatic' }, { ...changes }));
    return answer.json() as Promise<Json>;
  };
  const own = await seen({ id: 'seen-1' });
  const foreign = await seen({ id: 'seen-2', from: { ...ANA, id: '29:ben', aadObjectId: BEN } });

  expect(own).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
  expect(wordsIn(own.value)).toContain('Verification code');
  expect(own.value.refresh).toBeUndefined();
  expect(foreign).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
  expect(foreign.value).toContain('no longer exists');
});

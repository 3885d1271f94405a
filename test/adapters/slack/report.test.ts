import nock from 'nock';
import { afterEach, beforeEach, expect, it } from 'vitest';
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
import { checkBlockKit } from './block-kit.ts';
import { ANNA, NOW, recorded, type StandIn, standIn } from './stand-in.ts';

const UPLOADS = 'https://files.slack.test';
const world = openStore();
let slack: StandIn;
let core: RunningCore;
let uploads: string[];

beforeEach(async () => {
  nock.disableNetConnect();
  uploads = [];
  await emptyTenant(world.store, { platform: 'slack', tenant: 'T0HOME' }, NOW);
  const later = lazyAdapter('slack', () => slack);
  const clock = { now: () => NOW };
  const parts = { store: world.store, catalogue: loadCatalogue(), clock, log: silent, adapters: [later] };
  core = patientCore({ ...parts, print: printed });
  slack = await standIn({ dispatch: (interaction) => core.dispatch(interaction) });
});
afterEach(async () => {
  await core.idle();
  await slack.stop();
  expectNoUnusedRequests();
});

async function holds(certification: string): Promise<void> {
  const workspaceId = await world.store.directory.workspaceOf('slack', 'T0HOME', NOW);
  await world.store.inWorkspace(workspaceId, async ({ audit, people, holdings }) => {
    audit.actAs('operator', NOW);
    const [{ personId = '' } = {}] = await people.all();
    const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
    await holdings.add({ personId, certification, number: '', cycle }, NOW);
  });
}

function expectUpload(id: string): void {
  slack.expect('files.getUploadURLExternal', { upload_url: `${UPLOADS}/upload/${id}`, file_id: id });
  nock(UPLOADS)
    .post(`/upload/${id}`)
    .reply(200, async (request: Request) => {
      uploads.push(await request.text());
      return 'OK';
    });
  slack.expect('files.completeUploadExternal', { files: [{ id }] });
}

it('a report is one message that changes in the direct messages, and two files there', async () => {
  slack.expect('users.info', ANNA);
  const helped = await slack.send(recorded('command', { text: 'help' }));
  expect(await helped.text()).toContain('What you can type');
  await holds('cissp');
  slack.expect('conversations.open', { channel: { id: 'D0ANNA' } });
  slack.expect('chat.postMessage', { ts: '1.1', channel: 'D0ANNA' });
  for (let times = 0; times < 3; times += 1) slack.expect('chat.update', { ts: '1.1' });
  for (const id of ['F1', 'F2']) expectUpload(id);

  const answer = await slack.send(recorded('command', { text: 'report mine' }));
  expect(await answer.text()).toContain('Preparing the report');
  await core.idle();

  expect(slack.calls.map(({ method }) => method).slice(1)).toEqual([
    'conversations.open',
    'chat.postMessage',
    ...['chat.update', 'chat.update'],
    ...['files.getUploadURLExternal', 'files.completeUploadExternal'],
    ...['files.getUploadURLExternal', 'files.completeUploadExternal'],
    'chat.update',
  ]);
  const shown = slack.calls.filter(({ method }) => method.startsWith('chat.')).map(({ args }) => args);
  for (const { blocks } of shown) expect(checkBlockKit({ text: 'x', blocks })).toEqual([]);
  expect(shown.map(({ ts }) => ts).slice(1)).toEqual(['1.1', '1.1', '1.1']);
  expect(JSON.stringify(shown.at(-1))).toContain('Verification code');
  expect(slack.calls.flatMap(({ args }) => (args.filename ? [args.filename] : []))).toEqual([
    'recert-report-2026-03-31.pdf',
    'recert-report-2026-03-31.csv',
  ]);
  const [html = '', csv = ''] = uploads;
  expect(html).toContain('Certified Information Systems Security Professional');
  expect(csv).toContain('recert-seal,1,');
});

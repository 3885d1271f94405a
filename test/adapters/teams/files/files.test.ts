import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isFileStore } from '../../../../adapters/teams/auth/hosts.ts';
import { loadCatalogue } from '../../../../src/catalogue/index.ts';
import type { OutgoingFile } from '../../../../src/chat/outgoing-file.ts';
import type { Place } from '../../../../src/chat/place.ts';
import type { RunningCore } from '../../../../src/core/dispatch.ts';
import { silent } from '../../../support/conversation.ts';
import { patientCore } from '../../../support/core.ts';
import { aFile } from '../../../support/files.ts';
import { lazyAdapter } from '../../../support/lazy-adapter.ts';
import { openStore } from '../../../support/store.ts';
import { emptyTenant } from '../../../support/tenant.ts';
import { expectNoUnusedRequests } from '../../../support/unused-requests.ts';
import { CHANNEL, invoke, PERSONAL, typed } from '../activities.ts';
import { checkCard } from '../adaptive-card.ts';
import { ask, dataOf, dialogOf, open, submit, wordsIn } from '../dialogs.ts';
import { NOW, TENANT } from '../issuer.ts';
import type { Json } from '../json.ts';
import { allowTokens, cardIn, type StandIn, standIn, TOKEN_REQUEST } from '../stand-in.ts';

const STORE = 'https://contoso-my.sharepoint.com';
const world = openStore();
let teams: StandIn;
let core: RunningCore;
let puts: { readonly range: string | null; readonly authorization: string | null; readonly body: string }[];

beforeEach(async () => {
  nock.disableNetConnect();
  allowTokens();
  puts = [];
  await emptyTenant(world.store, { platform: 'teams', tenant: TENANT }, NOW);
  const later = lazyAdapter('teams', () => teams);
  const clock = { now: () => NOW };
  core = patientCore({ store: world.store, catalogue: loadCatalogue(), clock, log: silent, adapters: [later] });
  teams = await standIn({ core });
});
afterEach(async () => {
  await core.idle();
  await teams.stop();
  expectNoUnusedRequests(TOKEN_REQUEST);
});

const last = () => teams.said.at(-1) as StandIn['said'][number];
const attachment = (): Json => last().activity.attachments[0];

/** Ana logs a credit and asks for her records; resolves to what the consent card carries. */
async function asked(): Promise<Json> {
  const first = await open(teams, dataOf(await ask(teams, 'add cissp', PERSONAL.id), 'Open the form'));
  const second = await dialogOf(await submit(teams, first, { start: '2024-05-01' }));
  expect(wordsIn(await dialogOf(await submit(teams, second)))).toContain('CISSP added');
  const form = await open(teams, dataOf(await ask(teams, 'log 2h webinar cissp', PERSONAL.id), 'Open the form'));
  const logged = await submit(teams, form, { title: '=Zero trust', kind: 'webinar', 'credits.cissp': '1.5' });
  expect(wordsIn(await dialogOf(logged))).toContain('Zero trust');
  teams.expectMessage(PERSONAL.id);
  teams.expectMessage(PERSONAL.id);
  await teams.send(typed('export'));
  await core.idle();
  await vi.waitFor(() => expect(consents().length).toBe(1));
  return consents()[0]?.content.acceptContext;
}

const consents = (): readonly Json[] =>
  teams.said
    .flatMap(({ activity }) => activity.attachments as Json[])
    .filter(({ contentType }) => contentType === 'application/vnd.microsoft.teams.card.file.consent');

function answered(action: string, context: Json, upload: Json = {}, changes: Json = {}): Promise<Response> {
  const uploadInfo = {
    contentUrl: `${STORE}/personal/ana/Documents/Applications/records.csv`,
    name: 'records.csv',
    uploadUrl: `${STORE}/personal/ana/upload?tempauth=1`,
    uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D',
    fileType: 'csv',
    ...upload,
  };
  const value = { type: 'fileUpload', action, context, ...(action === 'accept' ? { uploadInfo } : {}) };
  return teams.send(invoke('fileConsent/invoke', value, { replyToId: 'message-9', ...changes }));
}

function expectUpload(status = 201): void {
  nock(STORE)
    .put('/personal/ana/upload?tempauth=1')
    .reply(status, async (request: Request) => {
      const { headers } = request;
      puts.push({
        range: headers.get('content-range'),
        authorization: headers.get('authorization'),
        body: Buffer.from(await request.arrayBuffer()).toString(),
      });
      return {};
    });
}

describe('a file in the personal chat', () => {
  it('comes when its reader said yes, once, without the bot’s token, and is then deleted here', async () => {
    const context = await asked();
    expect(context).toEqual({ recert: { file: expect.stringMatching(/^[\da-f-]{36}$/) } });
    expectUpload();
    teams.expectMessage(PERSONAL.id);
    teams.expectReplacement(PERSONAL.id, 'message-9');

    const answers = await Promise.all([answered('accept', context), answered('accept', context)]);
    await vi.waitFor(() => expect(wordsIn(last().activity)).toContain('is saved to your files'));

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const [{ body, range, authorization } = { body: '', range: '', authorization: '' }] = puts;
    expect(body).toContain("'=Zero trust");
    expect(range).toBe(`bytes 0-${Buffer.byteLength(body) - 1}/${Buffer.byteLength(body)}`);
    expect([puts.length, authorization]).toEqual([1, null]);
    expect(teams.said.at(-2)?.activity.attachments[0]).toMatchObject({
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      contentUrl: `${STORE}/personal/ana/Documents/Applications/records.csv`,
      name: 'records.csv',
      content: { uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D', fileType: 'csv' },
    });
    teams.expectMessage(PERSONAL.id);
    await answered('accept', context);
    await vi.waitFor(() => expect(wordsIn(cardIn(last()))).toContain('has been deleted'));
  });

  it('is deleted when it is not wanted', async () => {
    const context = await asked();
    teams.expectReplacement(PERSONAL.id, 'message-9');

    await answered('decline', context);
    await vi.waitFor(() => expect(wordsIn(last().activity)).toContain('was declined'));

    teams.expectMessage(PERSONAL.id);
    await answered('accept', context);
    await vi.waitFor(() => expect(wordsIn(cardIn(last()))).toContain('has been deleted'));
    expect(puts).toEqual([]);
  });

  it('is for the person who was asked alone', async () => {
    const context = await asked();
    const ben = { id: '29:ben', name: 'Ben', aadObjectId: '44444444-4444-4444-8444-444444444444' };
    const conversation = { ...PERSONAL, id: 'a:personal-ben' };
    teams.expectMessage(conversation.id);

    await answered('accept', context, {}, { from: ben, conversation });
    await vi.waitFor(() => expect(wordsIn(cardIn(last()))).toContain('has been deleted'));
    await answered('decline', context, {}, { from: ben, conversation, replyToId: null });
    expectUpload();
    teams.expectMessage(PERSONAL.id);
    teams.expectReplacement(PERSONAL.id, 'message-9');
    await answered('accept', context);
    await vi.waitFor(() => expect(puts.length).toBe(1));
    await vi.waitFor(() => expect(wordsIn(last().activity)).toContain('is saved to your files'));
  });

  it.each([
    ['http://contoso-my.sharepoint.com/up'],
    ['https://evil.example/up'],
    ['https://sharepoint.com.evil.example/up'],
    ['https://evilsharepoint.com/up'],
    ['https://contoso.sharepoint.com@evil.example/up'],
    ['https://user:pass@contoso.sharepoint.com/up'],
    ['https://contoso.sharepoint.com:8443/up'],
    ['https://127.0.0.1/up'],
    ['file:///etc/passwd'],
    [''],
  ])('goes nowhere but to SharePoint, so not to %j, and waits for another try', async (uploadUrl) => {
    const context = await asked();
    teams.expectMessage(PERSONAL.id);

    await answered('accept', context, { uploadUrl });
    await vi.waitFor(() => expect(wordsIn(cardIn(last()))).toContain('File not delivered'));

    expect(isFileStore(uploadUrl)).toBe(false);
    expect(puts).toEqual([]);
    expectUpload();
    teams.expectMessage(PERSONAL.id);
    teams.expectReplacement(PERSONAL.id, 'message-9');
    await answered('accept', context);
    await vi.waitFor(() => expect(wordsIn(last().activity)).toContain('is saved to your files'));
  });

  it.each([
    [503, 4],
    [403, 1],
    [302, 1],
  ])('that could not be put there (%i) says so, and is offered again', async (status, times) => {
    const context = await asked();
    for (let time = 0; time < times; time += 1) expectUpload(status);
    teams.expectMessage(PERSONAL.id);

    await answered('accept', context);
    await vi.waitFor(() => expect(wordsIn(cardIn(last()))).toContain('File not delivered'));
    const problems = cardIn(last());

    expect([puts.length, checkCard(problems)]).toEqual([times, []]);
    teams.expectReplacement(PERSONAL.id, 'message-10');
    teams.expectMessage(PERSONAL.id);
    await teams.send(typed('', { value: dataOf(problems, 'Send again'), replyToId: 'message-10' }));
    await vi.waitFor(() => expect(consents().length).toBe(2));
    expect(consents()[1]?.content.acceptContext).toEqual(context);
  });

  it('is not shown from where Teams would not keep it', async () => {
    const context = await asked();
    expectUpload();
    teams.expectReplacement(PERSONAL.id, 'message-9');

    await answered('accept', context, { contentUrl: 'https://evil.example/records.csv' });
    await vi.waitFor(() => expect(wordsIn(last().activity)).toContain('is saved to your files'));

    expect(JSON.stringify(teams.said)).not.toContain('evil.example');
  });

  it.each([
    null,
    {},
    { action: 'accept' },
    { action: 'perhaps', context: { recert: { file: aFile.id } } },
    { action: 'accept', context: { recert: { file: 7 } } },
  ])('is not answered for with %j', async (value) => {
    expect((await teams.send(invoke('fileConsent/invoke', value))).status).toBe(400);
  });
});

describe('a file elsewhere', () => {
  const places = async (): Promise<{ direct: Place; place: Place }> => {
    teams.expectPersonal('a:opened');
    teams.expectMessage('a:opened');
    teams.expectMessage(CHANNEL.id);
    await teams.send(typed('hello', { conversation: CHANNEL }));
    return teams.heard[0] as { direct: Place; place: Place };
  };
  const card = { title: 'Your records', blocks: [] };

  it('that is for one person is offered in their personal chat', async () => {
    const { direct } = await places();
    teams.expectPersonal('a:opened');
    teams.expectMessage('a:opened');

    expect(await teams.deliver(direct, aFile, card)).toMatchObject({ kind: 'waiting', for: 'consent' });
    expect(attachment().contentType).toContain('file.consent');
  });

  it('is a link where Teams takes none from a bot, if there is a public address', async () => {
    const { place } = await places();
    const linked: OutgoingFile = { ...aFile, link: 'https://recert.example/files/a.b' };
    teams.expectMessage(CHANNEL.id);

    expect(await teams.deliver(place, linked, card)).toMatchObject({ kind: 'waiting', for: 'link' });
    expect(wordsIn(cardIn(last()))).toContain('https://recert.example/files/a.b');
    expect(checkCard(cardIn(last()))).toEqual([]);
    expect((await teams.deliver(place, aFile, card)).kind).toBe('refused');
  });

  it('says what became of it', async () => {
    const { direct } = await places();
    teams.expectPersonal('', 403);
    expect((await teams.deliver(direct, aFile, card)).kind).toBe('refused');
    teams.expectPersonal('a:opened');
    teams.expectMessage('a:opened', 502);
    expect((await teams.deliver(direct, aFile, card)).kind).toBe('unknown');
  });
});

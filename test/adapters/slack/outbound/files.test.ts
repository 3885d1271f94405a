import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aFile } from '../../../support/files.ts';
import { expectNoUnusedRequests } from '../../../support/unused-requests.ts';
import { aCard, type StandIn, standIn } from '../stand-in.ts';

const UPLOADS = 'https://files.slack.test';
const place = { platform: 'slack', tenant: 'T0HOME', address: 'U0ANNA' } as const;
const card = { title: 'Your records <3', blocks: [] };
let slack: StandIn;
let uploaded: { readonly body: string; readonly authorization: string | null }[];

function expectUpload(status = 200): void {
  nock(UPLOADS)
    .post('/upload/v1/a')
    .reply(status, async (request: Request) => {
      uploaded.push({ body: await request.text(), authorization: request.headers.get('authorization') });
      return 'OK';
    });
}

beforeEach(async () => {
  nock.disableNetConnect();
  uploaded = [];
  slack = await standIn({ dispatch: () => aCard('Pace') });
});
afterEach(async () => {
  await slack.stop();
  expectNoUnusedRequests();
});

const methods = () => slack.calls.map(({ method }) => method).filter((method) => method !== 'auth.test');

describe('a file in Slack', () => {
  it('is uploaded into the direct messages, with what it is', async () => {
    slack.expect('conversations.open', { channel: { id: 'D0ANNA' } });
    slack.expect('files.getUploadURLExternal', { upload_url: `${UPLOADS}/upload/v1/a`, file_id: 'F1' });
    expectUpload();
    slack.expect('files.completeUploadExternal', { files: [{ id: 'F1', title: 'records.csv' }] });

    const sent = await slack.deliver(place, aFile, card);

    expect(sent).toEqual({ kind: 'sent', message: 'F1' });
    const [, requested, completed] = slack.calls.slice(-3).map(({ args }) => args);
    expect(requested).toMatchObject({ filename: 'records.csv', length: String(aFile.bytes.byteLength) });
    expect(uploaded[0]?.body).toContain('1,Zero trust');
    expect(completed).toMatchObject({
      channel_id: 'D0ANNA',
      files: [{ id: 'F1', title: 'records.csv' }],
      initial_comment: 'Your records &lt;3',
    });
  });

  it('that could not be uploaded is not shown, so it may be sent again', async () => {
    slack.expect('conversations.open', { channel: { id: 'D0ANNA' } });
    slack.expect('files.getUploadURLExternal', { upload_url: `${UPLOADS}/upload/v1/a`, file_id: 'F1' });
    expectUpload(503);

    expect((await slack.deliver(place, aFile, card)).kind).toBe('busy');
    expect(methods()).not.toContain('files.completeUploadExternal');
    expect(uploaded.length).toBe(1);
  });

  it.each([
    [{ ok: false, error: 'missing_scope' }, 200, 'refused'],
    [{}, 429, 'busy'],
    [{}, 502, 'busy'],
  ])('that Slack does not take says so: %j %i', async (answer, status, kind) => {
    slack.expect('files.getUploadURLExternal', answer, status);

    expect((await slack.deliver({ ...place, address: 'C0TEAM' }, aFile, card)).kind).toBe(kind);
  });

  it('may be there when Slack fails while sharing it', async () => {
    slack.expect('files.getUploadURLExternal', { upload_url: `${UPLOADS}/upload/v1/a`, file_id: 'F1' });
    expectUpload();
    slack.expect('files.completeUploadExternal', {}, 502);

    expect((await slack.deliver({ ...place, address: 'C0TEAM' }, aFile, card)).kind).toBe('unknown');
  });
});

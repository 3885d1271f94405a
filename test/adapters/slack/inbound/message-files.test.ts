import nock from 'nock';
import { describe, expect, it, vi } from 'vitest';
import { mayFetchFile } from '../../../../adapters/slack/files/incoming-files.ts';
import type { IncomingFile } from '../../../../src/chat/incoming-file.ts';
import type { Interaction } from '../../../../src/chat/interaction.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { formWithFiles, KEPT, outcome, tempting } from '../../../support/incoming.ts';
import { checkBlockKit } from '../block-kit.ts';
import { begin, installStandIn, slack } from '../conversation-setup.ts';
import { expectFile, PDF } from '../sent-files.ts';
import { aCard, recorded } from '../stand-in.ts';

installStandIn();

const message = (files: readonly unknown[]) => {
  const payload = recorded('message-action');
  return { ...payload, message: { ...(payload.message as object), files } };
};

const argsOf = (method: string) => slack.calls.find((call) => call.method === method)?.args ?? {};
const filesOf = (): readonly IncomingFile[] => (slack.heard[0] as Interaction).files ?? [];

describe('a file of a message', () => {
  it('comes with the message that is logged, without a field', async () => {
    await begin({ dispatch: () => ({ kind: 'form', form: formWithFiles() }) });
    slack.expect('views.open');
    expectFile('%PDF');

    await slack.send(message([PDF, { ...PDF, id: 'F0TWO', name: '\u202efdp.exe/..' }]));

    expect(slack.heard[0]).toMatchObject({
      command: 'log',
      args: { text: 'Two hours on zero trust' },
      files: [{ name: 'certificate.pdf' }, { name: 'fdp.exe_..' }],
    });
    expect(filesOf()[0]).not.toHaveProperty('field');
    expect(await outcome(filesOf()[0])).toBe('%PDF');
  });

  it('that takes long is waited for in a window, which becomes the form', async () => {
    const late = Promise.withResolvers<Reply>();
    await begin({ dispatch: () => late.promise, waits: { answer: 1 } });
    slack.expect('views.open');

    await slack.send(message([PDF]));
    slack.expect('views.update');
    late.resolve({ kind: 'form', form: formWithFiles(KEPT) });

    await vi.waitFor(() => expect(slack.calls.map(({ method }) => method)).toContain('views.update'));
    const [opened, filled] = [argsOf('views.open'), argsOf('views.update')];
    expect(opened.trigger_id).toBe(recorded('message-action').trigger_id);
    expect(opened.view).toMatchObject({ external_id: filled.external_id });
    expect(filled.view).toMatchObject({ callback_id: 'log' });
    expect([opened.view, filled.view].flatMap(checkBlockKit)).toEqual([]);
  });

  it('that takes long is told of in the window and in a message, when there is no form', async () => {
    const late = Promise.withResolvers<Reply>();
    await begin({ dispatch: () => late.promise, waits: { answer: 1 } });
    slack.expect('views.open');

    await slack.send(message([PDF]));
    slack.expect('views.update');
    slack.expectResponse('/app/T0HOME/3/ghi');
    late.resolve(aCard('Not held'));

    await vi.waitFor(() => expect(slack.calls.map(({ method }) => method)).toContain('response_url'));
  });

  it('is told of when there was no window to wait in', async () => {
    const late = Promise.withResolvers<Reply>();
    await begin({ dispatch: () => late.promise, waits: { answer: 1 } });
    slack.expect('views.open', { ok: false, error: 'expired_trigger_id' });
    slack.expectResponse('/app/T0HOME/3/ghi');

    const sent = slack.send(message([PDF]));
    await vi.waitFor(() => expect(slack.calls.map(({ method }) => method)).toContain('views.open'));
    late.resolve(aCard('Not held'));
    await sent;

    await vi.waitFor(() => expect(slack.calls.map(({ method }) => method)).toContain('response_url'));
  });

  it('from another organisation is asked for by its id', async () => {
    await begin({ dispatch: () => aCard('Noted') });
    slack.expect('files.info', { file: PDF });
    slack.expectResponse('/app/T0HOME/3/ghi');
    expectFile('%PDF');

    await slack.send(message([{ id: 'F0PDF', file_access: 'check_file_info' }]));

    expect(filesOf()).toMatchObject([{ name: 'certificate.pdf', size: 4 }]);
    expect(await outcome(filesOf()[0])).toBe('%PDF');
  });

  it('that Slack does not tell of is out of reach, and the rest goes on', async () => {
    await begin({ dispatch: () => aCard('Noted') });
    slack.expect('files.info', { ok: false, error: 'file_not_found' });
    slack.expectResponse('/app/T0HOME/3/ghi');

    await slack.send(message([{ id: 'F0PDF', file_access: 'check_file_info' }]));

    expect(filesOf()).toMatchObject([{ name: 'file' }]);
    expect(await outcome(filesOf()[0])).toBe('unreachable');
    expect(slack.logged).toEqual(['The details of a file could not be read.']);
  });

  it.each([
    ['nothing', null],
    ['no list', 'files'],
    ['no id', [{ name: 'a' }]],
  ])('that is %s is none', async (_name, files) => {
    await begin({ dispatch: () => aCard('Noted') });
    slack.expectResponse('/app/T0HOME/3/ghi');

    await slack.send(message(files as never));

    expect(slack.heard[0]).not.toHaveProperty('files');
  });
});

describe('a file that is too large or elsewhere', () => {
  const request = async (file: unknown) => {
    await begin({ dispatch: () => ({ kind: 'form', form: formWithFiles() }) });
    slack.expect('views.open');
    await slack.send(message([file]));
    return filesOf()[0];
  };

  it('is not asked for when it says so', async () => {
    expect(await outcome(await request({ ...PDF, size: 2 * 1024 ** 3 }))).toBe('too-large');
  });

  it('is left when it is larger than it said', async () => {
    expectFile('a'.repeat(2000));

    expect(await outcome(await request(PDF))).toBe('too-large');
  });

  it('is not begun when its length is 2 GB', async () => {
    expectFile('a', { 'content-length': String(2 * 1024 ** 3) });

    expect(await outcome(await request(PDF))).toBe('too-large');
  });

  it('is not followed to another host', async () => {
    expectFile(302, { location: 'https://evil.example/files-pri/a' });
    tempting('https://evil.example/files-pri/a');

    expect(await outcome(await request(PDF))).toBe('unreachable');
    expect(nock.pendingMocks().join()).toContain('evil.example');
    nock.cleanAll();
  });

  it.each([
    'https://evil.example/files-pri/a',
    'http://files.slack.com/files-pri/a',
    'https://files.slack.com.evil.example/files-pri/a',
    'https://evilslack.com/files-pri/a',
    'https://files.slack.com@evil.example/files-pri/a',
    'https://user:pass@files.slack.com/files-pri/a',
    'https://files.slack.com:8443/files-pri/a',
    'https://127.0.0.1/files-pri/a',
    'https://slack.test.evil.example/files-pri/a',
    'file:///etc/passwd',
    '',
  ])('gets no token at %j', async (url) => {
    const file = await request({ ...PDF, url_private: null, url_private_download: url });
    tempting(url);

    expect(await outcome(file)).toBe('unreachable');
    nock.cleanAll();
    expect(mayFetchFile(url, 'https://slack.test/api/')).toBe(false);
  });

  it.each(['https://files.slack.com/a', 'https://acme.slack.com/a', 'https://acme.enterprise.slack.com/a'])(
    'may be at %s',
    async (url) => {
      expect(mayFetchFile(url, undefined)).toBe(true);
    },
  );

  it('may be beside a stand-in', async () => {
    expect(mayFetchFile('http://127.0.0.1:4000/a', 'http://127.0.0.1:4000/api/')).toBe(true);
    expect(mayFetchFile('http://127.0.0.1:4001/a', 'http://127.0.0.1:4000/api/')).toBe(false);
  });
});

import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mayFetchFile } from '../../../adapters/slack/incoming-files.ts';
import { modal } from '../../../adapters/slack/modal.ts';
import type { Form } from '../../../src/chat/form.ts';
import { FileTrouble, type IncomingFile, type Interaction, type Reply } from '../../../src/chat/interaction.ts';
import { checkBlockKit } from './block-kit.ts';
import { ANNA, type Answers, aCard, jsonOf, recorded, type StandIn, standIn } from './stand-in.ts';

const FILES = 'https://files.slack.com';
const PDF = {
  id: 'F0PDF',
  name: 'certificate.pdf',
  size: 4,
  mimetype: 'application/pdf',
  url_private: `${FILES}/files-pri/T0HOME-F0PDF/certificate.pdf`,
  url_private_download: `${FILES}/files-pri/T0HOME-F0PDF/download/certificate.pdf`,
};
const FORM: Form = {
  command: 'log',
  title: 'Log a credit',
  submit: 'Log',
  parts: [
    { kind: 'line', name: 'title', label: 'Title', maxLength: 200 },
    { kind: 'file', name: 'proof.files', label: 'Proof', most: 3, options: [] },
  ],
};
const KEPT = '11111111-1111-4111-8111-111111111111';
const withKept = (...ids: readonly string[]): Form => ({
  ...FORM,
  parts: FORM.parts.map((part) =>
    part.kind === 'file' ? { ...part, options: ids.map((value) => ({ value, label: `${value}.pdf` })) } : part,
  ),
  answers: { 'proof.files': ids },
});

let slack: StandIn;
const begin = async (dispatch: Answers['dispatch'], waits: Answers['waits'] = {}) => {
  slack = await standIn({ dispatch, waits });
  slack.expect('users.info', ANNA);
};

beforeEach(() => nock.disableNetConnect());
afterEach(async () => {
  await slack?.stop();
  const unused = nock.pendingMocks();
  nock.cleanAll();
  expect(unused).toEqual([]);
});

/** A sent form: what is in its file input, and what of the kept files is ticked. */
function sent(files: readonly unknown[], kept: readonly string[] = []): Record<string, unknown> {
  const payload = recorded('view-submission');
  const view = payload.view as Record<string, unknown>;
  view.blocks = ['title', 'kept:0:proof.files', 'proof.files'].map((block_id) => ({ type: 'input', block_id }));
  view.state = {
    values: {
      title: { line: { type: 'plain_text_input', value: 'Zero trust' } },
      'kept:0:proof.files': {
        'kept.x': { type: 'checkboxes', selected_options: kept.map((value) => ({ value })) },
      },
      'proof.files': { 'file.x': { type: 'file_input', files } },
    },
  };
  return payload;
}

const message = (files: readonly unknown[]) => {
  const payload = recorded('message-action');
  return { ...payload, message: { ...(payload.message as object), files } };
};

const argsOf = (method: string) => slack.calls.find((call) => call.method === method)?.args ?? {};
const filesOf = (): readonly IncomingFile[] => (slack.heard[0] as Interaction).files ?? [];
const outcome = (file: IncomingFile | undefined, most = 1000): Promise<unknown> =>
  (file as IncomingFile).read(most).then(
    (bytes) => Buffer.from(bytes).toString(),
    (error: unknown) => (error instanceof FileTrouble ? error.kind : error),
  );
const expectFile = (answer: string | number, headers: Record<string, string> = {}, host = FILES) => {
  const seen: (string | null)[] = [];
  nock(host)
    .get(/^\/files-pri\//u)
    .reply(
      typeof answer === 'number' ? answer : 200,
      (request: Request) => {
        seen.push(request.headers.get('authorization'));
        return typeof answer === 'number' ? '' : answer;
      },
      headers,
    );
  return seen;
};

describe('a file in a form', () => {
  it('is offered as an input of Slack’s own, with what is kept already to be let go', async () => {
    await begin(() => ({ kind: 'form', form: withKept(KEPT) }));
    slack.expect('views.open');

    await slack.send(recorded('command'));

    const view = argsOf('views.open').view as { blocks: unknown[] };
    expect(checkBlockKit(view)).toEqual([]);
    expect(view.blocks.slice(1)).toMatchObject([
      {
        block_id: 'kept:0:proof.files',
        optional: true,
        element: { type: 'checkboxes', initial_options: [{ value: KEPT, text: { text: `${KEPT}.pdf` } }] },
      },
      { block_id: 'proof.files', optional: true, element: { type: 'file_input', max_files: 2 } },
    ]);
  });

  it('reaches the core with its field, and is read with the bot’s token', async () => {
    await begin(() => aCard('Logged'));
    slack.expect('conversations.open', { channel: { id: 'D0ANNA' } });
    slack.expect('chat.postMessage');
    const seen = expectFile('%PDF');

    const answer = await slack.send(sent([PDF], [KEPT]));

    expect(await jsonOf(answer)).toEqual({ response_action: 'clear' });
    expect(slack.heard[0]).toMatchObject({
      answers: { title: 'Zero trust', 'proof.files': [KEPT] },
      files: [{ field: 'proof.files', name: 'certificate.pdf', size: 4 }],
    });
    expect(await outcome(filesOf()[0])).toBe('%PDF');
    expect(seen).toEqual(['Bearer xoxb-test']);
    await vi.waitFor(() => expect(slack.calls.map(({ method }) => method)).toContain('chat.postMessage'));
  });

  it('is shown as kept when the form is refused, and not sent a second time', async () => {
    let kept = [KEPT];
    await begin(({ files = [] }): Reply => {
      kept = [...kept, ...files.map(() => '22222222-2222-4222-8222-222222222222')];
      return { kind: 'form', form: { ...withKept(...kept), errors: { title: 'Too vague.' } } };
    });

    const first = await jsonOf(await slack.send(sent([PDF], kept)));
    const again = await jsonOf(await slack.send(sent([], kept)));

    expect(first.response_action).toBe('update');
    expect(checkBlockKit(first.view)).toEqual([]);
    const ticked = first.view.blocks.find(({ block_id: id }: { block_id?: string }) => id === 'kept:0:proof.files');
    expect(ticked.element.initial_options.map(({ value }: { value: string }) => value)).toEqual(kept);
    expect(slack.heard[1]?.answers).toMatchObject({ 'proof.files': kept });
    expect(slack.heard[1]?.files).toBeUndefined();
    // Nothing came, so the window stays as it is.
    expect(again).toEqual({ response_action: 'errors', errors: { title: 'Too vague.' } });
  });

  it('gets another input as soon as something else is kept, for Slack leaves the files in the same', () => {
    const inputs = (form: Form) => {
      const ids: string[] = [];
      JSON.stringify(modal(form), (name, value) => {
        if (name === 'action_id') ids.push(value);
        return value;
      });
      return ids.filter((id) => /^(?:kept|file)\./u.test(id));
    };
    expect(inputs(withKept(KEPT))).toEqual(inputs(withKept(KEPT)));
    expect(inputs(withKept(KEPT, 'b')).some((id) => inputs(withKept(KEPT)).includes(id))).toBe(false);
  });

  it('keeps more than ten apart, and together in the answer', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `file-${index}`);
    await begin(() => ({ kind: 'form', form: withKept(...ids) }));
    const payload = sent([], ids.slice(0, 10));
    const { values } = (payload.view as { state: { values: Record<string, unknown> } }).state;
    values['kept:1:proof.files'] = {
      k: { type: 'checkboxes', selected_options: ids.slice(10).map((value) => ({ value })) },
    };

    const answer = await jsonOf(await slack.send(payload));

    expect(slack.heard[0]?.answers).toMatchObject({ 'proof.files': ids });
    expect(checkBlockKit(answer.view)).toEqual([]);
  });

  it('may take longer than Slack waits: the window says so, and is filled in', async () => {
    const late = Promise.withResolvers<Reply>();
    await begin(() => late.promise, { submission: 1 });

    const answer = await jsonOf(await slack.send(sent([PDF])));
    expect(answer.response_action).toBe('push');
    slack.expect('views.update');
    await new Promise((resolve) => setTimeout(resolve, 200));
    late.resolve({ kind: 'form', form: { ...withKept(KEPT), errors: { title: 'Too vague.' } } });

    await vi.waitFor(() => expect(slack.calls.map(({ method }) => method)).toContain('views.update'));
    const { external_id, view } = argsOf('views.update');
    expect(external_id).toBe(answer.view.external_id);
    expect(checkBlockKit(view)).toEqual([]);
    expect(JSON.stringify(view)).toContain(KEPT);
  });
});

describe('a file of a message', () => {
  it('comes with the message that is logged, without a field', async () => {
    await begin(() => ({ kind: 'form', form: FORM }));
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
    await begin(() => late.promise, { answer: 1 });
    slack.expect('views.open');

    await slack.send(message([PDF]));
    slack.expect('views.update');
    late.resolve({ kind: 'form', form: withKept(KEPT) });

    await vi.waitFor(() => expect(slack.calls.map(({ method }) => method)).toContain('views.update'));
    const [opened, filled] = [argsOf('views.open'), argsOf('views.update')];
    expect(opened.trigger_id).toBe(recorded('message-action').trigger_id);
    expect(opened.view).toMatchObject({ external_id: filled.external_id });
    expect(filled.view).toMatchObject({ callback_id: 'log' });
    expect([opened.view, filled.view].flatMap(checkBlockKit)).toEqual([]);
  });

  it('that takes long is told of in the window and in a message, when there is no form', async () => {
    const late = Promise.withResolvers<Reply>();
    await begin(() => late.promise, { answer: 1 });
    slack.expect('views.open');

    await slack.send(message([PDF]));
    slack.expect('views.update');
    slack.expectResponse('/app/T0HOME/3/ghi');
    late.resolve(aCard('Not held'));

    await vi.waitFor(() => expect(slack.calls.map(({ method }) => method)).toContain('response_url'));
  });

  it('is told of when there was no window to wait in', async () => {
    const late = Promise.withResolvers<Reply>();
    await begin(() => late.promise, { answer: 1 });
    slack.expect('views.open', { ok: false, error: 'expired_trigger_id' });
    slack.expectResponse('/app/T0HOME/3/ghi');
    setTimeout(() => late.resolve(aCard('Not held')), 50);

    await slack.send(message([PDF]));

    await vi.waitFor(() => expect(slack.calls.map(({ method }) => method)).toContain('response_url'));
  });

  it('from another organisation is asked for by its id', async () => {
    await begin(() => aCard('Noted'));
    slack.expect('files.info', { file: PDF });
    slack.expectResponse('/app/T0HOME/3/ghi');
    expectFile('%PDF');

    await slack.send(message([{ id: 'F0PDF', file_access: 'check_file_info' }]));

    expect(filesOf()).toMatchObject([{ name: 'certificate.pdf', size: 4 }]);
    expect(await outcome(filesOf()[0])).toBe('%PDF');
  });

  it('that Slack does not tell of is out of reach, and the rest goes on', async () => {
    await begin(() => aCard('Noted'));
    slack.expect('files.info', { ok: false, error: 'file_not_found' });
    slack.expectResponse('/app/T0HOME/3/ghi');

    await slack.send(message([{ id: 'F0PDF', file_access: 'check_file_info' }]));

    expect(filesOf()).toMatchObject([{ name: 'file' }]);
    expect(await outcome(filesOf()[0])).toBe('unreachable');
    expect(slack.logged).toEqual(['Slack did not say what a file is.']);
  });

  it.each([
    ['nothing', null],
    ['no list', 'files'],
    ['no id', [{ name: 'a' }]],
  ])('that is %s is none', async (_name, files) => {
    await begin(() => aCard('Noted'));
    slack.expectResponse('/app/T0HOME/3/ghi');

    await slack.send(message(files as never));

    expect(slack.heard[0]).not.toHaveProperty('files');
  });
});

describe('a file that is too large or elsewhere', () => {
  const heard = async (file: unknown) => {
    await begin(() => ({ kind: 'form', form: FORM }));
    slack.expect('views.open');
    await slack.send(message([file]));
    return filesOf()[0];
  };

  it('is not asked for when it says so', async () => {
    expect(await outcome(await heard({ ...PDF, size: 2 * 1024 ** 3 }))).toBe('too-large');
  });

  it('is left when it is larger than it said', async () => {
    expectFile('a'.repeat(2000));

    expect(await outcome(await heard(PDF))).toBe('too-large');
  });

  it('is not begun when its length is 2 GB', async () => {
    expectFile('a', { 'content-length': String(2 * 1024 ** 3) });

    expect(await outcome(await heard(PDF))).toBe('too-large');
  });

  it('is not followed to another host', async () => {
    expectFile(302, { location: 'https://evil.example/files-pri/a' });

    expect(await outcome(await heard(PDF))).toBe('unreachable');
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
    const file = await heard({ ...PDF, url_private: null, url_private_download: url });

    expect(await outcome(file)).toBe('unreachable');
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

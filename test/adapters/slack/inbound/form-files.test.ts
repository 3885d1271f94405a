import { describe, expect, it, vi } from 'vitest';
import { modal } from '../../../../adapters/slack/cards/modal.ts';
import type { Form } from '../../../../src/chat/form.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { formWithFiles, KEPT, OTHER, outcome } from '../../../support/incoming.ts';
import { ENGLISH } from '../../../support/phrases.ts';
import { checkBlockKit } from '../block-kit.ts';
import { begin, installStandIn, slack } from '../conversation-setup.ts';
import { expectFile, PDF } from '../sent-files.ts';
import { aCard, jsonOf, recorded } from '../stand-in.ts';

installStandIn();

/** A sent form: what is in its file input, and what of the kept files is ticked. */
function sent(files: readonly unknown[], stored: readonly string[] = []): Record<string, unknown> {
  const payload = recorded('view-submission');
  const view = payload.view as Record<string, unknown>;
  view.blocks = ['title', 'kept:0:proof.files', 'proof.files'].map((block_id) => ({ type: 'input', block_id }));
  view.state = {
    values: {
      title: { line: { type: 'plain_text_input', value: 'Zero trust' } },
      'kept:0:proof.files': {
        'kept.x': { type: 'checkboxes', selected_options: stored.map((value) => ({ value })) },
      },
      'proof.files': { 'file.x': { type: 'file_input', files } },
    },
  };
  return payload;
}

const argsOf = (method: string) => slack.calls.find((call) => call.method === method)?.args ?? {};

describe('a file in a form', () => {
  it('is offered as an input of Slack’s own, with what is kept already to be let go', async () => {
    await begin({ dispatch: () => ({ kind: 'form', form: formWithFiles(KEPT) }) });
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
    await begin({ dispatch: () => aCard('Logged') });
    const seen = expectFile('%PDF');

    const answer = await slack.send(sent([PDF], [KEPT]));

    expect(await jsonOf(answer)).toMatchObject({ response_action: 'update', view: { callback_id: 'card' } });
    expect(slack.heard[0]).toMatchObject({
      answers: { title: 'Zero trust', 'proof.files': [KEPT] },
      files: [{ field: 'proof.files', name: 'certificate.pdf', size: 4 }],
    });
    expect(await outcome(slack.heard[0]?.files?.[0])).toBe('%PDF');
    expect(seen).toEqual(['Bearer xoxb-test']);
  });

  it('is shown as kept when the form is refused, and not sent a second time', async () => {
    let stored = [KEPT];
    await begin({
      dispatch: ({ files = [] }): Reply => {
        stored = [...stored, ...files.map(() => OTHER)];
        return { kind: 'form', form: { ...formWithFiles(...stored), errors: { title: 'Too vague.' } } };
      },
    });

    const first = await jsonOf(await slack.send(sent([PDF], stored)));
    const again = await jsonOf(await slack.send(sent([], stored)));

    expect(first.response_action).toBe('update');
    expect(checkBlockKit(first.view)).toEqual([]);
    const ticked = first.view.blocks.find(({ block_id: id }: { block_id?: string }) => id === 'kept:0:proof.files');
    expect(ticked.element.initial_options.map(({ value }: { value: string }) => value)).toEqual(stored);
    expect(slack.heard[1]?.answers).toMatchObject({ 'proof.files': stored });
    expect(slack.heard[1]?.files).toBeUndefined();
    // Nothing came, so the window stays as it is.
    expect(again).toEqual({ response_action: 'errors', errors: { title: 'Too vague.' } });
  });

  it('gets another input as soon as something else is kept, for Slack leaves the files in the same', () => {
    const inputs = (form: Form) => {
      const ids: string[] = [];
      JSON.stringify(modal(form, ENGLISH), (name, value) => {
        if (name === 'action_id') ids.push(value);
        return value;
      });
      return ids.filter((id) => /^(?:kept|file)\./u.test(id));
    };
    expect(inputs(formWithFiles(KEPT))).toEqual(inputs(formWithFiles(KEPT)));
    expect(inputs(formWithFiles(KEPT, 'b')).some((id) => inputs(formWithFiles(KEPT)).includes(id))).toBe(false);
  });

  it('keeps more than ten apart, and together in the answer', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `file-${index}`);
    await begin({ dispatch: () => ({ kind: 'form', form: formWithFiles(...ids) }) });
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
    await begin({ dispatch: () => late.promise, waits: { submission: 1 } });

    const answer = await jsonOf(await slack.send(sent([PDF])));
    expect(answer.response_action).toBe('push');
    slack.expect('views.update');
    late.resolve({ kind: 'form', form: { ...formWithFiles(KEPT), errors: { title: 'Too vague.' } } });

    await vi.waitFor(() => expect(slack.calls.map(({ method }) => method)).toContain('views.update'));
    const { external_id, view } = argsOf('views.update');
    expect(external_id).toBe(answer.view.external_id);
    expect(checkBlockKit(view)).toEqual([]);
    expect(JSON.stringify(view)).toContain(KEPT);
  });
});

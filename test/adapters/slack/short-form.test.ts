import nock from 'nock';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RunningCore } from '../../../src/core/dispatch.ts';
import { openStore } from '../../support/store.ts';
import { checkBlockKit } from './block-kit.ts';
import { startWithEmptyWorkspace } from './real-core.ts';
import { NOW, recorded, type StandIn } from './stand-in.ts';

const world = openStore();
let slack: StandIn;
let core: RunningCore;

interface View {
  readonly blocks: readonly {
    block_id?: string;
    type: string;
    elements?: readonly { action_id: string; value: string }[];
  }[];
  readonly callback_id: string;
  readonly private_metadata: string;
}

beforeEach(async () => {
  nock.disableNetConnect();
  ({ slack, core } = await startWithEmptyWorkspace(world.store));
  await core.dispatch({
    ...{ command: 'help', args: {}, from: { platform: 'slack', tenant: 'T0HOME', user: 'U0ANNA' } },
    place: { platform: 'slack', tenant: 'T0HOME', address: 'C1' },
  });
  await world.store.inWorkspace(await world.store.directory.workspaceOf('slack', 'T0HOME', NOW), async (data) => {
    data.audit.actAs('operator', NOW);
    const [person] = await data.people.all();
    const cycle = { start: '2025-01-01', end: '2027-12-31' } as never;
    const holding = { personId: person?.personId ?? '', certification: 'cissp', number: '1', cycle };
    await data.holdings.add({ ...holding, certifiedOn: '2025-01-01' as never }, NOW);
  });
});
afterEach(async () => {
  await core.idle();
  await slack.stop();
  nock.cleanAll();
});

const viewOf = (method: string): View =>
  slack.calls.find((call) => call.method === method)?.args.view as unknown as View;
const inputsOf = (view: View) => view.blocks.flatMap(({ type, block_id: id }) => (type === 'input' ? [id] : []));

it('opens short, shows the rest on a press, and keeps what was typed', async () => {
  slack.expect('views.open');
  slack.expect('views.update');
  await slack.send(recorded('command', { text: 'log 1h webinar today for cissp' }));
  const opened = viewOf('views.open');
  const [more] = opened.blocks.flatMap(({ elements = [], type }) => (type === 'actions' ? elements : []));

  await slack.send(
    recorded('block-actions', {
      container: { type: 'view', view_id: 'V1' },
      view: {
        ...{ type: 'modal', id: 'V1', hash: 'h1', callback_id: opened.callback_id },
        private_metadata: opened.private_metadata,
        state: {
          values: {
            title: { line: { type: 'plain_text_input', value: 'Changed title' } },
            counts: { choices: { type: 'multi_static_select', selected_options: [{ value: 'cissp' }] } },
          },
        },
      },
      actions: [{ action_id: more?.action_id, action_ts: '1.2', value: more?.value }],
    }),
  );

  await vi.waitFor(() => expect(slack.calls.map(({ method }) => method)).toContain('views.update'));
  expect(inputsOf(opened)).toEqual(['title', 'kind', 'start', 'duration', 'counts', 'credits.cissp', 'proof']);
  const updated = viewOf('views.update');
  expect(slack.calls.find(({ method }) => method === 'views.update')?.args).toMatchObject({
    view_id: 'V1',
    hash: 'h1',
  });
  expect(checkBlockKit(updated)).toEqual([]);
  expect(inputsOf(updated)).toEqual(expect.arrayContaining(['provider', 'end', 'category.cissp', 'description']));
  expect(JSON.stringify(updated.blocks)).toContain('Changed title');
});

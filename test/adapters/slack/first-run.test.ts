import nock from 'nock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RunningCore } from '../../../src/core/dispatch.ts';
import { openStore } from '../../support/store.ts';
import { checkBlockKit } from './block-kit.ts';
import { startWithEmptyWorkspace } from './real-core.ts';
import { recorded, type StandIn } from './stand-in.ts';

const world = openStore();
let slack: StandIn;
let core: RunningCore;

interface View {
  readonly blocks: readonly { readonly type: string; readonly block_id?: string }[];
  readonly callback_id: string;
  readonly private_metadata: string;
}

beforeEach(async () => {
  nock.disableNetConnect();
  ({ slack, core } = await startWithEmptyWorkspace(world.store));
});
afterEach(async () => {
  await core.idle();
  await slack.stop();
  nock.cleanAll();
});

const inputsOf = ({ blocks }: View) => blocks.flatMap(({ type, block_id: id }) => (type === 'input' ? [id] : []));
const dateIn = (selected_date: string) => ({ date: { type: 'datepicker', selected_date } });
const textIn = (value: string) => ({ number: { type: 'plain_text_input', value } });

async function submit(
  { blocks, callback_id, private_metadata }: View,
  values: Record<string, unknown>,
): Promise<Response> {
  const { view, ...sent } = recorded('view-submission') as { view: Record<string, unknown> };
  return slack.send({ ...sent, view: { ...view, blocks, callback_id, private_metadata, state: { values } } });
}

it('adds certifications for a line that came first', async () => {
  slack.expect('views.open');
  await slack.send(recorded('command', { text: 'log 2h webinar today for cissp and cism' }));
  const first = slack.calls.find(({ method }) => method === 'views.open')?.args.view as unknown as View;

  const dates = { 'c1.start': dateIn('2024-05-01'), 'c2.start': dateIn('2024-03-01') };
  const { view: cycles } = (await (await submit(first, dates)).json()) as { view: View };
  const opening = { 'c2.opening.1.credits.total': textIn('20') };
  const confirmed = {
    ...{ 'c1.cycleStart': dateIn('2024-05-01'), 'c1.cycleEnd': dateIn('2027-04-30') },
    ...{ 'c2.cycleStart': dateIn('2025-01-01'), 'c2.cycleEnd': dateIn('2027-12-31') },
  };
  const receipt = await (await submit(cycles, { ...confirmed, ...opening })).text();

  expect(inputsOf(first)).toEqual(['c1.start', 'c1.expiry', 'c2.start', 'c2.expiry']);
  expect(JSON.stringify(first.blocks)).toContain('is kept and comes next');
  expect(inputsOf(cycles)).toEqual(expect.arrayContaining(['c1.cycleStart', 'c2.opening.1.credits.total']));
  expect([...checkBlockKit(first), ...checkBlockKit(cycles)]).toEqual([]);
  expect(receipt).toContain('CISSP and CISM added');
  expect(receipt).toContain('Log what you typed');
});

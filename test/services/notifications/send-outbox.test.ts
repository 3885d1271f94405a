import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import type { SendResult } from '../../../src/chat/send-result.ts';
import { sendOutbox } from '../../../src/services/notifications/send-outbox.ts';
import { silent } from '../../support/conversation.ts';
import { asOperator, openStore } from '../../support/store.ts';

const world = openStore();
const now = new Date('2026-11-23T12:00:00Z');
const sent: SendResult = { kind: 'sent', message: 'm' };
const refused: SendResult = { kind: 'refused', reason: 'channel_not_found' };
const busy: SendResult = { kind: 'busy', reason: 'down' };

/** Sends digests to different channels over a platform that answers each post in turn; returns what was called, in order. */
async function sendDigests(...results: readonly SendResult[]): Promise<readonly string[]> {
  const workspaceId = randomUUID();
  const calls: string[] = [];
  const left = [...results];
  const adapter: ChatAdapter = {
    platform: 'slack',
    start: async () => undefined,
    stop: async () => undefined,
    ping: async () => void calls.push('ping'),
    post: async ({ address }) => {
      calls.push(address);
      return left.shift() ?? sent;
    },
    update: async () => sent,
    deliver: async () => ({ kind: 'refused', reason: 'not wanted' }),
  };
  for (const [index] of results.entries())
    await asOperator(world.store, workspaceId, ({ outbox }) =>
      outbox.plan(
        {
          key: `digest ${index}`,
          purpose: 'digest',
          place: { platform: 'slack', tenant: 'T1', address: `C${index}` },
          card: { title: 'Digest', blocks: [] },
        },
        new Date(now.getTime() + index),
      ),
    );
  await sendOutbox(workspaceId, {
    store: world.store,
    clock: { now: () => new Date(now.getTime() + 1_000) },
    log: silent,
    adapters: [adapter],
    gapMs: 0,
  });
  return calls;
}

describe('sending the messages of a workspace', () => {
  it('asks once whether the platform is there while everything arrives', async () => {
    expect(await sendDigests(sent, sent, sent)).toEqual(['ping', 'C0', 'C1', 'C2']);
  });

  it('asks again after a message that was not sent', async () => {
    expect(await sendDigests(sent, refused, sent)).toEqual(['ping', 'C0', 'C1', 'ping', 'C2']);
  });

  it('ends with the first message that a busy platform did not take', async () => {
    expect(await sendDigests(sent, busy, sent)).toEqual(['ping', 'C0', 'C1']);
  });
});

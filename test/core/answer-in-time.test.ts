import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../src/chat/interaction.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { answerInTime } from '../../src/core/answer-in-time.ts';
import { asAnswer, backgroundOwner } from '../../src/limits/background-slots.ts';
import { wordsFor } from '../../src/strings/index.ts';

const words = wordsFor('en-GB');
const from = { platform: 'slack', tenant: 'T1', user: 'U1' } as const;
const place = { platform: 'slack', tenant: 'T1', address: 'C1' } as const;
const answer: Reply = { kind: 'card', to: 'sender', card: { title: 'At risk', blocks: [] } };
const never = () => new Promise<Reply>(() => undefined);

/** What is answered to a request about many people or few, and what would be sent later. */
async function answered(
  running: Promise<Reply>,
  isExtended: boolean | undefined,
  more: Partial<Interaction> & { readonly isQueued?: boolean } = {},
) {
  const later: Promise<Reply>[] = [];
  const { isQueued = false, ...rest } = more;
  const request: Interaction = { command: 'risk', args: {}, from, place, ...rest };
  const queryLimit = isExtended === undefined ? undefined : { isExtended, end: () => undefined };
  const observed = { command: 'risk', outcome: 'answered' as const, isQueued, ...(queryLimit && { queryLimit }) };
  const sendWhenReady = (_request: Interaction, reply: Promise<Reply>) => void later.push(reply);
  const reply = await answerInTime(running, 1, { request, observed, words: () => words, sendWhenReady }).catch(
    ({ name }: Error) => name,
  );
  return { reply, later };
}

describe('an answer that takes longer than a person waits', () => {
  it('is announced and sent when it is ready if it is about many people', async () => {
    const running = never();
    const { reply, later } = await answered(running, true);

    expect(reply).toMatchObject({ kind: 'card', to: 'sender', card: { title: words.failure.preparing.title } });
    expect(JSON.stringify(reply)).toContain(words.failure.preparing.text);
    expect(later).toEqual([running]);
  });

  it('says so if it waits for another one', async () => {
    const { reply, later } = await answered(never(), true, { isQueued: true });

    expect(JSON.stringify(reply)).toContain('Yours starts after it');
    expect(later).toHaveLength(1);
  });

  it('goes on in the background, where it gives way', async () => {
    const owners: (string | undefined)[] = [];
    await asAnswer(async () => {
      const note = Promise.withResolvers<Reply>();
      await answered(note.promise, true);
      owners.push(backgroundOwner());
    });

    expect(owners).toEqual(['slack/T1']);
  });

  it.each([
    ['is about few people', false, {}],
    ['has not begun', undefined, {}],
    ['is for a program, which waits', true, { onBehalf: 'read' as const }],
  ])('is a failure if it %s', async (_why, isExtended, more) => {
    expect(await answered(never(), isExtended, more)).toEqual({ reply: 'TimedOut', later: [] });
  });

  it('is returned if it comes in time', async () => {
    expect(await answered(Promise.resolve(answer), true)).toEqual({ reply: answer, later: [] });
  });
});

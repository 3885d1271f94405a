import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/chat/interaction.ts';
import { commands } from '../../src/commands/index.ts';
import type { Store } from '../../src/store/store.ts';
import { openStore } from '../support/store.ts';
import { addCertification, logCredits, talk } from '../support/talk.ts';

/** What each command answers to somebody with a certification and a record. */
export async function repliesOf(store: Store): Promise<readonly (readonly [name: string, reply: Reply])[]> {
  const ana = talk({ store });
  await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  await logCredits(ana, '2026-01-10', { cissp: '2' });
  const replies: [string, Reply][] = [];
  for (const { name } of commands) replies.push([name, await ana.say(name)]);
  return replies;
}

/** The answer to every command can be drawn; `check` says what is wrong with a drawing. */
export function describeReplies(check: (reply: Reply) => readonly string[]): void {
  const world = openStore();

  describe('the replies', () => {
    it('to every command are drawn without a fault', async () => {
      const found = (await repliesOf(world.store)).flatMap(([name, reply]) =>
        check(reply).map((problem) => `${name}: ${problem}`),
      );

      expect(found).toEqual([]);
    });
  });
}

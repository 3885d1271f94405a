import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/chat/identity.ts';
import type { PlatformPhrases } from '../../src/chat/platform-phrases.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { languageOf } from '../../src/chat/reply-language.ts';
import { commands } from '../../src/commands/index.ts';
import type { Store } from '../../src/store/store.ts';
import { addCertification, logCredits, sayAndConfirm, type Talk, talk } from '../support/conversation.ts';
import { ENGLISH, englishIn, GERMAN } from '../support/phrases.ts';
import { openStore } from '../support/store.ts';
import { foundTeam } from '../support/team.ts';

/** What each command answers to somebody with a certification and a record. */
export async function repliesOf(store: Store, profile: Partial<Profile> = {}): Promise<readonly Answered[]> {
  const ana = talk({ store, profile });
  await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  await logCredits(ana, '2026-01-10', { cissp: '2' });
  return answersTo(ana);
}

type Answered = readonly [name: string, reply: Reply];

async function answersTo(person: Talk): Promise<readonly Answered[]> {
  const replies: Answered[] = [];
  for (const { name } of commands) replies.push([name, await person.say(name)]);
  return replies;
}

/** The answer to every command can be drawn; `check` says what is wrong with a drawing. */
export function describeReplies(
  check: (reply: Reply, phrases: PlatformPhrases) => readonly string[],
  shown: (reply: Reply, phrases: PlatformPhrases) => string,
): void {
  const world = openStore();

  describe('the replies', () => {
    it.each(['en-GB', 'de-DE'])(
      'to every command are drawn without a fault, to an admin with a team too: %s',
      async (locale) => {
        const { hugo, at, mailbox } = await foundTeam(world.store, ['Ana', 'Bo', 'Hugo']);
        const admin = talk({ ...hugo.options, profile: { locale } });
        await sayAndConfirm(admin, 'digest here', locale === 'de-DE' ? 'Hier posten' : 'Post it here');
        await at('2026-11-30T09:00:00Z');
        const first = mailbox.posted.map(({ card }) => ['said first', { kind: 'card', to: 'place', card }] as const);
        const own = await repliesOf(world.store, { locale });
        const replies = [...own, ...(await answersTo(admin)), ...first];

        const found = replies.flatMap(([name, reply]) => {
          // What is said first is in the language of the workspace.
          const isGerman = languageOf(reply) === 'de';
          const phrases = isGerman ? GERMAN : ENGLISH;
          const english = isGerman ? englishIn(shown(reply, phrases)) : [];
          return [...check(reply, phrases), ...english].map((problem) => `${name}: ${problem}`);
        });

        expect(found).toEqual([]);
        expect(new Set(own.map(([, reply]) => languageOf(reply)))).toEqual(new Set([locale.slice(0, 2)]));
        expect(first.every(([, reply]) => languageOf(reply) !== undefined)).toBe(true);
      },
    );
  });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answerWith } from '../../adapters/playground/answer.ts';
import { slackPreview } from '../../adapters/slack/preview.ts';
import { teamsPreview } from '../../adapters/teams/preview.ts';
import { replyText } from '../../adapters/terminal/text.ts';
import type { Reply } from '../../src/chat/interaction.ts';
import { commands } from '../../src/commands/index.ts';
import { checkBlockKit } from '../adapters/slack/block-kit.ts';
import { checkCard } from '../adapters/teams/adaptive-card.ts';
import { openStore } from '../support/store.ts';
import { addCertification, logCredits, silent, talk } from '../support/talk.ts';

const world = openStore();
const FILE = join(import.meta.dirname, '..', '..', 'docs', 'parity.md');

/** Where a platform has manners of its own, and why. */
const FORMS: Readonly<Record<string, string>> = {
  Teams: 'works; a button opens the form, for Teams opens a dialog from a button alone',
  Terminal: 'works; the fields are given with `--set`',
};

const draws: Readonly<Record<string, (reply: Reply) => readonly string[]>> = {
  Slack: (reply) => checkBlockKit(slackPreview.draw(reply).json),
  Teams: (reply) =>
    reply.kind === 'card' ? checkCard(teamsPreview.draw(reply).json) : drawn(teamsPreview.draw(reply).html),
  Playground: (reply) => drawn(answerWith(reply, [], silent).html),
  Terminal: (reply) => drawn(replyText(reply)),
};

function drawn(text: string): readonly string[] {
  return text === '' ? ['nothing was drawn'] : [];
}

it('every command is answered on every platform, as docs/parity.md says', async () => {
  const ana = talk({ store: world.store });
  await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  await logCredits(ana, '2026-01-10', { cissp: '2' });
  const rows: string[] = [];
  for (const { name } of commands) {
    const reply = await ana.say(name);
    const cells = Object.entries(draws).map(([platform, draw]) => {
      expect({ name, platform, problems: draw(reply) }).toEqual({ name, platform, problems: [] });
      return reply.kind === 'form' ? (FORMS[platform] ?? 'works') : 'works';
    });
    rows.push(`| \`${name}\` | ${cells.join(' | ')} |`);
  }
  const head = `| Command | ${Object.keys(draws).join(' | ')} |\n| --- |${' --- |'.repeat(Object.keys(draws).length)}`;
  const table = `# Commands on each platform\n\nHeld by \`test/contract/parity.test.ts\`.\n\n${head}\n${rows.join('\n')}\n`;

  expect(table).toBe(readFileSync(FILE, 'utf8'));
});

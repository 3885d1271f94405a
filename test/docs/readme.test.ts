import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal, replyText } from '../../adapters/terminal/text.ts';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { parseLine } from '../../src/chat/parse-line.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { findCommand } from '../../src/commands/index.ts';
import type { RunningCore } from '../../src/core/dispatch.ts';
import { seedSample } from '../../src/sample/seed.ts';
import { SAMPLE } from '../../src/sample/team.ts';
import { wordsFor } from '../../src/strings/index.ts';
import { silent } from '../support/conversation.ts';
import { patientCore } from '../support/core.ts';
import { openStore } from '../support/store.ts';

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
const now = new Date('2026-11-29T12:00:00Z');
const from = { ...SAMPLE, user: 'ana' };
const place = { ...SAMPLE, address: 'ana' };

/** The sample team with nothing typed yet; each test has its own, since an order must not matter. */
function sampleTeam(): { say: (line: string) => Promise<Reply>; answerTo: (line: string) => Promise<Reply> } {
  const world = openStore();
  let core: RunningCore;
  beforeAll(async () => {
    const catalogue = loadCatalogue();
    await seedSample(world.store, catalogue, now);
    core = patientCore({ store: world.store, catalogue, clock: { now: () => now }, log: silent });
  });
  const say = (line: string): Promise<Reply> => core.dispatch({ ...parseLine(line), from, place });
  return {
    say,
    // A form is sent as it opened.
    answerTo: async (line) => {
      const reply = await say(line);
      if (reply.kind !== 'form') return reply;
      const { command, answers = {}, state } = reply.form;
      return core.dispatch({ command, args: {}, answers, from, place, ...(state === undefined ? {} : { state }) });
    },
  };
}

it('the sizes of the catalogue that are written down are those it has', () => {
  const { all } = loadCatalogue();
  const bodies = new Set(all.map(({ body }) => body)).size;
  const pages = ['README.md', 'CHANGELOG.md', 'docs/architecture.md', 'docs/decisions/0008-catalogue-as-data.md'];
  const text = pages.map((page) => readFileSync(join(import.meta.dirname, '..', '..', page), 'utf8')).join('\n');
  const written = [...text.matchAll(/(more than |\b)(\d+) (certifications|bodies)/giu)];

  expect(written.length).toBeGreaterThanOrEqual(3);
  for (const [stated, more, count, what] of written) {
    const real = what === 'bodies' ? bodies : all.length;
    expect(more, `${stated} must be “more than”, because it grows`).toMatch(/^more than $/iu);
    expect([stated, real >= Number(count) && real < Number(count) * 1.3]).toEqual([stated, true]);
  }
});

describe('the four lines of the README', () => {
  const { answerTo } = sampleTeam();

  it('are answered with the figures that stand there', async () => {
    const lines: readonly (readonly [line: string, figures: readonly string[]])[] = [
      ['pace', ['101 days behind on Group A', '92 days behind']],
      ['log 1.5h SANS webcast yesterday for cissp', ['total +13 days; now 79 days behind']],
      ['next 2h', ['Incident response tabletop: ransomware on a Friday', '+37 days']],
      ['undo', ['Undo: log entry “SANS webcast”, just now']],
    ];
    for (const [line, figures] of lines) {
      expect(readme).toContain(`\`${line}\``);
      for (const figure of figures) expect(readme).toContain(figure);

      const text = replyText(await answerTo(line), wordsFor('en-GB').platform);

      for (const figure of figures) expect(text).toContain(figure);
    }
  });
});

describe('the everyday commands of the README', () => {
  const { say } = sampleTeam();

  it('are answered', async () => {
    const [, table = ''] = /## Everyday commands\n([\s\S]*?)\n## /u.exec(readme) ?? [];
    const lines = [...table.matchAll(/^\| `([^`]+)` \|/gmu)].map(([, line = '']) => line);

    expect(lines).toHaveLength(8);
    expect(lines.filter((line) => findCommand(parseLine(line).command) === undefined)).toEqual([]);
    for (const line of lines.filter((one) => !one.startsWith('add')))
      expect([line, isRefusal(await say(line))]).toEqual([line, false]);
  });
});

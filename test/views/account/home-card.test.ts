import { expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { creditStanding, type Standing } from '../../../src/domain/standing.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { type HomeContents, homeCard } from '../../../src/views/account/home-card.ts';
import { aCertification, anEntry, aRenewal } from '../../domain/rules.ts';

const words = wordsFor('en-GB');
const today = day('2026-07-01');
const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
const EMPTY: HomeContents = {
  ...{ today, standings: [], from: 0, pending: undefined, unproved: 0, act: undefined, plan: undefined },
  ...{ teams: [], setup: [] },
};

/** A certification of this name with this many credits of 120. */
function one(short: string, credits: number) {
  const renewal = aRenewal({});
  const entries = credits === 0 ? [] : [anEntry({ end: '2026-06-01', credits: credits * 100 })];
  const standing: Standing = creditStanding({ renewal, cycle: { cycle }, entries }, today, 7);
  return { certification: { ...aCertification({ renewal }), short, code: short }, standing };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => one(`C${index}`, index));
const shortsOf = (contents: HomeContents) =>
  homeCard(contents, words).blocks.flatMap((block) =>
    block.kind === 'item' && Array.isArray(block.title) ? [JSON.stringify(block.title[0])] : [],
  );

it.each([
  [0, 7, ['C0', 'C6'], ['More certifications']],
  [7, 7, ['C7', 'C13'], ['More urgent ones', 'More certifications']],
  [14, 2, ['C14', 'C15'], ['More urgent ones']],
])('shows a page of 16 from %i, the most urgent first', (from, count, [first, last], turns) => {
  const contents = { ...EMPTY, standings: many(16).reverse(), from };

  const shown = shortsOf(contents);

  expect(shown).toHaveLength(count);
  expect([shown[0], shown.at(-1)]).toEqual([first, last].map((bold) => JSON.stringify({ bold })));
  const labels = homeCard(contents, words).actions?.map(({ label }) => label) ?? [];
  expect(labels.filter((label) => label.startsWith('More'))).toEqual(turns);
});

it('names some teams, and how many more there are', () => {
  const teams = Array.from({ length: 11 }, (_, index) => ({ teamId: `t${index}`, name: `Team ${index}`, members: 3 }));

  const card = homeCard({ ...EMPTY, teams }, words);

  expect(JSON.stringify(card.blocks)).toContain('"3 more"');
  expect(JSON.stringify(card.blocks)).not.toContain('Team 8');
});

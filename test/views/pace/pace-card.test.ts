import { describe, expect, it } from 'vitest';
import { plainTextOf } from '../../../src/chat/text.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { Certification } from '../../../src/domain/certification.ts';
import type { HoldingCycle } from '../../../src/domain/holding.ts';
import { creditStanding, standingOf } from '../../../src/domain/standing.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { paceCard, paceDetailCard } from '../../../src/views/pace/pace-card.ts';
import { aCertification, anEntry, aRenewal, known, type RenewalInShort } from '../../domain/rules.ts';

const words = wordsFor('en-GB');
const today = day('2026-07-01');
const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };

interface Case {
  readonly rules?: RenewalInShort;
  readonly credits?: number;
  readonly holding?: Partial<HoldingCycle>;
  readonly reinstatement?: string;
}

function shown({ rules = {}, credits = 0, holding = {}, reinstatement }: Case) {
  const renewal = aRenewal(rules);
  const lapse = reinstatement === undefined ? {} : { lapse: { reinstatement: known(reinstatement) } };
  const certification = aCertification({ renewal, upkeep: { fees: [], ...lapse } });
  const entries = credits === 0 ? [] : [anEntry({ end: '2026-06-01', credits })];
  return { certification, standing: creditStanding({ renewal, cycle: { cycle, ...holding }, entries }, today, 7) };
}

function linesOf(given: Case, detailed = false): readonly string[] {
  const one = shown(given);
  const card = detailed ? paceDetailCard(one, { today }, words) : paceCard([one], { today }, words);
  return card.blocks.map((block) => {
    if (block.kind === 'text' || block.kind === 'note') return plainTextOf(block.text);
    if (block.kind === 'item') return [block.title, block.detail ?? ''].map(plainTextOf).join(' ').trim();
    return block.kind === 'progress' ? block.label : block.kind;
  });
}

describe('a missed requirement', () => {
  const yearly = { yearly: [{ amount: known(2000), severity: 'hard' }] } as const;
  const line = '✕ Missed: 2025 minimum, 0 of 20 CPE, 20 short, over since 31 Dec 2025';

  it.each<[string, Case, string]>([
    ['that nothing is known to be done about', {}, `${line} What ABC Board says can be done isn’t known.`],
    [
      'with what the body says',
      { reinstatement: 'Report late for a fee.' },
      `${line} ABC Board: Report late for a fee.`,
    ],
    [
      'that was cured',
      { holding: { cured: { 'year:1': { on: day('2026-03-01'), what: 'Made up' } } } },
      `${line} Made good on 1 Mar 2026: Made up`,
    ],
  ])('has a line of its own above the details: %s', (_what, given, expected) => {
    expect(linesOf({ rules: yearly, ...given }).slice(0, 2)).toEqual([expected, '2026 minimum: 0 of 20 CPE']);
  });

  it('makes the certification come first', () => {
    const missed = shown({ rules: yearly, credits: 4000 });
    const behind = shown({});

    expect(paceCard([behind, missed], { today }, words).blocks[0]).toMatchObject({
      kind: 'item',
      title: expect.stringContaining('Missed'),
    });
  });
});

describe('an overview of many certifications', () => {
  const all = Array.from({ length: 12 }, (_, index) => {
    const one = shown({ credits: index * 100 });
    return { ...one, certification: { ...one.certification, short: `C${index}` } };
  });

  it.each([
    [0, 'C0', ['5', undefined]],
    [5, 'C5', ['0', '10']],
    [10, 'C10', ['5', undefined]],
  ])('has a page from %i that begins with the most urgent of it, %s', (from, first, skips) => {
    const { title, actions = [] } = paceCard(all.toReversed(), { today, from, requested: 'all' }, words);
    const turns = actions.filter(({ args }) => args.skip !== undefined);

    expect(title).toMatch(new RegExp(`^${first}:`, 'u'));
    expect(turns.map(({ args }) => args.skip)).toEqual(skips.filter((skip) => skip !== undefined));
    expect(turns.every(({ args }) => args.text === 'all' && args.on === undefined)).toBe(true);
  });

  it('turns its pages on the day that was asked about', () => {
    const { actions = [] } = paceCard(all, { today, on: today }, words);

    expect(actions.map(({ args }) => args)).toEqual([{ text: '', skip: '5', on: '2026-07-01' }]);
  });
});

describe('a certification that can no longer be renewed', () => {
  const ended = (renewal: Certification['renewal']) => {
    const certification = aCertification({ renewal, retired: known({ renewableUntil: day('2026-03-31') }) });
    return { certification, standing: standingOf({ certification, cycle: { cycle }, entries: [] }, today, 7) };
  };
  const credits = ended(aRenewal({ yearly: [{ amount: known(2000), severity: 'hard' }] }));
  const exam = ended({ kind: 'exam', cycle: {}, how: 'Pass the exam.' });

  it.each([
    ['credits', credits],
    ['an exam', exam],
  ])('asks for nothing and says when it ends: %s', (_what, one) => {
    expect(paceCard([one], { today }, words)).toMatchObject({
      title: expect.stringMatching(/ends on 31 Dec 2027, renewal is no longer possible$/),
      blocks: [],
    });
    const { blocks, actions } = paceDetailCard(one, { today }, words);
    expect(blocks).toEqual([{ kind: 'text', text: one.certification.name }]);
    expect(actions?.map(({ command }) => command)).toEqual(['log', 'pace']);
  });

  it('comes after one that is behind', () => {
    const behind = shown({});
    expect(paceCard([credits, behind], { today }, words).title).not.toMatch(/ends on/);
  });
});

describe('a recommendation', () => {
  const suggested = { yearly: [{ amount: known(2000), severity: 'suggested' }] } as const;

  it('says what is advised and how much of it there is, and not how far behind that is', () => {
    expect(linesOf({ rules: suggested, credits: 500 })).toContain('Recommended in 2026: 5 of 20 CPE');
  });

  it('is not shown once the total is met, and always where there is none', () => {
    const text = (given: Case) => linesOf(given, true).join('\n');

    expect(text({ rules: suggested, credits: 3900 })).toContain('Recommended');
    expect(text({ rules: suggested, credits: 4000 })).not.toContain('Recommended');
    expect(text({ rules: { ...suggested, total: known(0) }, credits: 4000 })).toContain('Recommended in 2025');
  });
});

it('shows nothing to do of a certification that another renewed', () => {
  const renewedBy = { short: 'CySA+', on: day('2026-03-01') };

  expect(linesOf({ holding: { renewedBy } })).toEqual([words.relation.nothingDue]);
});

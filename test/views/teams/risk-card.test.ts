import { describe, expect, it } from 'vitest';
import { cardWords } from '../../../src/chat/card-as-text.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { ExamRenewal } from '../../../src/domain/certification.ts';
import { standingOf } from '../../../src/domain/standing.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { deadlineLine } from '../../../src/views/deadline-words.ts';
import { headlineOf } from '../../../src/views/pace-words.ts';
import { type Risk, riskCard } from '../../../src/views/teams/risk-card.ts';
import { aCertification, known } from '../../domain/rules.ts';

const english = wordsFor('en-GB');
const german = wordsFor('de-DE');
const today = day('2026-07-01');
const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
const team = { teamId: 't1', name: 'Security' };
const byExam: ExamRenewal = { kind: 'exam', cycle: { anchor: known('certified'), months: known(36) }, how: 'Pass it.' };

function aRisk(over: Partial<Risk> = {}): Risk {
  const certification = over.certification ?? aCertification();
  const standing = standingOf({ certification, cycle: { cycle }, entries: [] }, today, 7);
  return { name: 'Ana', isAway: false, certification, standing, left: undefined, inDebt: 0, ...over };
}

describe.each([
  ['English', english],
  ['German', german],
])('the at-risk list in %s', (_language, words) => {
  const { team: phrases, record } = words;
  const reports = [
    { label: words.sheet.portals, command: 'sheet', args: { text: 'team t1' } },
    { label: words.report.title, command: 'report', args: { text: 'team t1' } },
  ];
  const list = (risks: readonly Risk[], from = 0) => riskCard(team, { risks, renewed: [], from, today }, words);

  it('says that nobody is at risk', () => {
    expect(list([])).toEqual({
      title: phrases.riskNone('Security'),
      blocks: [],
      actions: reports,
    });
  });

  const one = aRisk();
  const headline = headlineOf(one.standing, words, today);
  const deadlines = deadlineLine({ certification: one.certification, cycle }, today, words);
  const missing = words.credits(4000, { one: 'CPE', many: 'CPE' });
  const exam = aRisk({ certification: aCertification({ renewal: byExam }) });

  it.each<[string, Risk, readonly string[]]>([
    ['the headline, what is missing and the deadlines', one, [headline, missing, deadlines]],
    ['one day left', aRisk({ left: 1 }), [headline, missing, phrases.left(1), deadlines]],
    ['no day left', aRisk({ left: 0 }), [headline, missing, phrases.left(0), deadlines]],
    [
      'what is not proved',
      aRisk({ inDebt: 250 }),
      [headline, missing, phrases.owed(250, { one: 'CPE', many: 'CPE' }), deadlines],
    ],
    ['who is away', aRisk({ isAway: true }), [headline, missing, deadlines, phrases.away]],
    [
      'what never expires, without deadlines',
      aRisk({ standing: { kind: 'never-expires' } }),
      [words.pace.neverExpires],
    ],
    [
      'an exam, without debt',
      { ...exam, inDebt: 250 },
      [
        headlineOf(exam.standing, words, today),
        deadlineLine({ certification: exam.certification, cycle }, today, words),
      ],
    ],
  ])('shows %s', (_what, risk, detail) => {
    const card = list([risk]);
    const [table] = card.blocks;

    expect(cardWords(card).split('\n')).toEqual([
      phrases.riskTitle('Security', 1),
      `Ana · ABC: ${detail.join(' · ')}`,
      phrases.riskNote,
    ]);
    expect(table).toMatchObject({ kind: 'table', label: phrases.riskTitle('Security', 1) });
    expect(table?.kind === 'table' && table.rows[0]?.cells).toHaveLength(Object.keys(phrases.riskColumns).length);
    expect(card.actions).toEqual(reports);
  });

  it.each([
    [0, 8, [record.nextPage, '8'], record.page(1, 8, 9)],
    [8, 1, [record.previousPage, '0'], record.page(9, 9, 9)],
  ])('comes in pages of eight, from %i on', (from, items, turn, where) => {
    const { blocks, actions } = list(Array<Risk>(9).fill(one), from);

    expect(blocks).toHaveLength(2);
    expect(blocks[0]?.kind === 'table' && blocks[0].rows).toHaveLength(items);
    expect(blocks.at(-1)).toEqual({ kind: 'note', text: `${where}. ${phrases.riskNote}` });
    expect(actions?.slice(1)).toEqual(reports);
    expect([actions?.[0]?.label, actions?.[0]?.args.skip, actions?.[0]?.args.text]).toEqual([...turn, 't1']);
  });
});

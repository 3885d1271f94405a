import { describe, expect, it } from 'vitest';
import { plainTextOf } from '../../../src/chat/text.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { Certification } from '../../../src/domain/certification.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { historyCard } from '../../../src/views/records/history-card.ts';
import { foundItem } from '../../../src/views/records/record-card.ts';
import { trashCard } from '../../../src/views/records/trash-card.ts';
import { aCertification } from '../../domain/rules.ts';
import { itemsIn } from '../../support/conversation.ts';

const english = wordsFor('en-GB');
const german = wordsFor('de-DE');
const never: Certification['renewal'] = { kind: 'never-expires', certainty: 'O', sources: [] };
const catalogue = new Map<string, Certification>([
  ['abc', aCertification()],
  ['old', aCertification({ code: 'old', short: 'OLD', renewal: never })],
]);
const record = {
  activityId: 'r1',
  title: 'Zero trust',
  provider: 'SANS',
  kind: 'webinar',
  starts: day('2026-06-01'),
  ends: day('2026-06-02'),
  proofs: 1,
  claims: [{ certification: 'abc', credits: 100 }],
} as const;

describe.each([
  ['English', english],
  ['German', german],
])('the records in %s', (_language, words) => {
  const phrases = words.record;
  const list = (over: Partial<Parameters<typeof historyCard>[0]> = {}) =>
    historyCard({ records: [record], requested: '', from: 0, count: 1, page: 5, ...over }, catalogue, words);
  const when = words.span(record.starts, record.ends);
  const unit = { one: 'CPE', many: 'CPE' };

  it.each([
    ['', phrases.none],
    ['zero', phrases.nothing('zero')],
  ])('for “%s” are none', (requested, text) => {
    expect(list({ records: [], count: 0, requested })).toEqual({
      title: text,
      blocks: [{ kind: 'note', text: phrases.filters }],
    });
  });

  it.each([
    ['proof', {}, [when, 'SANS', words.kinds.webinar, `ABC ${words.credits(100, unit)}`]],
    [
      'no proof',
      { proofs: 0 },
      [when, 'SANS', words.kinds.webinar, `ABC ${words.credits(100, unit)}`, phrases.noProof],
    ],
    ['no provider and no claim', { provider: '', claims: [] }, [when, words.kinds.webinar]],
    [
      'claims of what is unknown or not renewed by credits',
      {
        claims: [
          { certification: 'gone', credits: 250 },
          { certification: 'old', credits: 100 },
        ],
      },
      [when, 'SANS', words.kinds.webinar, `gone ${words.amount(250)}`, 'OLD 1'],
    ],
  ])('with %s say so', (_what, over, detail) => {
    const [item] = itemsIn(list({ records: [{ ...record, ...over }] }));

    expect(item).toEqual({
      kind: 'item',
      title: [{ bold: 'Zero trust' }],
      detail: expect.anything(),
      action: { label: phrases.show, command: 'show', args: { record: 'r1' } },
    });
    expect(plainTextOf(item?.detail ?? '')).toBe(detail.join(' · '));
  });

  it('are a table with a cell for each of its columns', () => {
    const [table] = list().blocks;

    expect(table).toMatchObject({ kind: 'table', label: phrases.history, columns: Object.values(phrases.columns) });
    expect(table?.kind === 'table' && table.rows[0]?.cells).toHaveLength(4);
  });

  it.each([
    ['', `${phrases.found(1)}. ${phrases.filters}`],
    ['zero', phrases.found(1)],
  ])('explain the filters unless they were used: “%s”', (requested, text) => {
    const card = list({ requested });

    expect(card.blocks.at(-1)).toEqual({ kind: 'note', text });
    expect('actions' in card).toBe(false);
  });

  it('turn their pages with the same query', () => {
    const card = list({ requested: 'zero', from: 5, count: 7 });

    expect(card.blocks.at(-1)).toEqual({ kind: 'note', text: phrases.page(6, 6, 7) });
    expect(card.actions).toEqual([
      { label: phrases.newer, command: 'history', args: { text: 'zero', skip: '0' } },
      { label: phrases.older, command: 'history', args: { text: 'zero', skip: '10' } },
    ]);
  });

  it('are shared as facts, without an id', () => {
    expect(foundItem(record, catalogue, words)).toEqual({
      title: 'Zero trust',
      detail: `${when} · SANS · ABC ${words.credits(100, unit)}`,
      card: {
        title: 'Zero trust',
        blocks: [
          {
            kind: 'facts',
            facts: [
              { label: words.find.date, value: when },
              { label: words.find.provider, value: 'SANS' },
              { label: 'ABC', value: words.credits(100, unit) },
            ],
          },
        ],
        language: words.language,
      },
    });
  });

  it('are shared without a provider where there is none', () => {
    const item = foundItem({ ...record, provider: '', claims: [] }, catalogue, words);

    expect(item.detail).toBe(when);
    expect(item.card.blocks).toEqual([{ kind: 'facts', facts: [{ label: words.find.date, value: when }] }]);
  });

  it('of which a proof was removed are named in the trash', () => {
    const on = { removedOn: day('2026-07-01'), until: day('2026-07-31') };
    const proof = { proofId: 'p1', activityId: 'r1', title: 'Zero trust', name: 'a.pdf', ...on };

    expect(trashCard({ records: [], proofs: [proof] }, words).blocks[0]).toEqual({
      kind: 'item',
      title: words.proof.ofRecord('Zero trust'),
      detail: `a.pdf · ${words.proof.removedOn(on.removedOn)} · ${phrases.restorableUntil(on.until)}`,
      action: { label: phrases.restore, command: 'restore', args: { record: 'r1', proof: 'p1' } },
    });
  });

  it('in the trash say until when they can be restored', () => {
    const trashed = { activityId: 'r1', title: 'Zero trust', deletedOn: day('2026-07-01'), until: day('2026-07-31') };

    expect(trashCard({ records: [trashed], proofs: [] }, words)).toEqual({
      title: `${phrases.trash}: 1`,
      blocks: [
        {
          kind: 'item',
          title: [{ bold: 'Zero trust' }],
          detail: `${phrases.deletedOn(trashed.deletedOn)} · ${phrases.restorableUntil(trashed.until)}`,
          action: { label: phrases.restore, command: 'restore', args: { activity: 'r1' } },
        },
        { kind: 'note', text: phrases.trashNote },
      ],
    });
    expect(trashCard({ records: [], proofs: [] }, words)).toEqual({ title: phrases.trashEmpty, blocks: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { Cut } from '../../../src/domain/count-credits.ts';
import { creditStanding } from '../../../src/domain/standing.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { type ShownRecord, showCard } from '../../../src/views/records/show-card.ts';
import { aCertification, aRenewal, TWO_GROUPS } from '../../domain/rules.ts';

const english = wordsFor('en-GB');
const german = wordsFor('de-DE');
const renewal = aRenewal({ categories: TWO_GROUPS });
const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
const standing = creditStanding({ renewal, cycle: { cycle }, entries: [] }, day('2026-07-01'), 7);
const record: ShownRecord['record'] = {
  activityId: 'r1',
  title: 'Zero trust',
  provider: 'SANS',
  kind: 'webinar',
  delivery: '',
  starts: day('2026-06-01'),
  ends: day('2026-06-02'),
  description: '',
};

type Claim = ShownRecord['claims'][number];
type Proof = ShownRecord['proofs'][number];

function aClaim(over: Partial<Claim> = {}): Claim {
  const certification = aCertification({ renewal });
  return {
    certification,
    standing,
    parts: [{ category: 'total', credits: 150 }],
    cuts: [],
    state: { kind: 'ready' },
    overClaimReason: '',
    ...over,
  };
}

function aProof(over: Partial<Proof> = {}): Proof {
  return { proofId: 'p1', form: '', shows: [], link: '', note: '', ...over };
}

function shown(over: Partial<ShownRecord> = {}): ShownRecord {
  return { record, claims: [], proofs: [], names: new Map([['u1', 'Bo']]), versions: [], ...over };
}

describe.each([
  ['English', english],
  ['German', german],
])('a record in %s', (_language, words) => {
  const { record: phrases, log, proof, rules } = words;
  const when = { label: log.when, value: words.span(record.starts, record.ends) };
  const kind = { label: log.kind, value: words.kinds.webinar };

  it.each<[string, Partial<ShownRecord['record']>, readonly unknown[]]>([
    ['at least when and what it was', {}, [when, kind]],
    ['no unknown duration', { minutes: null }, [when, kind]],
    [
      'everything that is known',
      { delivery: 'online-live', minutes: 90, description: 'Learned' },
      [
        when,
        kind,
        { label: log.delivery, value: words.deliveries['online-live'] },
        { label: log.duration, value: words.minutes(90) },
        { label: phrases.description, value: 'Learned' },
      ],
    ],
  ])('says %s', (_what, over, facts) => {
    const card = showCard(shown({ record: { ...record, ...over } }), words);

    expect(card.title).toBe('Zero trust · SANS');
    expect(card.blocks).toEqual([{ kind: 'facts', facts }]);
  });

  it('without a provider is its title', () => {
    expect(showCard(shown({ record: { ...record, provider: '' } }), words).title).toBe('Zero trust');
  });

  const inCycle = phrases.inCycle(words.span(cycle.start, cycle.end));
  const cut: Cut = { entry: 'e', parts: [], credits: 50, reason: { kind: 'outside' } };

  it.each<[string, Partial<Claim>, string, string]>([
    ['counts in full', {}, proof.ready, [phrases.allCounted(words.credits(150, renewal.unit)), inCycle].join(' · ')],
    [
      'counts in part',
      { cuts: [cut, cut] },
      proof.ready,
      [phrases.counted(words.credits(50, renewal.unit), 150), inCycle].join(' · '),
    ],
    [
      'counts in categories',
      {
        parts: [
          { category: 'a', credits: 100 },
          { category: 'b', credits: 50 },
        ],
      },
      proof.ready,
      [phrases.allCounted(words.credits(150, renewal.unit)), 'Group A', 'Group B', inCycle].join(' · '),
    ],
    [
      'is not proved',
      { state: { kind: 'incomplete', missing: [{ kind: 'proof' }] } },
      proof.missingProof,
      [phrases.allCounted(words.credits(150, renewal.unit)), inCycle].join(' · '),
    ],
    [
      'is refused by its body',
      { state: { kind: 'refused', forms: ['receipt'] } },
      proof.refused('ABC Board', rules.evidenceForms.receipt),
      [phrases.allCounted(words.credits(150, renewal.unit)), inCycle].join(' · '),
    ],
  ])('that %s says so of its claim', (_what, over, state, detail) => {
    expect(showCard(shown({ claims: [aClaim(over)] }), words).blocks[1]).toEqual({
      kind: 'item',
      title: [{ bold: 'ABC' }, `: ${state}`],
      detail,
    });
  });

  const ofProof = { record: 'r1', proof: 'p1' };
  const detach = { label: phrases.detach, command: 'detach', args: ofProof, confirm: phrases.confirmDetach };
  const get = { label: phrases.getFile, command: 'file', args: ofProof };
  const link = { link: 'sans.example', url: 'https://sans.example/1' };
  const file = { fileId: 'f1', name: 'a.pdf' };

  it.each<[string, Partial<Proof>, object]>([
    ['a file', { file }, { title: [{ bold: 'a.pdf' }], action: get, also: detach }],
    ['a link', { link: link.url }, { title: [link], action: detach }],
    ['a note', { note: 'blue folder' }, { title: ['blue folder'], action: detach }],
    [
      'a file with a link and a note',
      { file, link: link.url, note: 'blue folder' },
      { title: [{ bold: 'a.pdf' }], detail: [link, ' · ', 'blue folder'], action: get, also: detach },
    ],
    [
      'a form and what it shows',
      { note: 'n', form: 'certificate', shows: ['attendee', 'hours'] },
      {
        title: ['n'],
        detail: [
          rules.evidenceForms.certificate,
          ' · ',
          phrases.names(words.list([rules.evidenceFacts.attendee, rules.evidenceFacts.hours])),
        ],
        action: detach,
      },
    ],
    ['a witness', { note: 'n', attestedBy: 'u1' }, { title: ['n'], detail: [phrases.attested('Bo')], action: detach }],
    [
      'a witness who is gone',
      { note: 'n', attestedBy: 'u2' },
      { title: ['n'], detail: [phrases.attested('')], action: detach },
    ],
  ])('has as proof %s', (_what, over, expected) => {
    expect(showCard(shown({ proofs: [aProof(over)] }), words).blocks.slice(1)).toEqual([
      { kind: 'heading', text: phrases.proofs },
      { kind: 'item', ...expected },
    ]);
  });

  it('tells its history, with words it does not know as they are', () => {
    const versions = [
      { on: day('2026-06-03'), what: 'create' },
      { on: day('2026-06-04'), what: 'unheard' },
    ];

    expect(showCard(shown({ versions }), words).blocks.at(-1)).toEqual({
      kind: 'note',
      text: [
        phrases.version(words.date('2026-06-03'), phrases.actions.create),
        phrases.version(words.date('2026-06-04'), 'unheard'),
      ].join(' · '),
    });
  });

  const args = { record: 'r1' };
  const edit = { label: phrases.edit, command: 'edit', args, opensForm: true };
  const attach = { label: phrases.attach, command: 'attach', args, opensForm: true };
  const ask = { label: phrases.ask, command: 'ask', args };
  const another = { label: phrases.another, command: 'log', args: { like: 'r1' }, opensForm: true };
  const remove = { label: phrases.delete, command: 'delete', args, style: 'danger' };

  it.each<[string, Partial<ShownRecord>, readonly unknown[]]>([
    ['without claims', {}, [edit, attach, another, remove]],
    ['that is ready', { claims: [aClaim()] }, [edit, attach, another, remove]],
    [
      'that needs a summary, which nobody else can write',
      { claims: [aClaim({ state: { kind: 'needs-summary', words: 1, wanted: 2 } })] },
      [edit, attach, another, remove],
    ],
    [
      'that one of two bodies does not accept',
      { claims: [aClaim(), aClaim({ state: { kind: 'refused', forms: [] } })] },
      [edit, attach, ask, another, remove],
    ],
    [
      'in the trash',
      { record: { ...record, deletedAt: new Date(0) }, claims: [aClaim()] },
      [{ label: phrases.restore, command: 'restore', args: { activity: 'r1' } }],
    ],
    ['not in the trash', { record: { ...record, deletedAt: null } }, [edit, attach, another, remove]],
  ])('%s has its buttons', (_what, over, actions) => {
    expect(showCard(shown(over), words).actions).toEqual(actions);
  });
});

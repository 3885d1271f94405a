import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { Certification } from '../../../src/domain/certification.ts';
import { storedSourceNotes } from '../../../src/domain/source-notes.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { nextCard, teamNextCard } from '../../../src/views/opportunities/next-card.ts';
import { searchCard } from '../../../src/views/opportunities/opportunity-card.ts';
import { refreshedCard, sourceCard, sourcesCard } from '../../../src/views/opportunities/source-card.ts';
import type { ShownOpportunity } from '../../../src/views/opportunity-item.ts';
import { aCertification, aRenewal } from '../../domain/rules.ts';

const unit = { one: 'CPE', many: 'CPE' };
const abc = aCertification({ renewal: aRenewal({ categories: [{ code: 'a', name: 'Group A' }] }) });
const never: Certification = aCertification({
  code: 'old',
  short: 'OLD',
  renewal: { kind: 'never-expires', certainty: 'O', sources: [] },
});
const offer: ShownOpportunity = {
  id: 'o1',
  title: 'Talk',
  provider: '',
  url: '',
  when: '',
  minutes: 60,
  estimates: [],
};
const fits = { isUndecided: false };
const estimate = (high: number, learned?: number) => ({
  certification: abc,
  category: 'total',
  ...fits,
  estimate: { low: Math.min(50, high), likely: Math.min(75, high), high },
  ...(learned === undefined ? {} : { learned }),
});

describe.each([
  ['English', wordsFor('en-GB')],
  ['German', wordsFor('de-DE')],
])('opportunities in %s', (_language, words) => {
  const { opportunity: phrases, record } = words;
  const basis = `${phrases.anyTime} · ${words.minutes(60)}`;
  const found = {
    requested: 'zero 1h',
    words: 'zero',
    opportunities: [offer],
    from: 0,
    count: 1,
    size: 5,
    isEmpty: false,
    isPartial: false,
    ...{ filters: {}, applied: [], ignored: [], withoutFilter: [], nearest: [] },
  };
  const none = { ...found, opportunities: [], count: 0 };

  it.each([
    ['where there are none at all', { isEmpty: true, isPartial: false }, phrases.none, [], undefined],
    ['that match', {}, phrases.nothing('zero 1h'), [{ kind: 'note', text: phrases.hint }], undefined],
    [
      'that match, but perhaps of another word',
      { meant: 'hero' },
      phrases.nothing('zero 1h'),
      [
        { kind: 'text', text: phrases.meant('hero') },
        { kind: 'note', text: phrases.hint },
      ],
      [{ label: 'hero', command: 'search', args: { text: 'hero' } }],
    ],
  ])('are not found %s', (_what, over, title, blocks, actions) => {
    const card = searchCard({ ...none, ...over }, words);

    expect(card.title).toBe(title);
    expect(card.blocks).toEqual(blocks);
    expect(card.actions).toEqual(actions);
  });

  it.each([
    ['no estimate', [], basis],
    ['an estimate', [estimate(100)], `${basis} · ${phrases.worth('ABC', 50, 75, 100, unit)}`],
    [
      'what was learned of others',
      [estimate(100, 3)],
      `${basis} · ${phrases.worth('ABC', 50, 75, 100, unit)} ${phrases.learned(3)}`,
    ],
    ['no room left', [estimate(0)], `${basis} · ${phrases.noRoom('ABC')}`],
    [
      'four estimates of five',
      Array(5).fill(estimate(0)),
      `${basis} · ${Array(4).fill(phrases.noRoom('ABC')).join(', ')}`,
    ],
  ])('say their worth: %s', (_what, estimates, detail) => {
    const card = searchCard({ ...found, opportunities: [{ ...offer, estimates }] }, words);

    expect(card.title).toBe(`${phrases.found('zero')}: 1`);
    expect(card.blocks[0]).toMatchObject({ detail });
  });

  it('say once how an estimate is made', () => {
    const estimated = { ...offer, estimates: [estimate(100)] };
    const card = searchCard({ ...found, opportunities: [estimated, estimated], count: 2 }, words);
    const reason = phrases.reason(words.list([phrases.minutesEach('ABC', 60)]));

    expect(card.blocks.at(-1)).toEqual({
      kind: 'note',
      text: `${phrases.opportunities(2)}. ${phrases.hint} ${reason}`,
    });
  });

  it('show each filter as a button that removes it, and say what is left without it', () => {
    const filtered = {
      filters: { language: 'de', length: { max: 60 } },
      ignored: [],
      applied: [
        { name: 'language', without: 'zero 1h' },
        { name: 'length', without: 'zero in german' },
      ] as const,
    };
    const [inGerman, atMost] = [words.filter.languages.de, words.filter.atMost(60)];
    const some = searchCard({ ...found, ...filtered }, words);
    const nothing = { ...none, ...filtered, withoutFilter: [{ name: 'length', count: 3 }] as const };

    expect(some.actions).toEqual([
      { label: words.filter.remove(inGerman), command: 'search', args: { text: 'zero 1h' } },
      { label: words.filter.remove(atMost), command: 'search', args: { text: 'zero in german' } },
    ]);
    expect(searchCard(nothing, words)).toMatchObject({
      blocks: [{ text: words.filter.nothingLeft }, {}],
      actions: [{ label: words.filter.without(atMost, 3) }, { label: words.filter.remove(inGerman) }],
    });
  });

  it('are the nearest where nothing fits, and said to be that', () => {
    const card = searchCard({ ...none, nearest: [offer] }, words);

    expect(card.title).toBe(phrases.nearest('zero 1h'));
    expect(card.blocks[0]).toMatchObject({ kind: 'item' });
  });

  it('turn their pages with the whole query', () => {
    const card = searchCard({ ...found, from: 5, count: 7 }, words);

    expect(card.actions).toEqual([
      { label: record.previousPage, command: 'search', args: { text: 'zero 1h', skip: '0' } },
      { label: record.nextPage, command: 'search', args: { text: 'zero 1h', skip: '10' } },
    ]);
    expect(card.blocks.at(-1)).toEqual({ kind: 'note', text: `${record.page(6, 6, 7)}. ${phrases.hint}` });
  });

  it.each([
    ['mine', nextCard({ time: '1 h', helping: [], met: [], exams: [] }, words)],
    ['the team’s', teamNextCard('1 h', [], words)],
  ])('that help most are none: %s', (_whose, card) => {
    expect(card).toEqual({ title: phrases.nextNone('1 h'), blocks: [] });
  });

  it('that help say what is met, and what an exam renews, where there are none', () => {
    const card = nextCard({ time: '1 h', helping: [], met: ['ABC'], exams: ['XYZ'] }, words);

    expect(card.title).toBe(phrases.nextMet('ABC'));
    expect(card.blocks).toEqual([{ kind: 'text', text: phrases.nextExams('XYZ', 1) }]);
    expect(card.actions).toMatchObject([{ command: 'search' }]);
  });

  it('that help most show what each adds', () => {
    const adds = [
      { certification: abc, category: 'a', credits: 100, ...fits },
      { certification: never, category: 'a', credits: 50, ...fits },
    ];
    const card = nextCard(
      { time: '1 h', helping: [{ ...offer, adds, serves: 2, closes: 1, gained: 27 }], met: [], exams: [] },
      words,
    );
    const added = `${phrases.adds('ABC', 100, 'Group A')}, ${phrases.adds('OLD', 50, '')}`;

    expect(card.title).toBe(`${phrases.next('1 h')}: Talk`);
    expect(card.blocks).toMatchObject([{ detail: `${basis} · ${added}: ${phrases.serves(2, 1, 27)}` }]);
  });

  it('that help most say once what holds for each certification', () => {
    const fit = { verdict: 'counts', subject: { en: 'risk', de: 'Risiko' } } as const;
    const adds = [
      { certification: abc, category: 'a', credits: 100, isUndecided: false, fit },
      { certification: never, category: 'a', credits: 50, isUndecided: false, fit },
    ];
    const lineOf = (some: typeof adds) =>
      nextCard(
        { time: '1 h', helping: [{ ...offer, adds: some, serves: 2, closes: 0, gained: 0 }], met: [], exams: [] },
        words,
      ).blocks[0];
    const subject = phrases.counts(fit.subject[words.language]);
    const [one, other] = [phrases.adds('ABC', 100, 'Group A'), phrases.adds('OLD', 50, '')];

    expect(lineOf(adds)).toMatchObject({
      detail: `${basis} · ${one}, ${other} (${subject}): ${phrases.serves(2, 0, 0)}`,
    });
    expect(lineOf(adds.slice(0, 1))).toMatchObject({
      detail: `${basis} · ${one} (${subject}): ${phrases.serves(2, 0, 0)}`,
    });
  });

  it('whose credits a limit cuts say only that', () => {
    const cut = {
      ...estimate(100),
      estimate: { low: 0, likely: 0, high: 0 },
      fit: { verdict: 'counts', subject: { en: 'tax', de: 'Steuern' } },
    } as const;

    expect(searchCard({ ...found, opportunities: [{ ...offer, estimates: [cut] }] }, words).blocks[0]).toMatchObject({
      detail: `${basis} · ${phrases.noRoom('ABC')}`,
    });
  });

  it('say where the category is not decided, and where it may not fit', () => {
    const undecided = { ...estimate(100), isUndecided: true };
    const outside = {
      ...estimate(100),
      fit: { verdict: 'if-it-fits', subject: { en: 'tax', de: 'Steuern' } },
    } as const;
    const none = {
      ...estimate(100),
      fit: { verdict: 'does-not-count', subject: { en: 'fraud', de: 'Betrug' } },
    } as const;
    const stated = { ...estimate(100), fit: { verdict: 'counts', isStated: true } } as const;
    const card = searchCard(
      { ...found, opportunities: [{ ...offer, estimates: [undecided, outside, none, stated] }] },
      words,
    );
    const worth = phrases.worth('ABC', 50, 75, 100, unit);
    const subject = (en: string, de: string) => ({ en, de })[words.language];

    expect(card.blocks[0]).toMatchObject({
      detail: `${basis} · ${worth} (${words.claim.undecided}), ${worth} (${phrases.countsIfItFits(subject('tax', 'Steuern'))}), ABC (${phrases.doesNotCount(subject('fraud', 'Betrug'))}), ${worth} (${phrases.countsAsStated})`,
    });
    expect(JSON.stringify(card.blocks.at(-1))).toContain(words.claim.undecidedNote);
  });

  it('that help most of a team show how many', () => {
    const card = teamNextCard('1 h', [{ ...offer, people: 3, gaps: 4, isIfItFits: false }], words);

    expect(card.title).toBe(`${phrases.nextTeam('1 h')}: Talk`);
    expect(card.blocks).toMatchObject([{ detail: `${basis} · ${phrases.servesTeam(3, 4)}` }]);
  });

  const source = {
    sourceId: 's1',
    name: 'SANS',
    address: 'https://sans.example/feed.xml',
    isOn: true,
    opportunities: 2,
    readAt: '',
    problem: '',
    failures: 0,
    notes: storedSourceNotes([]),
  };
  const about = { from: 0, count: 1, size: 5, suggested: [] };
  const details = { label: phrases.showSource, command: 'sources', args: { show: 's1' } };
  const skipped = { item: 4, title: 'A', reason: 'twice' } as const;
  const off = { label: phrases.turnOff, command: 'sources', args: { off: 's1' } };
  const on = { label: phrases.turnOn, command: 'sources', args: { on: 's1' } };
  const refresh = { label: phrases.refresh, command: 'sources', args: { refresh: 's1' } };
  const add = {
    label: phrases.addSource,
    command: 'sources',
    args: { text: 'add' },
    opensForm: true,
    style: 'primary',
  };
  const table = { label: phrases.importTable, command: 'sources', args: { text: 'import' }, opensForm: true };
  const host = 'sans.example';

  it.each([
    ['never read', {}, [phrases.on, host, phrases.opportunities(2), phrases.neverRead], { action: off, also: refresh }],
    [
      'read',
      { readAt: 'Mon', opportunities: 1 },
      [phrases.on, host, phrases.opportunities(1), phrases.readOn('Mon')],
      { action: off, also: refresh },
    ],
    [
      'that failed for no known reason',
      { readAt: 'Mon', problem: 'boom', failures: 3 },
      [phrases.on, host, phrases.opportunities(2), phrases.failed('boom', 3)],
      { action: off, also: refresh },
    ],
    ['that is off', { isOn: false, readAt: 'Mon' }, [phrases.off, host], { action: on }],
    [
      'without an address',
      { address: '' },
      [phrases.on, phrases.opportunities(2), phrases.neverRead],
      { action: off, also: details },
    ],
    [
      'of which some is not taken',
      { notes: storedSourceNotes([skipped, { ...skipped, item: 5 }]) },
      [phrases.on, host, phrases.opportunities(2), phrases.neverRead, phrases.notTaken(2)],
      { action: off, also: refresh },
    ],
    [
      'of which columns and items beyond the limit are not read',
      { notes: { ...storedSourceNotes([]), unreadColumns: ['Room'], beyond: 1200 } },
      [
        ...[phrases.on, host, phrases.opportunities(2), phrases.neverRead],
        ...[phrases.columnsNotRead(1), phrases.beyondLimit(1200)],
      ],
      { action: off, also: refresh },
    ],
  ])('come from a source %s', (_what, over, detail, buttons) => {
    const isFailing = 'problem' in over;
    expect(sourcesCard([{ ...source, ...over }], about, words)).toEqual({
      title: isFailing ? phrases.sourcesFailing(1, 1) : `${phrases.sources}: 1`,
      blocks: [{ kind: 'item', title: [{ bold: 'SANS' }], detail: detail.join(' · '), ...buttons }],
      actions: [add, table],
    });
  });

  it('come from no source', () => {
    expect(sourcesCard([], { ...about, count: 0 }, words)).toMatchObject({ title: phrases.sourcesNone, blocks: [] });
  });

  it('come from public feeds that fit the team and are turned on with one tap', () => {
    const feed = { id: 'a', name: 'A', address: 'https://a.example/feed', certifications: ['CISSP', 'CISM'] };
    const starter = { id: 'c', name: 'C', address: 'https://c.example/feed', language: 'de' };
    const card = sourcesCard([starter], { ...about, suggested: [feed, { ...feed, id: 'b' }] }, words);

    expect(card.blocks).toMatchObject([
      { kind: 'heading', text: phrases.fitsTeam },
      {
        detail: `${phrases.fitsFor(words.list(['CISSP', 'CISM']))} · a.example`,
        action: { command: 'sources', args: { start: 'a' } },
      },
      { action: { args: { start: 'b' } } },
      { kind: 'rule' },
      { kind: 'heading' },
      { detail: `${phrases.off} · c.example · de`, action: { args: { start: 'c' } } },
    ]);
    expect(card.actions?.[0]).toMatchObject({ label: phrases.turnOnAll(2), args: { start: 'a,b' } });
  });

  it('show the latest of a source, what was not read, and the number before and after', () => {
    const notes = {
      ...{ count: 3, unreadColumns: ['Room', 'Level'], unreadSheets: ['Old'], beyond: 2 },
      rejects: [skipped, { item: 7, title: '', reason: 'unread-cell', column: 'Credits' } as const],
    };
    const latest = [
      { title: 'Zero trust', day: day('2026-12-10') },
      { title: 'Replay', day: undefined },
    ];
    const card = sourceCard({ source: { ...source, notes }, latest }, words, { before: 4, after: 6 });
    const shown = card.blocks.map((block) => ('text' in block ? block.text : '')).join('\n');

    expect(shown.split('\n').slice(1)).toEqual([
      phrases.volume(4, 6),
      ...[phrases.latest, `Zero trust · ${words.date('2026-12-10')}`, 'Replay'],
      ...[
        phrases.notReadTitle,
        phrases.unreadColumns(words.list(['Room', 'Level'])),
        phrases.unreadSheets('Old'),
        phrases.beyondLimit(2),
      ],
      phrases.reject(4, 'A', phrases.reasons.twice),
      phrases.reject(7, '', phrases.cellNotRead('Credits')),
      phrases.moreRejects(1),
    ]);
    expect(card.actions).toMatchObject([refresh, off, { command: 'sources', args: {} }]);
  });

  it('come from several sources after they were read', () => {
    expect(refreshedCard([source, { ...source, sourceId: 's2' }], { before: 2, after: 2 }, words)).toMatchObject({
      title: phrases.refreshed(2),
      blocks: [{ text: phrases.volume(2, 2) }, { action: off }, { kind: 'item' }],
    });
  });

  it('come from sources in pages', () => {
    const card = sourcesCard([source], { ...about, count: 6, from: 5 }, words);

    expect(card.blocks.at(-1)).toEqual({ kind: 'note', text: record.page(6, 6, 6) });
    expect(card.actions).toEqual([
      { label: record.previousPage, command: 'sources', args: { text: '', skip: '0' } },
      add,
      table,
    ]);
  });
});

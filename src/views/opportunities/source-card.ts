import type { Action, Block, Card } from '../../chat/card.ts';
import type { Answers, Form } from '../../chat/form.ts';
import type { Day } from '../../domain/calendar.ts';
import type { SourceNotes } from '../../domain/source-notes.ts';
import type { Words } from '../../strings/index.ts';
import { activityKindOptions } from '../activity-kind-options.ts';
import { paged } from '../list-pages.ts';
import { type SuggestedSource, suggestedRows, turnOnAll } from '../opportunity-sources.ts';

/** A source with its health. */
export interface ShownSource {
  readonly sourceId: string;
  readonly name: string;
  readonly address: string;
  readonly isOn: boolean;
  readonly opportunities: number;
  /** In words; empty when it was never read. */
  readonly readAt: string;
  readonly problem: string;
  readonly failures: number;
  readonly notes: SourceNotes;
}

/** A public feed that isn't a source yet. */
export interface ShownStarter {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** A BCP 47 tag. */
  readonly language: string;
}

interface SourcePage {
  readonly from: number;
  readonly count: number;
  readonly size: number;
  readonly suggested: readonly SuggestedSource[];
}

/** The feeds that fit the team, then the sources with the health of each and the public feeds that are off. */
export function sourcesCard(
  sources: readonly (ShownSource | ShownStarter)[],
  { suggested, ...page }: SourcePage,
  words: Words,
): Card {
  const phrases = words.opportunity;
  const add: Action = {
    label: phrases.addSource,
    command: 'sources',
    args: { text: 'add' },
    opensForm: true,
    style: 'primary',
  };
  const table: Action = {
    label: phrases.importTable,
    command: 'sources',
    args: { text: 'import' },
    opensForm: true,
  };
  const list = { command: 'sources', requested: '', shown: sources.length, ...page };
  const { where, actions } = paged(list, { before: words.record.previousPage, after: words.record.nextPage }, words);
  const all = turnOnAll(suggested, words);
  const rows = sources.map((source) => ('id' in source ? starterItem(source, words) : sourceItem(source, words)));
  const failing = sources.filter((source) => !('id' in source) && source.isOn && source.problem !== '').length;
  const stated = failing === 0 ? `${phrases.sources}: ${page.count}` : phrases.sourcesFailing(failing, page.count);
  return {
    title: sources.length === 0 ? phrases.sourcesNone : stated,
    blocks: [
      ...(suggested.length === 0
        ? []
        : ([
            { kind: 'heading', text: phrases.fitsTeam },
            ...suggestedRows(suggested, words),
            { kind: 'rule' },
            { kind: 'heading', text: phrases.allSources },
          ] satisfies Block[])),
      ...rows,
      ...(page.count > sources.length ? [{ kind: 'note', text: where } as const] : []),
    ],
    actions: [...(all === undefined ? [] : [all]), ...actions, add, table],
  };
}

function sourceItem(source: ShownSource, words: Words): Block {
  const phrases = words.opportunity;
  const { sourceId, name, isOn, address } = source;
  const turn: Action = isOn
    ? { label: phrases.turnOff, command: 'sources', args: { off: sourceId } }
    : { label: phrases.turnOn, command: 'sources', args: { on: sourceId } };
  const refresh: Action = { label: phrases.refresh, command: 'sources', args: { refresh: sourceId } };
  const show: Action = { label: phrases.showSource, command: 'sources', args: { show: sourceId } };
  return {
    kind: 'item',
    title: [{ bold: name }],
    detail: healthLine(source, words),
    action: turn,
    ...(isOn ? { also: address === '' ? show : refresh } : {}),
  };
}

function starterItem({ id, name, address, language }: ShownStarter, words: Words): Block {
  const phrases = words.opportunity;
  return {
    kind: 'item',
    title: [{ bold: name }],
    detail: [phrases.off, URL.parse(address)?.host ?? '', language].join(' · '),
    action: { label: phrases.turnOn, command: 'sources', args: { start: id } },
  };
}

function healthLine(source: ShownSource, words: Words): string {
  const phrases = words.opportunity;
  const { address, isOn, opportunities, readAt, problem, failures, notes } = source;
  const health =
    problem === ''
      ? readAt === ''
        ? phrases.neverRead
        : phrases.readOn(readAt)
      : phrases.failed(phrases.problems[problem] ?? problem, failures);
  const host = URL.parse(address)?.host ?? '';
  return [
    isOn ? phrases.on : phrases.off,
    ...(host === '' ? [] : [host]),
    ...(isOn ? [phrases.opportunities(opportunities), health] : []),
    ...(notes.count === 0 ? [] : [phrases.notTaken(notes.count)]),
    ...(notes.unreadColumns.length === 0 ? [] : [phrases.columnsNotRead(notes.unreadColumns.length)]),
    ...(notes.beyond === 0 ? [] : [phrases.beyondLimit(notes.beyond)]),
  ].join(' · ');
}

/** A source with its latest opportunities. */
export interface SourceDetails {
  readonly source: ShownSource;
  readonly latest: readonly { readonly title: string; readonly day: Day | undefined }[];
}

/** How many opportunities a workspace had before sources were read, and has now. */
export interface OpportunityVolume {
  readonly before: number;
  readonly after: number;
}

/** A source, its latest opportunities, and everything of it that wasn't read; after it was read, what that changed. */
export function sourceCard({ source, latest }: SourceDetails, words: Words, volume?: OpportunityVolume): Card {
  const phrases = words.opportunity;
  const { sourceId, isOn, address } = source;
  const titles = latest.map(({ title, day }) => (day === undefined ? title : `${title} · ${words.date(day)}`));
  const health = [healthLine(source, words), ...(volume === undefined ? [] : [volumeLine(volume, words)])];
  const refresh: Action = { label: phrases.refresh, command: 'sources', args: { refresh: sourceId } };
  return {
    title: source.name,
    blocks: [
      { kind: 'text', text: health.join('\n') },
      ...section(phrases.latest, titles),
      ...section(phrases.notReadTitle, noteLines(source.notes, words)),
    ],
    actions: [
      ...(isOn && address !== '' ? [refresh] : []),
      isOn
        ? { label: phrases.turnOff, command: 'sources', args: { off: sourceId } }
        : { label: phrases.turnOn, command: 'sources', args: { on: sourceId } },
      { label: phrases.allSources, command: 'sources', args: {} },
    ],
  };
}

function volumeLine({ before, after }: OpportunityVolume, words: Words): string {
  return words.opportunity.volume(before, after);
}

function section(title: string, lines: readonly string[]): readonly Block[] {
  if (lines.length === 0) return [];
  return [
    { kind: 'heading', text: title },
    { kind: 'text', text: lines.join('\n') },
  ];
}

/** What of a source wasn't read, a line each. */
export function noteLines(
  { count, rejects, unreadColumns, unreadSheets, beyond }: SourceNotes,
  words: Words,
): readonly string[] {
  const phrases = words.opportunity;
  const items = new Set(rejects.map(({ item }) => item)).size;
  return [
    ...(unreadColumns.length === 0 ? [] : [phrases.unreadColumns(words.list(unreadColumns))]),
    ...(unreadSheets.length === 0 ? [] : [phrases.unreadSheets(words.list(unreadSheets))]),
    ...(beyond === 0 ? [] : [phrases.beyondLimit(beyond)]),
    ...rejects.map(({ item, title, reason, column }) =>
      phrases.reject(item, title, column === undefined ? phrases.reasons[reason] : phrases.cellNotRead(column)),
    ),
    ...(count > items ? [phrases.moreRejects(count - items)] : []),
  ];
}

/** What reading several sources gave: the health of each, and what that changed. */
export function refreshedCard(sources: readonly ShownSource[], volume: OpportunityVolume, words: Words): Card {
  const phrases = words.opportunity;
  return {
    title: phrases.refreshed(sources.length),
    blocks: [{ kind: 'text', text: volumeLine(volume, words) }, ...sources.map((source) => sourceItem(source, words))],
    actions: [{ label: phrases.search, command: 'search', args: {} }],
  };
}

/** The form that adds a source. */
export function sourceForm(words: Words, answers: Answers): Form {
  const phrases = words.opportunity;
  return {
    command: 'sources',
    title: phrases.addSource,
    submit: phrases.submit,
    parts: [
      { kind: 'line', name: 'name', label: phrases.name, maxLength: 100 },
      { kind: 'line', name: 'address', label: phrases.address, hint: phrases.addressHint, maxLength: 2048 },
      {
        kind: 'line',
        name: 'provider',
        label: phrases.provider,
        hint: phrases.providerHint,
        optional: true,
        maxLength: 100,
      },
      {
        kind: 'choice',
        name: 'kind',
        label: phrases.kind,
        options: activityKindOptions(words),
      },
      { kind: 'number', name: 'minutes', label: phrases.minutes, hint: phrases.minutesHint, optional: true },
    ],
    answers,
  };
}

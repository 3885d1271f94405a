import type { Action, Block, Card, TableRow } from '../../chat/card.ts';
import type { Answers, Form } from '../../chat/form.ts';
import type { Day } from '../../domain/calendar.ts';
import { decimalOf } from '../../domain/credit.ts';
import type { SheetEntry, SheetLayout } from '../../domain/entry-sheet.ts';
import type { Words } from '../../strings/index.ts';
import { paged } from '../list-pages.ts';
import { answerCard } from '../text-card.ts';
import { amountName, entryTitle, sheetFields, warningsOf } from './entry-sheet-fields.ts';

const PAGE = 6;

/** The portal state of an entry, as stated by the member. */
export interface Tick {
  readonly state: 'submitted' | 'accepted' | 'rejected';
  readonly on: Day;
  readonly reference: string;
}

/** An entry with its key and portal state. */
export interface ListedEntry {
  readonly key: string;
  readonly entry: SheetEntry;
  readonly tick: Tick | undefined;
}

/** The entries of one body. */
export interface ShownSheet {
  readonly body: string;
  /** The address of its portal, if known. */
  readonly portal: string;
  readonly layout: SheetLayout;
  readonly isKnown: boolean;
  /** The language of the portal. */
  readonly spoken: Words;
  readonly byMonth: boolean;
  /** Entries not yet submitted or rejected, oldest first. */
  readonly open: readonly ListedEntry[];
  /** The other entries, latest first. */
  readonly done: readonly ListedEntry[];
  /** A hash of the shown entries, so that only these are marked. */
  readonly seen: string;
}

/** The bodies whose portals something is to be entered in. */
export function sheetsCard(sheets: readonly ShownSheet[], words: Words): Card {
  const phrases = words.sheet;
  if (sheets.length === 0) return answerCard(phrases.nothingLogged, phrases.title);
  const items = sheets.map((sheet): Block => {
    const { body, open, portal } = sheet;
    const detail = [open.length === 0 ? phrases.allEntered : phrases.toEnter(open.length), portal].filter(
      (one) => one !== '',
    );
    const action = { label: phrases.show, command: 'sheet', args: { text: body } };
    return { kind: 'item', title: [{ bold: body }], detail: detail.join(' · '), action };
  });
  const count = sheets.reduce((sum, { open }) => sum + open.length, 0);
  const stated = count === 0 ? phrases.allEntered : phrases.toEnter(count);
  return { title: `${phrases.title}: ${stated}`, blocks: [...items, { kind: 'note', text: phrases.never }] };
}

/** The card that lists the entries for a body's portal. */
export function sheetCard(sheet: ShownSheet, from: number, words: Words): Card {
  const phrases = words.sheet;
  const { body, portal, open, done, layout, isKnown, byMonth, seen } = sheet;
  const monthly: Readonly<Record<string, string>> = byMonth ? { monthly: 'yes' } : {};
  const listed = [...open, ...done];
  const shown = listed.slice(from, from + PAGE);
  const list = { command: 'sheet', requested: body, from, shown: shown.length, count: listed.length, size: PAGE };
  // The oldest come first.
  const labels = { before: words.record.older, after: words.record.newer };
  const { where, actions: turns } = paged({ ...list, found: (count) => phrases.entries(count) }, labels, words);
  const actions: readonly Action[] = [
    { label: phrases.files, command: 'sheet', args: { text: body, files: 'yes', ...monthly } },
    ...(open.length === 0
      ? []
      : [
          {
            label: phrases.allSubmitted(open.length),
            command: 'tick',
            args: { body, all: seen, state: 'submitted', ...monthly },
            ...(open.length === 1 ? {} : { confirm: phrases.confirmAll(open.length) }),
          },
        ]),
    ...(layout.bundles
      ? [
          byMonth
            ? { label: phrases.oneByOne, command: 'sheet', args: { text: body } }
            : { label: phrases.byMonth, command: 'sheet', args: { text: body, monthly: 'yes' } },
        ]
      : []),
    ...turns.map((turn) => ({ ...turn, args: { ...turn.args, ...monthly } })),
  ];
  const about = open.length === 0 ? phrases.allEntered : phrases.toEnter(open.length);
  return {
    title: `${phrases.of(body)} · ${about}`,
    blocks: [
      ...(portal === '' ? [] : [{ kind: 'text', text: portal } as const]),
      ...(shown.length === 0 ? [] : [entryTable(shown, sheet, words)]),
      {
        kind: 'note',
        text: [where, ...(isKnown ? [] : [phrases.anyPortal]), phrases.never].join('. ').replaceAll('..', '.'),
      },
    ],
    actions,
  };
}

function entryTable(shown: readonly ListedEntry[], sheet: ShownSheet, words: Words): Block {
  const phrases = words.sheet;
  const { title, date, credits, status } = phrases.columns;
  return {
    kind: 'table',
    label: phrases.of(sheet.body),
    columns: [title, date, credits, status],
    rows: shown.map((one) => entryRow(one, sheet, words)),
  };
}

function entryRow({ key, entry, tick }: ListedEntry, { body, byMonth, layout }: ShownSheet, words: Words): TableRow {
  const phrases = words.sheet;
  const status = [
    ...(tick === undefined ? [] : [phrases.tick(tick.state, tick.on, tick.reference)]),
    ...warningsOf(entry, layout, words),
  ];
  const args = { text: body, entry: key, ...(byMonth ? { monthly: 'yes' } : {}) };
  return {
    cells: [
      entryTitle(entry, words),
      words.span(entry.start, entry.end),
      amountsLine(entry, words),
      status.join(' · '),
    ],
    action: { label: phrases.show, command: 'sheet', args },
  };
}

function amountsLine({ amounts }: SheetEntry, words: Words): string {
  return amounts
    .map((amount) => {
      const unit = amount.claims[0]?.renewal.unit;
      const credits = unit === undefined ? decimalOf(amount.credits) : words.credits(amount.credits, unit);
      return `${amountName(amount)} ${credits}`;
    })
    .join(', ');
}

/** The card of one entry with the values for the portal. */
export function entryCard({ key, entry, tick }: ListedEntry, sheet: ShownSheet, words: Words): Card {
  const phrases = words.sheet;
  const { body, portal, layout, byMonth } = sheet;
  const args = { body, entry: key, ...(byMonth ? { monthly: 'yes' } : {}) };
  const button = (state: string): Action => ({
    label: phrases.buttons[state] ?? state,
    command: 'tick',
    args: { ...args, state },
  });
  return {
    title: entryTitle(entry, words),
    blocks: [
      { kind: 'text', text: portal === '' ? phrases.of(body) : `${phrases.of(body)} · ${portal}` },
      { kind: 'facts', facts: sheetFields(entry, sheet, words) },
      ...warningsOf(entry, layout, words).map((text) => ({ kind: 'note', text }) as const),
      ...(tick === undefined
        ? []
        : [{ kind: 'text', text: phrases.tick(tick.state, tick.on, tick.reference) } as const]),
    ],
    actions: [
      ...(tick?.state === 'submitted' || tick?.state === 'accepted'
        ? []
        : [{ ...button('submitted'), style: 'primary' as const }]),
      { ...button('answer'), opensForm: true },
      ...(tick === undefined ? [] : [button('none')]),
      { label: phrases.back, command: 'sheet', args: { text: body, ...(byMonth ? { monthly: 'yes' } : {}) } },
    ],
  };
}

/** The form for the body's answer to an entry. */
export function tickForm(
  { title, answers, state, errors }: { title: string; answers: Answers; state: string; errors?: Form['errors'] },
  words: Words,
): Form {
  const phrases = words.sheet;
  const options = (['submitted', 'accepted', 'rejected'] as const).map((value) => ({
    value,
    label: phrases.states[value],
  }));
  return {
    command: 'tick',
    title: phrases.formTitle,
    submit: phrases.submit,
    answers,
    state,
    parts: [
      { kind: 'text', text: title },
      { kind: 'choice', name: 'state', label: phrases.portalState, options },
      { kind: 'date', name: 'on', label: phrases.on },
      {
        kind: 'line',
        name: 'reference',
        label: phrases.reference,
        hint: phrases.referenceHint,
        optional: true,
        maxLength: 100,
      },
    ],
    ...(errors === undefined ? {} : { errors }),
  };
}

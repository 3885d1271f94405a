import type { Action, Block, Card } from '../../chat/card.ts';
import { isOpenState } from '../../domain/transcript-states.ts';
import type { Words } from '../../strings/index.ts';
import { paged } from '../list-pages.ts';
import {
  markableState,
  type ReconciledRecord,
  type TranscriptComparison,
  type TranscriptEntry,
  type TranscriptPair,
} from './reconcile-lists.ts';
import { activityText, entryRemarks, pairText, type TextContext } from './reconcile-texts.ts';

const PAGE = 6;

type Section = keyof Words['reconcile']['sections'];
type Item = Extract<Block, { kind: 'item' }>;

/** The card that shows what differs between a transcript and the records; `remark` stands first. */
export function reconcileCard(
  comparison: TranscriptComparison,
  { from, remark }: { readonly from: number; readonly remark?: string | undefined },
  words: Words,
): Card {
  const phrases = words.reconcile;
  const { body, equal, unmarked } = comparison;
  const items = itemsOf(comparison, { certifications: comparison.certifications, words });
  const start = from < items.length ? from : 0;
  const shown = items.slice(start, start + PAGE);
  const list = { command: 'reconcile', requested: 'show', from: start, shown: shown.length, count: items.length };
  const labels = { before: words.record.newer, after: words.record.older };
  const { where, actions: turns } = paged({ ...list, size: PAGE, found: phrases.items }, labels, words);
  const mark: readonly Action[] =
    unmarked.length === 0
      ? []
      : [
          {
            label: phrases.markEqual(unmarked.length),
            command: 'reconcile',
            args: { marks: 'equal' },
            style: 'primary',
          },
        ];
  return {
    title: phrases.of(body),
    blocks: [
      ...(remark === undefined ? [] : [{ kind: 'text', text: [{ bold: remark }] } as const]),
      { kind: 'text', text: [{ bold: summaryOf(comparison, words) }] },
      { kind: 'text', text: phrases.equal(equal.length, unmarked.length) },
      ...withHeadings(shown, words),
      { kind: 'note', text: notesOf(comparison, items.length === 0 ? [] : [where], words) },
    ],
    actions: [...mark, ...turns, { label: phrases.another, command: 'reconcile', args: {}, opensForm: true }],
  };
}

function summaryOf({ near, different, onlyThere, onlyHere }: TranscriptComparison, words: Words): string {
  const { counts, allEqual } = words.reconcile;
  const found = [
    ...(near.length === 0 ? [] : [counts.near(near.length)]),
    ...(different.length === 0 ? [] : [counts.different(different.length)]),
    ...(onlyThere.length === 0 ? [] : [counts.there(onlyThere.length)]),
    ...(onlyHere.length === 0 ? [] : [counts.here(onlyHere.length)]),
  ];
  return found.length === 0 ? allEqual : found.join(', ');
}

function notesOf({ skipped, earlier }: TranscriptComparison, where: readonly string[], words: Words): string {
  const { skipped: skippedText, earlier: earlierText } = words.reconcile;
  const notes = [
    ...where,
    ...(skipped === 0 ? [] : [skippedText(skipped)]),
    ...(earlier === 0 ? [] : [earlierText(earlier)]),
  ];
  return `${notes.join('. ')}.`;
}

interface ListedItem {
  readonly section: Section;
  readonly item: Item;
}

function withHeadings(items: readonly ListedItem[], words: Words): readonly Block[] {
  return items.flatMap(({ section, item }, index): readonly Block[] =>
    items[index - 1]?.section === section
      ? [item]
      : [{ kind: 'heading', text: words.reconcile.sections[section] }, item],
  );
}

/** What is to be decided comes first; what can't be acted on comes last. */
function itemsOf(comparison: TranscriptComparison, context: TextContext): readonly ListedItem[] {
  const { near, different, onlyThere, onlyHere, apart, unread } = comparison;
  const phrases = context.words.reconcile;
  const list = (section: Section, items: readonly Item[]) => items.map((item) => ({ section, item }));
  return [
    ...list(
      'near',
      near.map((pair) => nearItem(pair, context)),
    ),
    ...list(
      'different',
      different.map((pair) => differentItem(pair, context)),
    ),
    ...list(
      'there',
      onlyThere.map((entry) => thereItem(entry, context)),
    ),
    ...list(
      'here',
      onlyHere.map((record) => hereItem(record, comparison, context)),
    ),
    ...list(
      'apart',
      apart.map(({ number, title, end, reference, state }) =>
        plainItem(title, [reference, context.words.date(end), phrases.states[state], phrases.lines([number])]),
      ),
    ),
    ...list(
      'unread',
      unread.map(({ number, text, why }) => plainItem(text.slice(0, 150), [phrases.lines([number]), phrases.why[why]])),
    ),
  ];
}

function plainItem(title: string, detail: readonly string[]): Item {
  return { kind: 'item', title: [{ bold: title }], detail: detail.filter((one) => one !== '').join(' · ') };
}

function nearItem(pair: TranscriptPair, context: TextContext): Item {
  const { there, here } = pair;
  const phrases = context.words.reconcile;
  const args = { there: there.id, here: here.id };
  return {
    kind: 'item',
    title: [{ bold: here.title }],
    detail: pairText(pair, context),
    action: { label: phrases.same, command: 'reconcile', args: { ...args, verdict: 'same' } },
    also: { label: phrases.distinct, command: 'reconcile', args: { ...args, verdict: 'distinct' } },
  };
}

function differentItem(pair: TranscriptPair, context: TextContext): Item {
  const { there, here } = pair;
  const phrases = context.words.reconcile;
  const state = markableState(pair);
  const correct = { label: phrases.correct, command: 'reconcile', args: { edit: there.id }, opensForm: true };
  const also = state && { label: phrases.markAs[state], command: 'reconcile', args: { mark: there.id } };
  const item = {
    kind: 'item',
    title: [{ bold: here.title }],
    detail: pairText(pair, context),
    action: correct,
  } as const;
  return also === undefined ? item : { ...item, also };
}

function thereItem(entry: TranscriptEntry, context: TextContext): Item {
  const phrases = context.words.reconcile;
  const detail = [activityText(entry, context), ...entryRemarks(entry, context), phrases.lines(entry.lines)];
  const item = plainItem(entry.title, detail);
  const action = { label: phrases.logIt, command: 'reconcile', args: { log: entry.id }, opensForm: true };
  return entry.claims.length === 0 ? item : { ...item, action };
}

function hereItem(record: ReconciledRecord, { apart }: TranscriptComparison, context: TextContext): Item {
  const { words } = context;
  const phrases = words.reconcile;
  const refused = apart.find(
    ({ title, end }) => title.toLowerCase() === record.title.toLowerCase() && end === record.end,
  );
  const states = [...new Set(record.portal.values())].map((state) => phrases.here(words.sheet.states[state]));
  const detail = [
    activityText(record, context),
    ...states,
    ...(refused === undefined ? [] : [phrases.again(phrases.states[refused.state])]),
  ];
  const show = { label: words.record.show, command: 'show', args: { record: record.id } };
  const isOpen = record.claims.some(({ certification }) => {
    const state = record.portal.get(certification);
    return state === undefined || !isOpenState(state);
  });
  const submit = { label: phrases.markAs.submitted, command: 'reconcile', args: { submit: record.id } };
  const item = plainItem(record.title, detail);
  return isOpen ? { ...item, action: submit, also: show } : { ...item, action: show };
}

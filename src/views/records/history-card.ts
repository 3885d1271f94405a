import type { Block, Card, TableRow } from '../../chat/card.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Words } from '../../strings/index.ts';
import { claimWords, type RecordFound } from '../claim-words.ts';
import { paged } from '../list-pages.ts';
import { answerCard } from '../text-card.ts';

interface Listed extends RecordFound {
  readonly activityId: string;
  readonly kind: keyof Words['kinds'];
  readonly proofs: number;
}

interface History {
  readonly records: readonly Listed[];
  /** The query, repeated for the other pages. */
  readonly requested: string;
  readonly from: number;
  readonly count: number;
  /** Records on a page. */
  readonly page: number;
}

interface Certifications {
  get(code: string): Certification | undefined;
}

/** A page of records as a table, each with a button to show it. */
export function historyCard(history: History, certifications: Certifications, words: Words): Card {
  const phrases = words.record;
  const { records, requested, from, count, page } = history;
  if (records.length === 0) {
    const text = requested === '' ? phrases.none : phrases.nothing(requested);
    return answerCard(text, phrases.history, { blocks: [{ kind: 'note', text: phrases.filters }] });
  }
  const list = { command: 'history', requested: requested, from, shown: records.length, count, size: page };
  const { where, actions } = paged(list, { before: phrases.newer, after: phrases.older }, words);
  const note: Block = { kind: 'note', text: requested === '' ? `${where}. ${phrases.filters}` : where };
  return {
    title: `${phrases.history}: ${count}`,
    blocks: [recordTable(records, certifications, words), note],
    ...(actions.length === 0 ? {} : { actions }),
  };
}

function recordTable(records: readonly Listed[], certifications: Certifications, words: Words): Block {
  const { history, columns, show, noProof } = words.record;
  const rows = records.map((record): TableRow => {
    const { activityId, title, provider, kind, starts, ends, proofs } = record;
    const claims = record.claims.map((claim) => claimWords(claim, certifications, words));
    return {
      cells: [
        title,
        words.span(starts, ends),
        [...(provider === '' ? [] : [provider]), words.kinds[kind]].join(' · '),
        [...claims, ...(proofs === 0 ? [noProof] : [])].join(' · '),
      ],
      action: { label: show, command: 'show', args: { record: activityId } },
    };
  });
  return { kind: 'table', label: history, columns: [columns.title, columns.date, columns.kind, columns.credits], rows };
}

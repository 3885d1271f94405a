import type { Action, Block, Card } from '../../chat/card.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Words } from '../../strings/index.ts';
import { claimWords, type RecordFound } from '../claim-words.ts';

/** A record that a file can be attached to. */
export type AttachableRecord = RecordFound & { readonly activityId: string };

interface NamedFile {
  readonly fileId: string;
  readonly name: string;
  readonly type: string;
}

interface ReceivedUpload {
  readonly files: readonly NamedFile[];
  /** Files that can be imported, but aren't proof. */
  readonly tables: readonly NamedFile[];
  readonly records: readonly AttachableRecord[];
  /** Why other files were not saved. */
  readonly problems: readonly string[];
}

/** The card that asks which record the received files prove. */
export function uploadReceivedCard({ files, tables, records, problems }: ReceivedUpload, words: Words): Card {
  const phrases = words.proof;
  const ids = files.map(({ fileId }) => fileId).join(' ');
  const log: Action = { ...logAction(ids, words), style: 'primary' };
  // A text file may be a table of records to import.
  const texts = files.filter(({ type }) => type === 'text/plain' && files.length === 1);
  return {
    title: phrases.receivedTitle,
    blocks: [
      ...problemBlocks(problems),
      { kind: 'text', text: phrases.received(words.list(files.map(({ name }) => name))) },
      ...records.map((record) =>
        attachItem(record, { detail: words.span(record.starts, record.ends), args: { files: ids } }, words),
      ),
    ],
    actions: [log, ...importActions([...tables, ...texts], words)],
  };
}

function logAction(files: string, words: Words): Action {
  return { label: words.proof.logNew, command: 'log', args: { files }, opensForm: true };
}

interface ReceivedTables extends Pick<ReceivedUpload, 'tables' | 'problems'> {
  /** A text file, which can be proof as well. */
  readonly isProof?: boolean;
}

/** The card that offers to import received tables. */
export function tableReceivedCard({ tables, problems, isProof = false }: ReceivedTables, words: Words): Card {
  const names = words.list(tables.map(({ name }) => name));
  return {
    title: words.import.title,
    blocks: [...problemBlocks(problems), { kind: 'text', text: words.import.received(names) }],
    actions: [
      ...importActions(tables, words).map((action) => ({ ...action, style: 'primary' }) as const),
      ...(isProof ? tables.map(({ fileId }) => logAction(fileId, words)) : []),
    ],
  };
}

function importActions(files: readonly NamedFile[], words: Words): readonly Action[] {
  const { button } = words.import;
  return files.map(({ fileId, name }) => ({
    label: files.length === 1 ? button : `${button}: ${name}`,
    command: 'import',
    args: { file: fileId },
    opensForm: true,
  }));
}

/** The card that lists the records without proof, and why received files were not saved. */
export function unprovedCard(
  { records, problems }: Omit<ReceivedUpload, 'files' | 'tables'>,
  certifications: { get(code: string): Certification | undefined },
  words: Words,
): Card {
  const phrases = words.proof;
  const lines = records.map((record) => {
    const claims = record.claims.map((claim) => claimWords(claim, certifications, words));
    const detail = [words.span(record.starts, record.ends), ...claims].join(' · ');
    return attachItem(record, { detail, args: {} }, words);
  });
  const title = problems.length > 0 ? phrases.notSaved : phrases.unproved;
  const none: Block = { kind: 'text', text: phrases.noneToProve };
  return { title, blocks: [...problemBlocks(problems), ...(lines.length === 0 ? [none] : lines)] };
}

/** A record with the button that attaches something to it. */
export function attachItem(
  { activityId, title }: AttachableRecord,
  { detail, args }: { readonly detail: string; readonly args: Readonly<Record<string, string>> },
  words: Words,
): Block {
  const action: Action = {
    label: words.record.attach,
    command: 'attach',
    args: { record: activityId, ...args },
    opensForm: true,
  };
  return { kind: 'item', title: [{ bold: title }], detail, action };
}

function problemBlocks(problems: readonly string[]): readonly Block[] {
  return problems.map((text) => ({ kind: 'text', text }) as const);
}

import type { Action, Block, Card } from '../../chat/card.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Words } from '../../strings/index.ts';
import { claimWords, type RecordFound } from '../claim-words.ts';

type AttachableRecord = RecordFound & { readonly activityId: string };

interface NamedFile {
  readonly fileId: string;
  readonly name: string;
  readonly type: string;
}

/** Asks which record files prove that came without one. */
export function uploadReceivedCard(
  files: readonly NamedFile[],
  records: readonly AttachableRecord[],
  problems: readonly string[],
  words: Words,
): Card {
  const phrases = words.proof;
  const ids = files.map(({ fileId }) => fileId).join(' ');
  const log: Action = {
    label: phrases.logNew,
    command: 'log',
    args: { files: ids },
    style: 'primary',
    opensForm: true,
  };
  // A text may be a table of records.
  const tables = files.flatMap(({ fileId, type }): readonly Action[] => {
    const take: Action = { label: words.import.button, command: 'import', args: { file: fileId }, opensForm: true };
    return type === 'text/plain' && files.length === 1 ? [take] : [];
  });
  return {
    title: phrases.arrivedTitle,
    blocks: [
      ...problemBlocks(problems),
      { kind: 'text', text: phrases.arrived(words.list(files.map(({ name }) => name))) },
      ...records.map((record) => attachOptions(record, words.span(record.starts, record.ends), { files: ids }, words)),
    ],
    actions: [log, ...tables],
  };
}

/** Records that lack proof, and why what came is not kept. */
export function unprovedCard(
  records: readonly AttachableRecord[],
  problems: readonly string[],
  certifications: { get(code: string): Certification | undefined },
  words: Words,
): Card {
  const phrases = words.proof;
  const lines = records.map((record) => {
    const claims = record.claims.map((claim) => claimWords(claim, certifications, words));
    return attachOptions(record, [words.span(record.starts, record.ends), ...claims].join(' · '), {}, words);
  });
  const title = problems.length > 0 ? phrases.notKept : phrases.unproved;
  const none: Block = { kind: 'text', text: phrases.noneToProve };
  return { title, blocks: [...problemBlocks(problems), ...(lines.length === 0 ? [none] : lines)] };
}

function attachOptions(
  { activityId, title }: AttachableRecord,
  detail: string,
  more: Record<string, string>,
  words: Words,
): Block {
  const args = { record: activityId, ...more };
  const action: Action = { label: words.record.attach, command: 'attach', args, opensForm: true };
  return { kind: 'item', title: [{ bold: title }], detail, action };
}

function problemBlocks(problems: readonly string[]): readonly Block[] {
  return problems.map((text) => ({ kind: 'text', text }) as const);
}

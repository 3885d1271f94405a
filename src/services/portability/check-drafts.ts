import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Answers } from '../../chat/form.ts';
import type { NewActivity } from '../../store/records/activities.ts';
import type { PortalState } from '../../store/reports/report-entities.ts';
import type { Words } from '../../strings/index.ts';
import { limitText } from '../../views/claim-reasons.ts';
import { logForm } from '../../views/records/log-form.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { findOverClaims, type OverClaim, withOverClaimReasons } from '../records/over-claims.ts';
import { readRecordForm } from '../records/read-record-form.ts';
import type { Request } from '../request.ts';
import { isWholeItems, withExactMarks } from './exported-rows.ts';
import { type RecordDraft, ROWS_PER_TURN } from './record-drafts.ts';

/** A record that can be saved, with the rows that it was read from. */
export interface CheckedRecord {
  readonly activity: NewActivity;
  readonly rows: readonly number[];
  readonly id: string | undefined;
  readonly portal: PortalState | undefined;
}

/** The records that pass the checks of the log form, and the problems of the others. */
interface CheckedDrafts {
  readonly records: readonly CheckedRecord[];
  readonly failed: readonly { readonly rows: readonly number[]; readonly text: string }[];
}

/** Checks drafts like sent log forms. */
export async function checkDrafts(
  drafts: readonly RecordDraft[],
  holdings: readonly CreditHolding[],
  context: Pick<Request, 'person' | 'today' | 'words'>,
): Promise<CheckedDrafts> {
  const { words } = context;
  const about = { command: 'log', title: '', submit: '', notes: [], files: [], state: undefined } as const;
  const counts = holdings.map(({ certification }) => certification.code);
  const form = logForm({ ...about, words, claimable: holdings, answers: { counts } });
  const records: CheckedRecord[] = [];
  const failed: { readonly rows: readonly number[]; readonly text: string }[] = [];
  for (const [index, { rows, answers, portal, id, parts }] of drafts.entries()) {
    if (index % ROWS_PER_TURN === 0) await yieldToEventLoop();
    const read = readRecordForm({ form, answers, holdings }, { ...context, fileLimit: 0 });
    const texts = 'activity' in read ? [] : errorTexts(read.errors, answers, words);
    const overClaims = 'activity' in read ? findOverClaims(read.activity, holdings, answers) : [];
    for (const one of overClaims)
      if (one.reason === '' && !(parts.length > 0 && isWholeItems(one)))
        texts.push(`${words.import.fields.credits}: ${unexplainedText(one, words)}`);
    if ('activity' in read && texts.length === 0)
      records.push({
        ...{ rows, id, portal },
        activity: withExactMarks(withOverClaimReasons(read.activity, holdings, overClaims), parts, holdings),
      });
    else failed.push({ rows, text: texts.join(' ') });
  }
  return { records, failed };
}

function errorTexts(errors: Readonly<Record<string, string>>, answers: Answers, words: Words): string[] {
  return Object.entries(errors).map(
    ([field, problem]) => `${describeField(field, answers, { problem, words })}: ${problem}`,
  );
}

function unexplainedText({ claimed, limit, renewal }: OverClaim, words: Words): string {
  return words.claim.reasonMissing(claimed, limitText(limit, renewal, words));
}

/** Returns the name of a field with its value, unless the problem quotes the value already. */
function describeField(
  field: string,
  answers: Answers,
  { problem, words }: { readonly problem: string; readonly words: Words },
): string {
  const [first = ''] = field.split('.');
  const given = answers[field];
  const value = typeof given === 'string' && given !== '' && !problem.includes(given) ? ` (${given.slice(0, 40)})` : '';
  return `${words.import.fields[first] ?? first}${value}`;
}

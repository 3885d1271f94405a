import { addDays, addMonths, type DateRange, type Day, parseDay } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { findNamedCertification } from '../records/named-certification.ts';
import { parseQuickEntry, type QuickEntry } from '../records/parse-quick-entry.ts';

/** One assumption of a what-if: an activity, a pause, one certification more or less; `unread` when it isn't understood. */
export type Supposition =
  | { readonly kind: 'activity'; readonly entry: QuickEntry; readonly text: string }
  | { readonly kind: 'pause'; readonly span: DateRange }
  | { readonly kind: 'certification'; readonly certification: Certification; readonly hasSign: boolean }
  | { readonly kind: 'without'; readonly certification: Certification }
  | { readonly kind: 'unread'; readonly text: string };

interface WhatIfContext {
  readonly today: Day;
  readonly locale: string;
  find(text: string): Certification | undefined;
}

const MAX_SUPPOSITIONS = 8;

/** Reads up to 8 assumptions: `+16h "RSA" on 2027-04-26 for cissp; pause 2027-06..2027-09; +ccsp; -cism`. */
export function parseWhatIf(line: string, context: WhatIfContext): readonly Supposition[] {
  const parts = line
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.slice(0, MAX_SUPPOSITIONS).map((part) => parseSupposition(part, context));
}

function parseSupposition(part: string, context: WhatIfContext): Supposition {
  const pause = /^pause\s+(\d{4}-\d\d(?:-\d\d)?)\s*(?:\.\.|…|–|to|until)\s*(\d{4}-\d\d(?:-\d\d)?)$/iu.exec(part);
  if (pause !== null) {
    const start = firstDay(pause[1] ?? '');
    const end = lastDay(pause[2] ?? '');
    return start !== undefined && end !== undefined && start <= end
      ? { kind: 'pause', span: { start, end } }
      : { kind: 'unread', text: part };
  }
  const less = /^(?:[-−]|(?:drop|without|ohne)\s)\s*(.+)$/iu.exec(part)?.[1];
  if (less !== undefined) {
    const certification = context.find(less);
    return certification === undefined ? { kind: 'unread', text: part } : { kind: 'without', certification };
  }
  const text = part.replace(/^\+\s*/u, '');
  const certification = context.find(text);
  if (certification !== undefined) return { kind: 'certification', certification, hasSign: text !== part };
  const { today, locale } = context;
  const entry = parseQuickEntry(text.replaceAll(/["“”]/gu, ''), {
    today,
    locale,
    direction: 'future',
    isCertification: (name) => findNamedCertification(name, context) !== undefined,
  });
  const isClear =
    entry.duration !== undefined && entry.invalidDate === undefined && entry.unclearDuration === undefined;
  return isClear ? { kind: 'activity', entry, text } : { kind: 'unread', text: part };
}

function firstDay(text: string): Day | undefined {
  return parseDay(text) ?? parseDay(`${text}-01`);
}

function lastDay(text: string): Day | undefined {
  const first = parseDay(`${text}-01`);
  return parseDay(text) ?? (first === undefined ? undefined : addDays(addMonths(first, 1), -1));
}

import type { Card } from '../../chat/card.ts';
import type { Form, Option } from '../../chat/form.ts';
import type { Words } from '../../strings/index.ts';

/** The answer to `report`, before anything is made. */
export function reportStartedCard(scope: string | undefined, asOf: string | undefined, words: Words): Card {
  const phrases = words.report;
  const title = scope === undefined ? phrases.ofMine : phrases.of(phrases.print.teamScope(scope));
  return {
    title: phrases.begun,
    blocks: [
      { kind: 'text', text: asOf === undefined ? title : `${title}, ${phrases.asOf(asOf)}` },
      ...(scope === undefined ? [] : [{ kind: 'note', text: phrases.accessNote } as const]),
    ],
  };
}

/** How far a report is; without a step it waits for its turn. */
export function progressCard(
  { reportId, at }: { readonly reportId: string; readonly at: number | undefined },
  words: Words,
): Card {
  const { title, steps, queued } = words.report;
  const label = at === undefined ? queued : (steps[at] ?? '');
  return {
    title: `${title}: ${label}`,
    blocks: [{ kind: 'progress', label, done: at ?? 0, goal: steps.length }],
    refresh: { command: 'report', args: { progress: reportId } },
  };
}

/** A report that is made. */
export interface FinishedReport {
  readonly reportId: string;
  readonly title: string;
  readonly counts: string;
  readonly contentHash: string;
  readonly noPdf?: 'no-browser' | 'too-long' | undefined;
}

/** The card of a finished report with its code. */
export function readyCard(
  { reportId, title, counts, contentHash, noPdf, isDelivered }: FinishedReport & { readonly isDelivered: boolean },
  words: Words,
): Card {
  const phrases = words.report;
  return {
    title: `${title}: ${phrases.ready}`,
    blocks: [
      { kind: 'text', text: counts },
      ...(isDelivered ? [] : [{ kind: 'text', text: [{ bold: phrases.filesFollow }] } as const]),
      ...(noPdf === undefined
        ? []
        : [{ kind: 'text', text: [{ bold: noPdf === 'too-long' ? phrases.tooLong : phrases.noBrowser }] } as const]),
      { kind: 'facts', facts: [{ label: phrases.code, value: codeOf(contentHash) }] },
      { kind: 'note', text: phrases.check },
    ],
    actions: [{ label: words.pack.title, command: 'pack', args: { report: reportId }, opensForm: true }],
  };
}

/** Returns the short code of a report, the beginning of its content hash. */
export function codeOf(contentHash: string): string {
  return contentHash.slice(0, 20).replace(/(.{4})(?=.)/gu, '$1-');
}

/** The card that says why a report failed. */
export function reportFailedCard(text: string, words: Words): Card {
  const { title, notNow } = words.report;
  return { title: `${title}: ${notNow}`, blocks: [{ kind: 'text', text }] };
}

/** The card that accompanies a file. */
export function reportFileCard(kind: 'pdf' | 'csv', { title }: Pick<FinishedReport, 'title'>, words: Words): Card {
  const { aboutPdf, aboutCsv } = words.report;
  return { title: `${title} · ${kind === 'pdf' ? aboutPdf : aboutCsv}`, blocks: [] };
}

/** The refusal for a person without access to a team's report. */
export function refusedCard(words: Words): Card {
  const { title, notYours, noted } = words.report;
  return {
    title,
    blocks: [
      { kind: 'text', text: notYours },
      { kind: 'note', text: noted },
    ],
  };
}

interface ReportFormAbout {
  readonly teams: readonly Option[];
  readonly certifications: readonly Option[];
  readonly answers: Readonly<Record<string, string>>;
  readonly errors?: Form['errors'];
}

/** The form that asks for the scope of a report. */
export function reportForm({ teams, certifications, answers, errors }: ReportFormAbout, words: Words): Form {
  const phrases = words.report.form;
  const papers = (['a4', 'letter'] as const).map((value) => ({ value, label: words.report.papers[value] }));
  const contents = (['full', 'summary'] as const).map((value) => ({ value, label: phrases.contents[value] }));
  return {
    command: 'report',
    title: phrases.title,
    submit: phrases.submit,
    answers,
    parts: [
      {
        kind: 'choice',
        name: 'scope',
        label: phrases.scope,
        options: [{ value: 'mine', label: phrases.mine }, ...teams],
      },
      { kind: 'date', name: 'on', label: phrases.on, hint: phrases.onHint, optional: true },
      { kind: 'date', name: 'from', label: phrases.from, hint: phrases.periodHint, optional: true },
      { kind: 'date', name: 'until', label: phrases.until, optional: true },
      ...(certifications.length === 0
        ? []
        : [
            {
              kind: 'choice',
              name: 'certification',
              label: phrases.certification,
              options: certifications,
              optional: true,
            } as const,
          ]),
      { kind: 'choice', name: 'content', label: phrases.content, options: contents },
      { kind: 'choice', name: 'paper', label: phrases.paper, options: papers },
    ],
    ...(errors === undefined ? {} : { errors }),
  };
}

import { type Answers, answerOf, type Errors, type Form } from '../../chat/form.ts';
import { addForm, entriesToAdd, type NamedEntry } from '../../views/certifications/add-form.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';
import { MAX_ADDED, serializeNames } from './add-state.ts';
import { parseAddLines } from './parse-add-line.ts';
import { lookUpNames } from './propose-holding.ts';

/** The first step's answers, and what they are about. */
export interface AddAnswers {
  /** The certifications that were named in the line. */
  readonly named: readonly NamedEntry[];
  readonly answers: Answers;
  readonly errors?: Errors;
  /** What is logged once a certification is there. */
  readonly pendingLine: string | undefined;
}

/** Opens the form that adds the certifications of a line. Throws `Refusal` for too many of them, or if none of several can be added. */
export async function openAddForm(
  { line, pendingLine }: { readonly line: string; readonly pendingLine: string | undefined },
  scope: Scope,
): Promise<Form> {
  const { request, data } = scope;
  const { words } = request;
  const lines = parseAddLines(line, data.catalogue, request);
  if (lines.length > MAX_ADDED) throw new Refusal(words.add.tooMany(MAX_ADDED));
  const names = lines.flatMap(({ text }) => (text === '' ? [] : [text]));
  const named = await lookUpNames(names, scope);
  const entries = entriesToAdd(named);
  if (entries.length === 0)
    throw new Refusal(
      named.flatMap(({ chosen }) => (chosen === undefined ? [] : words.add.twice(chosen.short))).join(' '),
    );
  const answers: Record<string, Answers[string]> = {};
  for (const { fields, entry } of entries) {
    const dates = lines[entry === undefined ? 0 : named.indexOf(entry)]?.dates ?? {};
    for (const [name, day] of Object.entries(dates)) answers[`${fields.prefix}${name}`] = day;
  }
  const [only] = named.length === 1 ? named : [];
  if (only === undefined || only.candidates.length > 0) return drawAddForm({ named, answers, pendingLine }, scope);
  if (only.chosen !== undefined)
    return drawAddForm({ named, answers: { certification: only.chosen.code, ...answers }, pendingLine }, scope);
  const errors = { certification: words.add.unknown(only.typed, undefined) };
  return drawAddForm({ named, answers: { certification: names[0] ?? '', ...answers }, errors, pendingLine }, scope);
}

/** Draws the first step's form again with errors. A typed name that finds several certifications becomes a choice among them. */
export async function refusedAddForm({ named, answers, ...more }: AddAnswers, scope: Scope): Promise<Form> {
  const typed = answerOf(answers, 'certification');
  const sent = named.length > 1 || typed === '' ? named : await lookUpNames([typed], scope);
  const isChoice = sent.length === 1 && sent[0]?.chosen === undefined && (sent[0]?.candidates.length ?? 0) > 0;
  // A name that was typed is no option of the list that it is chosen from.
  const { certification: _typed, ...others } = answers;
  return drawAddForm({ named: sent, answers: isChoice ? others : answers, ...more }, scope);
}

/** Draws the first step's form. */
export function drawAddForm({ named, answers, errors, pendingLine }: AddAnswers, scope: Scope): Form {
  const { words } = scope.request;
  const isOpen = named.length > 1 || named.some(({ candidates }) => candidates.length > 0);
  return addForm({
    words,
    named,
    intro: pendingLine === undefined ? undefined : words.add.pendingLine(pendingLine),
    state: isOpen ? serializeNames(named.map(({ typed }) => typed)) : undefined,
    answers,
    ...(errors === undefined ? {} : { errors }),
  });
}

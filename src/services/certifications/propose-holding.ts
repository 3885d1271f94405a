import { type Answers, answerOf, type Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Certification } from '../../domain/certification.ts';
import { proposeCycle } from '../../domain/cycle.ts';
import type { Words } from '../../strings/index.ts';
import { type AddFields, entriesToAdd, type NamedEntry } from '../../views/certifications/add-form.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import type { SentForm } from '../sent-form.ts';
import { MAX_NAME_LENGTH, type ProposedHolding } from './add-state.ts';
import { unknownNameText } from './find-certification.ts';
import { findHoldings } from './holdings.ts';
import { readDateField } from './read-date-field.ts';
import { alreadyHolds } from './save-holding.ts';

/** Returns what typed names may mean: each one certification, or those to choose from. Of several, those the person has are marked. */
export async function lookUpNames(names: readonly string[], scope: Scope): Promise<readonly NamedEntry[]> {
  const { catalogue } = scope.data;
  const memberHoldings = names.length > 1 ? await findHoldings(scope.request.person, scope.data) : [];
  const seen = new Set(memberHoldings.map(({ certification: { code } }) => code));
  return names.map((name) => {
    const typed = name.slice(0, MAX_NAME_LENGTH);
    const chosen = catalogue.identify(typed);
    if (chosen === undefined) return { typed, chosen, candidates: catalogue.candidates(typed) };
    const isAlreadyAdded = seen.has(chosen.code);
    seen.add(chosen.code);
    return { typed, chosen, candidates: [], isAlreadyAdded };
  });
}

/**
 * Reads the first step of adding certifications, of which some were named in a line, and proposes a cycle for each. Returns the errors by field
 * if that isn't possible.
 */
export async function proposeHoldings(
  { form, answers }: SentForm,
  named: readonly NamedEntry[],
  scope: Scope,
): Promise<{ readonly proposed: readonly ProposedHolding[] } | { readonly errors: Errors }> {
  const errors = new FormErrors(readForm(form.parts, answers), scope.request.words);
  const proposed: ProposedHolding[] = [];
  for (const { fields, entry } of entriesToAdd(named)) {
    const chosen = (named.length > 1 ? entry?.chosen : undefined) ?? chosenIn(answers, fields, scope);
    const holding = await proposeHolding({ fields, answers, errors, chosen }, scope);
    if (holding !== undefined) proposed.push(holding);
  }
  return errors.any ? { errors: errors.toObject() } : { proposed };
}

function chosenIn(answers: Answers, fields: AddFields, { data: { catalogue } }: Scope): Certification | undefined {
  const typed = answerOf(answers, fields.certification);
  return typed === '' ? undefined : (catalogue.get(typed) ?? catalogue.identify(typed));
}

interface Proposal {
  readonly fields: AddFields;
  readonly answers: Answers;
  readonly errors: FormErrors;
  readonly chosen: Certification | undefined;
}

async function proposeHolding(
  { fields, answers, errors, chosen }: Proposal,
  scope: Scope,
): Promise<ProposedHolding | undefined> {
  const { request, data } = scope;
  const { words, today } = request;
  const typed = answerOf(answers, fields.certification);
  const start = readDateField(fields.start, { answers, errors }, scope);
  const expiry = readDateField(fields.expiry, { answers, errors }, scope);
  const hasDateError = errors.has(fields.start) || errors.has(fields.expiry);
  if (start !== undefined && start > today) errors.add(fields.start, words.add.startInFuture(start));
  if (start !== undefined && expiry !== undefined && expiry < start)
    errors.add(fields.expiry, words.add.expiryBeforeStart(start));
  if (typed !== '' && chosen === undefined)
    errors.add(fields.certification, unknownNameText(typed, data.catalogue.candidates(typed), words));
  if (chosen !== undefined && (await alreadyHolds(chosen, scope)))
    errors.add(fields.certification, words.add.twice(chosen.short));
  if (chosen === undefined || hasDateError || errors.has(fields.start) || errors.has(fields.expiry)) return undefined;
  const proposed = { certification: chosen, number: answerOf(answers, fields.number), start };
  if (chosen.renewal.kind === 'never-expires') return { ...proposed, cycle: undefined };
  const cycle = proposeCycle(chosen.renewal, { start, expiry }, today);
  if (cycle !== undefined) return { ...proposed, cycle };
  const missing = missingDate(chosen, start !== undefined, words);
  errors.add(missing.field === 'start' ? fields.start : fields.expiry, missing.text);
  return undefined;
}

/** Returns the error for dates from which no cycle follows. */
function missingDate({ short, renewal }: Certification, hasStart: boolean, { add: phrases }: Words) {
  const anchor = renewal.kind === 'never-expires' ? undefined : renewal.cycle.anchor?.value;
  if (hasStart) return { field: 'expiry', text: phrases.needsExpiry(anchor, short) } as const;
  return { field: 'start', text: anchor === undefined ? phrases.needsBoth(short) : phrases.needsDate } as const;
}

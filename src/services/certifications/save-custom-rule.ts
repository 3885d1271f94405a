import { codeOfName } from '../../catalogue/custom-limits.ts';
import { BadRule, changedRule, checkRule } from '../../catalogue/custom-rule.ts';
import { type Catalogue, ruleFileOf } from '../../catalogue/index.ts';
import { readCertification } from '../../catalogue/schema.ts';
import type { Answers, Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Certification } from '../../domain/certification.ts';
import type { CreditRenewal } from '../../domain/credit-rules.ts';
import type { Words } from '../../strings/index.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import { Refusal } from '../refusal.ts';
import type { SentForm } from '../sent-form.ts';
import { unknownCertification } from './find-certification.ts';
import { parseAddLines } from './parse-add-line.ts';
import { customAnswers, readFigures } from './read-custom-rule.ts';

/** A certification whose figures and fees are set, and the answers its form opens with. */
interface RuleTarget {
  readonly code: string;
  /** Undefined for a certification that is added. */
  readonly certification: Certification | undefined;
  readonly shown: Answers;
}

/** Returns the certification that is named, or the one that would be added with this name. Throws `Refusal` for a text without a name or with several. */
export function findRuleTarget(text: string, scope: Scope): RuleTarget {
  const {
    request,
    data: { catalogue },
  } = scope;
  const { words } = request;
  if (catalogue.namesakes(text).length > 0) throw unknownCertification(text, scope);
  const certification = text === '' ? undefined : catalogue.find(text);
  if (certification === undefined && parseAddLines(text, catalogue, request).length > 1)
    throw new Refusal(words.customise.several);
  const code = certification?.code ?? codeOfName(text);
  if (code === '') throw new Refusal(words.customise.which);
  return { code, certification, shown: shownAnswers(code, text, { catalogue, words }) };
}

function shownAnswers(
  code: string,
  short: string,
  { catalogue, words }: { readonly catalogue: Catalogue; readonly words: Words },
): Answers {
  const known = catalogue.get(code);
  if (known === undefined) return { short, months: '36' };
  const { renewal, upkeep } = known;
  const answers: Record<string, string> = { short: known.short, name: known.name, body: known.body };
  const [fee] = upkeep.fees;
  if (fee !== undefined && !Array.isArray(fee.amount) && 'value' in fee.amount)
    answers.fee = words.amount(fee.amount.value);
  if (renewal.kind !== 'credits') return answers;
  const custom = customAnswers(ruleFileOf(catalogue.fileOf(code)?.renewal), words);
  return { ...answers, unit: renewal.unit.many, ...custom, ...renewalAnswers(renewal, words) };
}

function renewalAnswers({ requirements, cycle: { months } }: CreditRenewal, words: Words): Answers {
  const answers: Record<string, string> = {};
  for (const code of ['total', 'yearly']) {
    const amount = requirements.find((one) => one.code === code)?.amount;
    if (amount !== undefined && 'value' in amount && typeof amount.value === 'number')
      answers[code] = words.amount(amount.value);
  }
  if (months !== undefined && 'value' in months) answers.months = String(months.value);
  return answers;
}

type SavedRule =
  | { readonly kind: 'saved'; readonly certification: Certification }
  | { readonly kind: 'errors'; readonly errors: Errors }
  /** The rules don't fit together, or with other rules. */
  | { readonly kind: 'bad-rule'; readonly problem: string };

/** Saves the sent form of a certification as a custom rule. Figures left as they were shown stay as they are in the catalogue. */
export async function saveCustomRule(
  { code, certification, shown }: RuleTarget,
  { form, answers }: SentForm,
  { request: { words, person, today, now }, data }: Scope,
): Promise<SavedRule> {
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const figures = readFigures({ answers, shown: certification === undefined ? {} : shown, errors }, words);
  if (errors.any) return { kind: 'errors', errors: errors.toObject() };
  const content = changedRule(code, figures, { base: data.catalogue.fileOf(code), today });
  try {
    checkRule(content, await data.customRules.all());
  } catch (error) {
    if (error instanceof BadRule) return { kind: 'bad-rule', problem: error.message };
    throw error;
  }
  await data.customRules.save({ code, content }, person.personId, now);
  return { kind: 'saved', certification: readCertification(code, content, 'workspace') };
}

/** Removes the custom rules of a certification, so that those of the catalogue apply. Throws `Refusal` if there are none. */
export async function resetCustomRule(code: string, { request: { words }, data }: Scope): Promise<void> {
  if (!(await data.customRules.remove(code))) throw new Refusal(words.customise.notOwn);
}

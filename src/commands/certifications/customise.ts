import { codeOfName } from '../../catalogue/custom-limits.ts';
import { BadRule, changedRule, checkRule } from '../../catalogue/custom-rule.ts';
import { ruleFileOf } from '../../catalogue/index.ts';
import { readCertification } from '../../catalogue/schema.ts';
import type { Answers } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { customAnswers, readFigures } from '../../services/certifications/read-custom-rule.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { Refusal } from '../../services/refusal.ts';
import { customiseForm } from '../../views/certifications/customise-form.ts';
import { rulesCard } from '../../views/certifications/rules-card.ts';
import type { Command, Context } from '../command.ts';

/** Adds a custom certification to the workspace, or changes the figures and fees of one in the catalogue. */
export const customise: Command = {
  name: 'customise',
  role: 'admin',
  writes: 'on-submit',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words, person, now, today } = request;
    const text = (request.state ?? request.args.text ?? '').trim();
    if (text === '') throw new Refusal(words.customise.which);
    const known = data.catalogue.find(text);
    if (request.args.reset !== undefined && known !== undefined) return reset(known.code, context);
    const code = known?.code ?? codeOfName(text);
    if (code === '') throw new Refusal(words.customise.which);
    const hasCredits = known === undefined || known.renewal.kind === 'credits';
    const shown = figuresOf(code, text, context);
    const answers = request.answers ?? shown;
    const shortOf = (one: string) => data.catalogue.get(one)?.short ?? one;
    const form = customiseForm({ words, code, isNew: known === undefined, hasCredits, answers });
    if (request.answers === undefined) return { kind: 'form', form };
    const errors = new FormErrors(readForm(form.parts, answers), words);
    const figures = readFigures({ answers, shown: known === undefined ? {} : shown, errors }, words);
    if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
    try {
      const content = changedRule(code, figures, { base: data.catalogue.fileOf(code), today });
      checkRule(content, await data.customRules.all());
      await data.customRules.save({ code, content }, person.personId, now);
      const changed = readCertification(code, content, 'workspace');
      return { kind: 'card', to: 'sender', card: rulesCard(changed, { today, isOwn: true, shortOf }, words) };
    } catch (error) {
      if (error instanceof BadRule) return { kind: 'form', form: { ...form, problem: error.message } };
      throw error;
    }
  },
};

async function reset(code: string, { request: { words }, data }: Context): Promise<Reply> {
  if (!(await data.customRules.remove(code))) throw new Refusal(words.customise.notOwn);
  const blocks = [{ kind: 'text', text: words.customise.resetText } as const];
  return { kind: 'card', to: 'sender', card: { title: words.customise.reset(code), blocks } };
}

function figuresOf(code: string, text: string, { request: { words }, data: { catalogue } }: Context): Answers {
  const known = catalogue.get(code);
  if (known === undefined) return { short: text, months: '36' };
  const { renewal, upkeep } = known;
  const answers: Record<string, string> = { short: known.short, name: known.name, body: known.body };
  const [fee] = upkeep.fees;
  if (fee !== undefined && !Array.isArray(fee.amount) && 'value' in fee.amount)
    answers.fee = words.amount(fee.amount.value);
  if (renewal.kind !== 'credits') return answers;
  answers.unit = renewal.unit.many;
  Object.assign(answers, customAnswers(ruleFileOf(catalogue.fileOf(code)?.renewal), words));
  const figure = (rule: string) => {
    const amount = renewal.requirements.find((one) => one.code === rule)?.amount;
    return amount !== undefined && 'value' in amount && typeof amount.value === 'number'
      ? words.amount(amount.value)
      : undefined;
  };
  const [total, yearly] = [figure('total'), figure('yearly')];
  if (total !== undefined) answers.total = total;
  if (yearly !== undefined) answers.yearly = yearly;
  const { months } = renewal.cycle;
  if (months !== undefined && 'value' in months) answers.months = String(months.value);
  return answers;
}

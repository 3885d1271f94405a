import type { Reply } from '../../chat/reply.ts';
import { findRuleTarget, resetCustomRule, saveCustomRule } from '../../services/certifications/save-custom-rule.ts';
import { parseFormState } from '../../services/form-state.ts';
import { editableForm, mergeSentForm } from '../../services/merge-answers.ts';
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
    const { words, today } = request;
    const text = (parseFormState(request.state).certification ?? request.args.text ?? '').trim();
    const target = findRuleTarget(text, context);
    const { code, certification, shown } = target;
    if (request.args.reset !== undefined && certification !== undefined) return reset(code, context);
    const hasCredits = certification === undefined || certification.renewal.kind === 'credits';
    const isNew = certification === undefined;
    const stored = customiseForm({ words, code, isNew, hasCredits, answers: shown });
    // The full name is one certification's, while a code may be what holders of another call theirs.
    const state = { certification: certification?.name ?? text };
    if (request.answers === undefined) return { kind: 'form', form: editableForm(stored, state) };
    const { answers, form, isConflict } = mergeSentForm(stored, request, state);
    if (isConflict) return { kind: 'form', form };
    const outcome = await saveCustomRule(target, { form, answers }, context);
    switch (outcome.kind) {
      case 'errors':
        return { kind: 'form', form: { ...form, errors: outcome.errors } };
      case 'bad-rule':
        return { kind: 'form', form: { ...form, problem: outcome.problem } };
      case 'saved': {
        const shortOf = (one: string) => data.catalogue.get(one)?.short ?? one;
        const card = rulesCard(outcome.certification, { today, isOwn: true, shortOf }, words);
        return { kind: 'card', to: 'sender', card };
      }
    }
  },
};

async function reset(code: string, context: Context): Promise<Reply> {
  const { words } = context.request;
  await resetCustomRule(code, context);
  const blocks = [{ kind: 'text', text: words.customise.resetText } as const];
  return { kind: 'card', to: 'sender', card: { title: words.customise.reset(code), blocks } };
}

import type { Reply } from '../../chat/reply.ts';
import { editableForm, mergeSentForm } from '../../services/merge-answers.ts';
import { answersOfSettings, changeSettings } from '../../services/teams/change-settings.ts';
import { LANGUAGES } from '../../strings/index.ts';
import { settingsForm } from '../../views/teams/settings-form.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Command } from '../command.ts';

/** Edits the settings of the workspace. */
export const settings: Command = {
  name: 'settings',
  role: 'admin',
  writes: 'on-submit',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words } = request;
    const stored = { ...settingsForm(words), answers: answersOfSettings(data.workspace) };
    if (request.answers === undefined) return { kind: 'form', form: editableForm(stored) };
    const { answers, form, isConflict } = mergeSentForm(stored, request);
    if (isConflict) return { kind: 'form', form };
    const changed = await changeSettings({ form, answers }, context);
    if ('errors' in changed) return { kind: 'form', form: { ...form, errors: changed.errors } };
    const { locale, zone, tolerance, nudgeBudget } = changed.settings;
    const language = LANGUAGES.find(({ code }) => locale.startsWith(code))?.name ?? locale;
    const text = words.settings.summary(language, zone, tolerance, nudgeBudget);
    return { kind: 'card', to: 'sender', card: lineCard(words.settings.saved, text) };
  },
};

import { type Answers, answerOf } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { isZone } from '../../domain/calendar.ts';
import { FormErrors } from '../../services/form-errors.ts';
import type { WorkspaceSettings } from '../../store/teams/settings.ts';
import { LANGUAGES } from '../../strings/index.ts';
import { settingsForm } from '../../views/teams/settings-form.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';

const MAX_TOLERANCE = 60;
const MAX_BUDGET = 31;

/** Edits the settings of the workspace. */
export const settings: Command = {
  name: 'settings',
  role: 'admin',
  writes: 'on-submit',
  async run({ request, data, effects }): Promise<Reply> {
    const { words, now } = request;
    const { workspace } = data;
    const form = settingsForm(words);
    const { answers } = request;
    if (answers === undefined) {
      const shown = {
        language: workspace.locale.slice(0, 2),
        zone: workspace.zone,
        tolerance: String(workspace.tolerance),
        budget: String(workspace.nudgeBudget),
        names: workspace.namesMembers ? 'yes' : 'no',
        escalates: workspace.escalates ? 'yes' : 'no',
      };
      return { kind: 'form', form: { ...form, answers: shown } };
    }
    const errors = new FormErrors(readForm(form.parts, answers), words);
    const query = readSettings(answers, { request, data, effects }, errors);
    if (errors.any) return { kind: 'form', form: { ...form, answers, errors: errors.toObject() } };
    await data.settings.save(query);
    await data.schedule.scheduleNoLaterThan(workspace.workspaceId, now);
    const { locale, zone, tolerance, nudgeBudget } = query;
    const language = LANGUAGES.find(({ code }) => locale.startsWith(code))?.name ?? locale;
    const text = words.settings.summary(language, zone, tolerance, nudgeBudget);
    return { kind: 'card', to: 'sender', card: lineCard(words.settings.saved, text) };
  },
};

function readSettings(answers: Answers, { request: { words }, data }: Context, errors: FormErrors): WorkspaceSettings {
  const whole = (name: string, max: number, problem: string): number => {
    const typed = answerOf(answers, name).trim();
    const number = /^\d{1,3}$/u.test(typed) ? Number(typed) : Number.NaN;
    if (!(number <= max)) errors.add(name, problem);
    return number;
  };
  const zone = answerOf(answers, 'zone').trim();
  if (zone !== '' && !isZone(zone)) errors.add('zone', words.team.badZone(zone));
  const language = answerOf(answers, 'language');
  const { locale } = data.workspace;
  return {
    // A region that was set stays.
    locale: locale.startsWith(language)
      ? locale
      : language === 'en'
        ? 'en-GB'
        : `${language}-${language.toUpperCase()}`,
    zone,
    tolerance: whole('tolerance', MAX_TOLERANCE, words.settings.badTolerance),
    nudgeBudget: whole('budget', MAX_BUDGET, words.settings.badBudget),
    namesMembers: answerOf(answers, 'names') === 'yes',
    escalates: answerOf(answers, 'escalates') === 'yes',
  };
}

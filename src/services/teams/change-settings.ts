import { type Answers, answerOf, type Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import { isZone } from '../../domain/calendar.ts';
import type { WorkspaceSettings } from '../../store/teams/settings.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import type { SentForm } from '../sent-form.ts';

const MAX_TOLERANCE = 60;
const MAX_BUDGET = 31;

/** Returns the settings of a workspace as the answers of their form. */
export function answersOfSettings(settings: WorkspaceSettings): Answers {
  return {
    language: settings.locale.slice(0, 2),
    zone: settings.zone,
    tolerance: String(settings.tolerance),
    budget: String(settings.nudgeBudget),
    names: settings.namesMembers ? 'yes' : 'no',
    escalates: settings.escalates ? 'yes' : 'no',
  };
}

/** Saves the settings of a sent form, and plans the notifications of the workspace anew. Returns the settings, or the errors by field. */
export async function changeSettings(
  sent: SentForm,
  scope: Scope,
): Promise<{ readonly settings: WorkspaceSettings } | { readonly errors: Errors }> {
  const read = readSettingsForm(sent, scope);
  if ('errors' in read) return read;
  const { request, data } = scope;
  await data.settings.save(read.settings);
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, request.now);
  return read;
}

function readSettingsForm(
  { form, answers }: SentForm,
  { request: { words }, data }: Scope,
): { readonly settings: WorkspaceSettings } | { readonly errors: Errors } {
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const whole = (name: string, max: number, problem: string): number => {
    const typed = answerOf(answers, name).trim();
    const number = /^\d{1,3}$/u.test(typed) ? Number(typed) : Number.NaN;
    if (!(number <= max)) errors.add(name, problem);
    return number;
  };
  const zone = answerOf(answers, 'zone').trim();
  if (zone !== '' && !isZone(zone)) errors.add('zone', words.team.badZone(zone));
  const settings: WorkspaceSettings = {
    locale: localeOf(answerOf(answers, 'language'), data.workspace.locale),
    zone,
    tolerance: whole('tolerance', MAX_TOLERANCE, words.settings.badTolerance),
    nudgeBudget: whole('budget', MAX_BUDGET, words.settings.badBudget),
    namesMembers: answerOf(answers, 'names') === 'yes',
    escalates: answerOf(answers, 'escalates') === 'yes',
  };
  return errors.any ? { errors: errors.toObject() } : { settings };
}

/** Returns the locale of a language. A region that was set stays. */
function localeOf(language: string, current: string): string {
  if (current.startsWith(language)) return current;
  return language === 'en' ? 'en-GB' : `${language}-${language.toUpperCase()}`;
}

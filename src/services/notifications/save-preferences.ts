import { type Answers, answerOf, answersOf, type Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import { isZone, parseDay } from '../../domain/calendar.ts';
import type { ContactHours } from '../../domain/weekly-schedule.ts';
import type { Preferences } from '../../store/notifications/preferences.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import { contactHoursOf, withPreferences } from '../person-preferences.ts';
import type { Request } from '../request.ts';
import type { SentForm } from '../sent-form.ts';

/** What holds for a member once their preferences are saved. */
export interface PreferencesInForce {
  readonly locale: string | null | undefined;
  readonly contactHours: ContactHours;
  readonly wantsNudges: boolean;
}

/** Returns stored preferences as the answers of their form. */
export function answersOfPreferences(saved: Preferences): Answers {
  const {
    zone,
    locale,
    isoDates,
    workDays,
    contactFrom,
    contactUntil,
    isNamed,
    wantsNudges,
    wantsSummary,
    tellsManager,
  } = saved;
  return {
    language: locale ?? 'platform',
    dates: isoDates ? 'iso' : 'usual',
    zone: zone ?? '',
    days: [...workDays],
    from: String(contactFrom),
    until: String(contactUntil),
    nudges: wantsNudges ? 'yes' : 'no',
    named: isNamed ? 'yes' : 'no',
    summary: wantsSummary ? 'yes' : 'no',
    managers: tellsManager ? 'yes' : 'no',
    away: saved.awayUntil ?? '',
  };
}

/** Reads the sent form of a member's preferences. Returns those to save, or the errors by field. */
export function readPreferences(
  { form, answers }: SentForm,
  { words, today }: Pick<Request, 'words' | 'today'>,
): { readonly preferences: Partial<Preferences> } | { readonly errors: Errors } {
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const zone = answerOf(answers, 'zone').trim();
  if (zone !== '' && !isZone(zone)) errors.add('zone', words.team.badZone(zone));
  const from = Number(answerOf(answers, 'from'));
  const until = Number(answerOf(answers, 'until'));
  if (until <= from) errors.add('until', words.preferences.hoursOrder);
  const typed = answerOf(answers, 'away');
  const away = typed === '' ? undefined : parseDay(typed);
  if (typed !== '' && away === undefined) errors.add('away', words.pace.badDay(typed));
  if (away !== undefined && away < today) errors.add('away', words.nudge.snoozePast);
  if (errors.any) return { errors: errors.toObject() };
  const language = answerOf(answers, 'language');
  const named = answerOf(answers, 'named');
  const summary = answerOf(answers, 'summary');
  const preferences = {
    zone: zone === '' ? null : zone,
    locale: language === 'platform' ? null : language,
    isoDates: answerOf(answers, 'dates') === 'iso',
    workDays: [...answersOf(answers, 'days')].sort().join(''),
    contactFrom: from,
    contactUntil: until,
    wantsNudges: answerOf(answers, 'nudges') === 'yes',
    tellsManager: answerOf(answers, 'managers') === 'yes',
    awayUntil: away ?? null,
    ...(named === '' ? {} : { isNamed: named === 'yes' }),
    ...(summary === '' ? {} : { wantsSummary: summary === 'yes' }),
  };
  return { preferences };
}

/** Saves preferences of the person and plans their messages anew. Returns what holds for them from now on. */
export async function savePreferences(
  preferences: Partial<Preferences>,
  { request: { person, now }, data }: Scope,
): Promise<PreferencesInForce> {
  const { personId } = person;
  await data.preferences.save(personId, preferences);
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, now);
  const saved = await data.preferences.of(personId);
  // The person of the request already has the zone and locale of the former preferences.
  const current = withPreferences((await data.people.get(personId)) ?? person, saved);
  const contactHours = contactHoursOf(current, saved, data.workspace);
  return { locale: current.locale, contactHours, wantsNudges: saved.wantsNudges };
}

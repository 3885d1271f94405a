import { type Answers, answerOf, answersOf } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { isZone, parseDay } from '../../domain/calendar.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { contactHoursOf, withPreferences } from '../../services/person-preferences.ts';
import type { Preferences } from '../../store/notifications/preferences.ts';
import { wordsFor } from '../../strings/index.ts';
import { preferencesForm } from '../../views/notifications/preferences-form.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';

/** Edits the member's language, contact hours, messages, and what others may see. */
export const preferences: Command = {
  name: 'preferences',
  role: 'member',
  writes: 'on-submit',
  async run({ request, data, effects }): Promise<Reply> {
    const { words, person, now } = request;
    const { namesMembers, zone, workspaceId } = data.workspace;
    const known = await data.people.get(person.personId);
    const form = preferencesForm({ zone: known?.zone ?? zone, mayBeNamed: namesMembers }, words);
    const before = await data.preferences.of(person.personId);
    const { answers } = request;
    if (answers === undefined) return { kind: 'form', form: { ...form, answers: answersFrom(before) } };
    const errors = new FormErrors(readForm(form.parts, answers), words);
    const saved = readPreferences(answers, { request, data, effects }, errors);
    if (errors.any) return { kind: 'form', form: { ...form, answers, errors: errors.toObject() } };
    await data.preferences.save(person.personId, saved);
    await data.schedule.scheduleNoLaterThan(workspaceId, now);
    const after = { ...before, ...saved };
    const requested = withPreferences(known ?? person, after);
    const own = wordsFor(requested.locale);
    const contactHours = contactHoursOf(requested, after, data.workspace);
    const weekdays = own.list(contactHours.workDays.map((day) => own.digest.weekdays[day - 1] ?? ''));
    const text = after.wantsNudges
      ? own.preferences.summary(
          weekdays,
          own.digest.hourOf(contactHours.from),
          own.digest.hourOf(contactHours.until),
          contactHours.zone,
        )
      : own.preferences.quiet;
    return { kind: 'card', to: 'sender', card: lineCard(own.preferences.saved, text) };
  },
};

function answersFrom(saved: Preferences): Answers {
  const {
    zone,
    locale,
    isoDates,
    workDays,
    contactFrom: welcomeFrom,
    contactUntil: welcomeUntil,
    isNamed,
    wantsNudges,
    tellsManager,
  } = saved;
  return {
    language: locale ?? 'platform',
    dates: isoDates ? 'iso' : 'usual',
    zone: zone ?? '',
    days: [...workDays],
    from: String(welcomeFrom),
    until: String(welcomeUntil),
    nudges: wantsNudges ? 'yes' : 'no',
    named: isNamed ? 'yes' : 'no',
    managers: tellsManager ? 'yes' : 'no',
    away: saved.awayUntil ?? '',
  };
}

function readPreferences(
  answers: Answers,
  { request: { words, today } }: Context,
  errors: FormErrors,
): Partial<Preferences> {
  const zone = answerOf(answers, 'zone').trim();
  if (zone !== '' && !isZone(zone)) errors.add('zone', words.team.badZone(zone));
  const from = Number(answerOf(answers, 'from'));
  const until = Number(answerOf(answers, 'until'));
  if (until <= from) errors.add('until', words.preferences.hoursOrder);
  const typed = answerOf(answers, 'away');
  const away = typed === '' ? undefined : parseDay(typed);
  if (typed !== '' && away === undefined) errors.add('away', words.pace.badDay(typed));
  if (away !== undefined && away < today) errors.add('away', words.nudge.snoozePast);
  const language = answerOf(answers, 'language');
  const named = answerOf(answers, 'named');
  return {
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
  };
}

import type { Reply } from '../../chat/reply.ts';
import { editableForm, mergeSentForm } from '../../services/merge-answers.ts';
import {
  answersOfPreferences,
  type PreferencesInForce,
  readPreferences,
  savePreferences,
} from '../../services/notifications/save-preferences.ts';
import { wordsFor } from '../../strings/index.ts';
import { preferencesForm } from '../../views/notifications/preferences-form.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Command } from '../command.ts';

/** Edits the member's language, contact hours, messages, and what others may see. */
export const preferences: Command = {
  name: 'preferences',
  role: 'member',
  writes: 'on-submit',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words, person } = request;
    const { namesMembers, zone } = data.workspace;
    const known = await data.people.get(person.personId);
    const leadsTeam = (await data.teams.of(person.personId)).some(({ isManager }) => isManager);
    const stored = {
      ...preferencesForm({ zone: known?.zone ?? zone, mayBeNamed: namesMembers, leadsTeam }, words),
      answers: answersOfPreferences(await data.preferences.of(person.personId)),
    };
    if (request.answers === undefined) return { kind: 'form', form: editableForm(stored) };
    const { answers, form, isConflict } = mergeSentForm(stored, request);
    if (isConflict) return { kind: 'form', form };
    const read = readPreferences({ form, answers }, request);
    if ('errors' in read) return { kind: 'form', form: { ...form, errors: read.errors } };
    return savedReply(await savePreferences(read.preferences, context));
  },
};

/** Says in the chosen language when messages come from now on. */
function savedReply({ locale, contactHours, wantsNudges }: PreferencesInForce): Reply {
  const own = wordsFor(locale);
  const { workDays, from, until, zone } = contactHours;
  const weekdays = own.list(workDays.map((day) => own.digest.weekdays[day - 1] ?? ''));
  const text = wantsNudges
    ? own.preferences.summary(weekdays, own.digest.hourOf(from), own.digest.hourOf(until), zone)
    : own.preferences.quiet;
  return { kind: 'card', to: 'sender', card: lineCard(own.preferences.saved, text) };
}

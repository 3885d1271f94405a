import type { Reply } from '../../chat/reply.ts';
import { findHoldingOrRefuse, findHoldings } from '../../services/certifications/holdings.ts';
import { editableForm, mergeSentForm } from '../../services/merge-answers.ts';
import { findHelpers, saveHelpRequest } from '../../services/notifications/help-requests.ts';
import {
  answersOfPreferences,
  type PreferencesInForce,
  readPreferences,
  savePreferences,
} from '../../services/notifications/save-preferences.ts';
import { Refusal } from '../../services/refusal.ts';
import { refusalOfNonAdmin } from '../../services/teams/ask-admin.ts';
import { wordsFor } from '../../strings/index.ts';
import { confirmHelpCard, helpRequestedCard } from '../../views/notifications/help-request-card.ts';
import { preferencesForm } from '../../views/notifications/preferences-form.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';

/** Edits the member's language, contact hours, messages, and what others may see. */
export const preferences: Command = {
  name: 'preferences',
  role: 'member',
  writes: 'on-submit',
  writesAtOnce: ({ args }) => args.help !== undefined && (args.confirm !== undefined || args.off !== undefined),
  async run(context): Promise<Reply> {
    const { request, data } = context;
    if (request.args.help !== undefined) return askForHelp(request.args.help, context);
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

/** Asks the managers for help with a certification, once the member has read who will see it; `off` takes the request back. */
async function askForHelp(code: string, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, person, today, args } = request;
  const phrases = words.nudge.helpRequest;
  const { certification, holdingId } = findHoldingOrRefuse(code, await findHoldings(person, data), context);
  const { short } = certification;
  if (args.off !== undefined) {
    await saveHelpRequest(holdingId, null, data);
    return { kind: 'card', to: 'sender', card: lineCard(phrases.withdrawn(short), phrases.withdrawnText) };
  }
  const found = await findHelpers(person.personId, today, data);
  if (found.managers.length === 0) throw await refusalOfNonAdmin(phrases.noManager, data, words);
  const namesOf = (people: typeof found.helpers) => people.map(({ name }) => name);
  if (found.helpers.length === 0) throw new Refusal(phrases.noHelpers(words.list(namesOf(found.managers))));
  const helpers = namesOf(found.helpers);
  if (args.confirm === undefined)
    return { kind: 'card', to: 'sender', card: confirmHelpCard(certification, helpers, words) };
  await saveHelpRequest(holdingId, today, data);
  return { kind: 'card', to: 'sender', card: helpRequestedCard(certification, helpers, words) };
}

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

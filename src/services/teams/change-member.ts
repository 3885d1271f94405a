import { answerOf, type Errors } from '../../chat/form.ts';
import { withLanguage } from '../../chat/platform-phrases.ts';
import { readForm } from '../../chat/read-form.ts';
import { type Day, parseDay } from '../../domain/calendar.ts';
import { may, type Role } from '../../domain/roles.ts';
import type { Person } from '../../store/entities.ts';
import { wordsFor } from '../../strings/index.ts';
import { goodbyeCard } from '../../views/teams/people-card.ts';
import type { Data, Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import type { SentForm } from '../sent-form.ts';
import { refusalOfNonAdmin } from './ask-admin.ts';

/** What an admin states about a member. */
interface MemberChange {
  readonly role: Role;
  readonly hasLeft: boolean;
  readonly away: Day | undefined;
}

/** Lets admins change people one after the other. Throws `Refusal` if another one took the role away meanwhile. */
export async function waitForOtherAdmins({ request: { person, words }, data }: Scope): Promise<void> {
  await data.people.lockAdmins();
  const [stored] = await data.people.some({ personIds: [person.personId] });
  const { leftOn } = await data.preferences.of(person.personId);
  if (stored === undefined || leftOn || !may(stored.role, 'admin'))
    throw await refusalOfNonAdmin(words.failure.notAllowed, data, words);
}

/** Reads the sent form of a member. Returns the change to save, or the errors by field: the last admin stays one. */
export async function readMemberForm(
  { form, answers }: SentForm,
  person: Person,
  { request: { words }, data }: Scope,
): Promise<{ readonly change: MemberChange } | { readonly errors: Errors }> {
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const typed = answerOf(answers, 'away');
  const away = typed === '' ? undefined : parseDay(typed);
  if (typed !== '' && away === undefined) errors.add('away', words.pace.badDay(typed));
  const role = answerOf(answers, 'role') as Role;
  const hasLeft = answerOf(answers, 'status') === 'left';
  if ((role !== 'admin' || hasLeft) && (await isLastAdmin(person, data)))
    errors.add(role === 'admin' ? 'status' : 'role', words.people.lastAdmin);
  return errors.any ? { errors: errors.toObject() } : { change: { role, hasLeft, away } };
}

/** Whether a person is an admin who is here, and every other admin has left. */
async function isLastAdmin({ personId, role }: Person, { people, preferences }: Data): Promise<boolean> {
  if (role !== 'admin') return false;
  const others = (await people.some({ role: 'admin' })).filter((one) => one.personId !== personId);
  const preferencesById = await preferences.some(others.map((one) => one.personId));
  return others.every((one) => preferencesById.get(one.personId)?.leftOn);
}

/** Saves the role, the departure and the leave of a member. A member who is marked as having left is told once that their record stays theirs. */
export async function changeMember(person: Person, { role, hasLeft, away }: MemberChange, scope: Scope): Promise<void> {
  const { request, data } = scope;
  const { today, now } = request;
  const { personId } = person;
  if (role !== person.role) await data.people.setRole(personId, role);
  const { leftOn, leftBy } = await data.preferences.of(personId);
  const departure = hasLeft ? { leftOn: leftOn ?? today, leftBy: leftBy ?? 'admin' } : { leftOn: null, leftBy: null };
  await data.preferences.save(personId, { ...departure, awayUntil: away ?? null });
  if (hasLeft && !leftOn) await notifyDeparture(person, scope);
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, now);
}

/** Tells a person who was marked as having left that their record stays theirs, and how to export it. */
async function notifyDeparture({ personId, locale }: Person, { request: { today, now }, data }: Scope): Promise<void> {
  const [place] = await data.people.addressesOf(personId);
  if (place === undefined) return;
  const words = wordsFor((await data.preferences.of(personId)).locale ?? locale);
  const card = withLanguage(goodbyeCard(words), words.language);
  await data.outbox.plan({ key: `left ${personId} ${today}`, purpose: 'notice', place, card, personId }, now);
}

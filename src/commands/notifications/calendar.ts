import type { Card } from '../../chat/card.ts';
import type { Reply } from '../../chat/reply.ts';
import { may } from '../../domain/roles.ts';
import { setReminder, subscribe, unsubscribe } from '../../services/notifications/calendar-addresses.ts';
import { Refusal } from '../../services/refusal.ts';
import { findTeamOrRefuse } from '../../services/teams/visibility.ts';
import { calendarCard, calendarOffCard } from '../../views/notifications/calendar-card.ts';
import type { Command, Context } from '../command.ts';

/** What a line asks for: `calendar`, `calendar new`, `calendar off`, `calendar remind 14`, each perhaps with a team. */
const WANTED = /^(?<verb>new|off|remind|neu|aus|erinnern)?\s*(?<rest>.*)$/iu;
const VERBS = { new: 'new', neu: 'new', off: 'off', aus: 'off', remind: 'remind', erinnern: 'remind' } as const;
const MAX_REMIND_DAYS = 90;

/** Gives the person a private address to which calendar programs subscribe: their own deadlines and plans, or what is due in a team. */
export const calendar: Command = {
  name: 'calendar',
  role: 'member',
  writes: 'always',
  confirmsGuess: true,
  async run(context): Promise<Reply> {
    const { verb = '', rest = '' } = WANTED.exec((context.request.args.text ?? '').trim())?.groups ?? {};
    const wanted = Object.entries(VERBS).find(([word]) => word === verb.toLowerCase())?.[1];
    return { kind: 'card', to: 'sender', card: await cardFor(wanted, rest.trim(), context) };
  },
};

async function cardFor(wanted: 'new' | 'off' | 'remind' | undefined, rest: string, context: Context): Promise<Card> {
  const { words } = context.request;
  if (wanted === 'remind') {
    await setReminder(readDays(rest, context), context);
    return calendarCard(await subscribe(undefined, { isNew: false }, context), words);
  }
  const team = rest === '' ? undefined : await findTeam(rest, context);
  if (wanted === 'off') return calendarOffCard(await unsubscribe(team, context), words);
  return calendarCard(await subscribe(team, { isNew: wanted === 'new' }, context), words);
}

async function findTeam(name: string, context: Context) {
  const { person, words } = context.request;
  if (!may(person.role, 'manager')) throw new Refusal(words.calendar.teamsOnly);
  return findTeamOrRefuse(name, context);
}

function readDays(typed: string, { request: { words } }: Context): number | null {
  if (/^(?:off|aus|0)$/iu.test(typed)) return null;
  const days = /^\d{1,3}$/u.test(typed) ? Number(typed) : Number.NaN;
  if (!(days >= 1 && days <= MAX_REMIND_DAYS)) throw new Refusal(words.calendar.remindHow(MAX_REMIND_DAYS));
  return days;
}

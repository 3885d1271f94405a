import type { Action, Card } from '../../chat/card.ts';
import type { Words } from '../../strings/index.ts';
import { answerCard } from '../text-card.ts';

/** A subscribed calendar; `url` is there only when the address is new. */
interface ShownCalendar {
  readonly team: { readonly teamId: string; readonly name: string } | undefined;
  readonly url: string | undefined;
  readonly remindDays: number | null;
  readonly since: Date;
}

/** The address of a calendar, and what can be done with it. */
export function calendarCard({ team, url, remindDays, since }: ShownCalendar, words: Words): Card {
  const phrases = words.calendar;
  const id = team?.teamId ?? '';
  const act = (label: string, verb: string): Action => ({
    label,
    command: 'calendar',
    args: { text: `${verb} ${id}`.trim() },
  });
  const remind = remindDays === null ? phrases.remindNever : phrases.reminds(remindDays);
  const address =
    url === undefined
      ? []
      : [
          { kind: 'text', text: phrases.subscribe } as const,
          { kind: 'text', text: url } as const,
          { kind: 'note', text: phrases.secret } as const,
        ];
  const name = phrases.name(team?.name);
  const answer =
    url === undefined
      ? phrases.inUse(words.date(since.toISOString().slice(0, 10)))
      : team === undefined
        ? phrases.ready
        : phrases.readyOf(team.name);
  return answerCard(answer, name, {
    blocks: [...address, { kind: 'note', text: remind }],
    actions: [
      { ...act(phrases.renew, 'new'), confirm: phrases.renewConfirm },
      { ...act(phrases.turnOff, 'off'), style: 'danger', confirm: phrases.turnOffConfirm },
      {
        label: remindDays === null ? phrases.remindTwoWeeks : phrases.remindOff,
        command: 'calendar',
        args: { text: remindDays === null ? 'remind 14' : 'remind off' },
      },
    ],
  });
}

/** Says that an address has stopped working, or that there was none. */
export function calendarOffCard(wasOn: boolean, words: Words): Card {
  const phrases = words.calendar;
  return answerCard(wasOn ? phrases.off : phrases.wasOff, phrases.name(undefined));
}

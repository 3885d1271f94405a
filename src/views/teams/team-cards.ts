import type { Action, Block, Card } from '../../chat/card.ts';
import type { Form, FormPart, Option } from '../../chat/form.ts';
import type { Words } from '../../strings/index.ts';
import { paged } from '../list-pages.ts';
import { answerCard } from '../text-card.ts';

/** A team as its managers see it. */
export interface ShownTeam {
  readonly teamId: string;
  readonly name: string;
  readonly members: number;
  readonly managers: readonly string[];
  /** When its digest is posted and in which time zone; undefined without a digest. */
  readonly digest?: { readonly weekday: number; readonly hour: number; readonly zone: string } | undefined;
  /** The group whose members are its members. */
  readonly follows?: string | undefined;
  readonly problem: string;
}

const PAGE = 8;

/** The card that lists the teams a person has access to. */
export function teamsCard(
  teams: readonly ShownTeam[],
  { from, mayAdd }: { readonly from: number; readonly mayAdd: boolean },
  words: Words,
): Card {
  const phrases = words.team;
  if (teams.length === 0) return answerCard(mayAdd ? phrases.noneYet : phrases.none, phrases.title);
  const shown = teams.slice(from, from + PAGE);
  const list = { command: 'team', requested: '', from, shown: shown.length, count: teams.length, size: PAGE };
  const { where, actions } = paged(
    { ...list, found: () => '' },
    { before: words.record.previousPage, after: words.record.nextPage },
    words,
  );
  const blocks: Block[] = shown.map((team) => teamItem(team, words));
  if (where !== '') blocks.push({ kind: 'note', text: where });
  const preview: Action = { label: words.digest.hereTitle, command: 'digest', args: { text: '' } };
  return {
    title: `${phrases.title}: ${teams.length}`,
    blocks,
    actions: [...actions, ...(teams.length === 1 ? [preview] : [])],
  };
}

function teamItem(
  { teamId, name, members, managers, digest, follows, problem: problems }: ShownTeam,
  words: Words,
): Block {
  const phrases = words.team;
  const when =
    digest === undefined
      ? phrases.digestOff
      : phrases.digestOn(
          words.digest.weekdays[digest.weekday - 1] ?? '',
          words.digest.hourOf(digest.hour),
          digest.zone,
        );
  const group = follows === undefined ? [] : [phrases.follows(follows)];
  const parts = [
    phrases.members(members),
    ...group,
    phrases.ledBy(managers),
    when,
    ...(problems === '' ? [] : [phrases.problem(problems)]),
  ];
  return {
    kind: 'item',
    title: [{ bold: name }],
    detail: parts.join(' · '),
    action: { label: phrases.settings, command: 'team', args: { text: teamId }, opensForm: true },
    also: { label: phrases.risk, command: 'risk', args: { text: teamId } },
  };
}

/** The result of syncing a team with its group. */
export type GroupSyncResult =
  | {
      readonly kind: 'followed';
      readonly team: string;
      readonly group: string;
      readonly members: number;
      readonly isNew: number;
    }
  | { readonly kind: 'failed'; readonly team: string; readonly reason: string };

/** The message with the result of syncing a team with its group. */
export function groupSyncCard(followed: GroupSyncResult, words: Words): Card {
  const phrases = words.team;
  const text =
    followed.kind === 'failed'
      ? phrases.followFailed(phrases.followRemedy[followed.reason] ?? phrases.followUnsure(followed.reason))
      : phrases.followed(followed.group, followed.members, followed.isNew);
  return { title: phrases.saved(followed.team), blocks: [{ kind: 'text', text }] };
}

/** More people than this cannot be chosen in a form. */
const MAX_CHOSEN = 100;

interface TeamFormAbout {
  /** The people who can be selected, by the id of their user. */
  readonly people: readonly Option[];
  /** The names of members who can't be selected here, because they use recert on another platform. */
  readonly onOtherPlatform: readonly string[];
  /** How many members the team has. */
  readonly members: number;
  readonly isNew: boolean;
  /** Whether the user may add people and select managers. */
  readonly mayAdd: boolean;
  /** The group whose members are the team's. */
  readonly follows: string | undefined;
}

/** The form of a team's settings. */
export function teamForm(about: TeamFormAbout, words: Words): Form {
  const { isNew, members, onOtherPlatform } = about;
  const phrases = words.team;
  const who: readonly FormPart[] =
    members > MAX_CHOSEN ? [{ kind: 'text', text: phrases.tooMany(members) }] : peopleFields(about, words);
  const others: readonly FormPart[] =
    onOtherPlatform.length === 0 ? [] : [{ kind: 'text', text: phrases.onOtherPlatform(onOtherPlatform) }];
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: words.digest.hourOf(hour) }));
  const weekdays = words.digest.weekdays.map((label, index) => ({ value: String(index + 1), label }));
  return {
    command: 'team',
    title: isNew ? phrases.newTitle : phrases.editTitle,
    submit: phrases.submit,
    parts: [
      { kind: 'line', name: 'name', label: phrases.name, maxLength: 60 },
      ...who,
      ...others,
      { kind: 'choice', name: 'day', label: phrases.day, options: weekdays },
      { kind: 'choice', name: 'hour', label: phrases.hour, options: hours },
      { kind: 'line', name: 'zone', label: phrases.zone, hint: phrases.zoneHint, maxLength: 60, optional: true },
    ],
  };
}

function peopleFields({ people: options, mayAdd, follows }: TeamFormAbout, words: Words): readonly FormPart[] {
  const phrases = words.team;
  const field = { kind: 'people', max: MAX_CHOSEN, options, optional: true } as const;
  const members: FormPart =
    follows === undefined
      ? { ...field, name: 'members', label: phrases.who, hint: mayAdd ? phrases.whoHint : phrases.adminAdds }
      : { kind: 'text', text: phrases.followsGroup(follows) };
  const managers: FormPart = { ...field, name: 'managers', label: phrases.managers, hint: phrases.managersHint };
  return mayAdd ? [members, managers] : [members];
}

import type { Card } from '../../chat/card.ts';
import type { Words } from '../../strings/index.ts';
import { cardWithActions } from '../text-card.ts';

interface NamedTeam {
  readonly teamId: string;
  readonly name: string;
}

interface NamedMember {
  readonly personId: string;
  readonly name: string;
}

/** Asks before members are removed from a team. Nothing has changed yet. */
export function confirmMemberRemovalCard(
  { teamId, name }: NamedTeam,
  removed: readonly NamedMember[],
  words: Words,
): Card {
  const phrases = words.team;
  const ids = removed.map(({ personId }) => personId).join(', ');
  const args = { text: `${teamId} remove ${ids}`, confirm: 'yes' };
  const names = words.list(removed.map((one) => one.name));
  return cardWithActions(phrases.confirmRemoval(names, name), words.record.nothingYet, [
    { label: phrases.remove, command: 'team', args, style: 'danger' },
  ]);
}

/** Asks before a team is deleted. Nothing has changed yet. */
export function confirmTeamDeletionCard({ teamId, name }: NamedTeam, words: Words): Card {
  const phrases = words.team;
  return cardWithActions(phrases.confirmDeletion(name), words.record.nothingYet, [
    { label: phrases.delete, command: 'team', args: { delete: teamId, confirm: 'yes' }, style: 'danger' },
  ]);
}

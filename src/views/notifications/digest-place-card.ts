import type { Card } from '../../chat/card.ts';
import type { WeeklySchedule } from '../../domain/weekly-schedule.ts';
import type { Words } from '../../strings/index.ts';
import { cardWithActions } from '../text-card.ts';

interface DigestTeam {
  readonly teamId: string;
  readonly name: string;
}

/** Asks before the digest of a team is posted where everyone can read it. Nothing has changed yet. */
export function confirmDigestPlaceCard(
  { teamId, name }: DigestTeam,
  { weekday: day, hour, zone }: WeeklySchedule,
  words: Words,
): Card {
  const { digest } = words;
  const details = digest.confirmHereDetails(digest.weekdays[day - 1] ?? '', digest.hourOf(hour), zone);
  return cardWithActions(digest.confirmHere(name), details, [
    { label: digest.postHere, command: 'digest', args: { text: `here ${teamId}`, confirm: 'yes' }, style: 'primary' },
  ]);
}

import { dayIn } from '../../domain/calendar.ts';
import { weekOf } from '../../domain/weekly-schedule.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import {
  buildDigest,
  type DigestDeps,
  digestHashOf,
  digestScheduleOf,
  planCorrection,
  wordsForTeam,
} from './plan-digest.ts';

/** How often a digest is compared with the facts on the day it was posted. Each time the whole workspace is planned anew. */
const CHECK_MS = 60 * 60_000;

/**
 * Plans a correction of a digest that was posted today, if what it says has changed since. Returns when to compare again; undefined if no
 * digest was posted today.
 */
export async function correctPostedDigest(team: Team, deps: DigestDeps): Promise<Date | undefined> {
  const { data, now } = deps;
  const { zone } = digestScheduleOf(team, data.workspace);
  const [latest] = await data.outbox.latest({ teamId: team.teamId, purposes: ['digest'] }, 1);
  if (latest === undefined || latest.week !== weekOf(zone, now)) return undefined;
  if (dayIn(zone, latest.plannedAt) !== dayIn(zone, now) || latest.state === 'withdrawn') return undefined;
  const again = new Date(now.getTime() + CHECK_MS);
  const { message, place, week, contentHash } = latest;
  if (latest.state !== 'sent' || !message || contentHash === '') return again;
  if (!(await data.audit.hasChanged(['record', 'holding'], latest.plannedAt))) return again;
  const shown = { ...(await buildDigest(team, wordsForTeam(team, data.workspace), deps)), week };
  if (digestHashOf(shown, wordsForTeam(team, data.workspace)) !== contentHash)
    await planCorrection(team, { week, message, place }, deps);
  return again;
}

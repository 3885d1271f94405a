import { createHash } from 'node:crypto';
import type { Catalogue } from '../../catalogue/index.ts';
import type { HttpRoute } from '../../chat/chat-adapter.ts';
import { Recent } from '../../chat/recent-keys.ts';
import { dayIn } from '../../domain/calendar.ts';
import { may } from '../../domain/roles.ts';
import type { Clock } from '../../ports.ts';
import { calendarFile } from '../../reports/ical-file.ts';
import type { CalendarAddress } from '../../store/notifications/notification-entities.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import { wordsFor } from '../../strings/index.ts';
import { withCatalogue } from '../certifications/workspace-catalogue.ts';
import { SECURITY_HEADERS, textResponse } from '../outgoing-files.ts';
import { withPreferences } from '../person-preferences.ts';
import { resolveSecretLink, type SecretLink, secretLinkToken } from '../secret-link.ts';
import { personEvents, teamEvents } from './calendar-events.ts';

const PATH = '/calendar';
/** For this long a calendar is served as it was read last, however often it is asked for. */
const FRESH_MS = 60_000;
/** Calendars kept in memory at most; each is a few kilobytes. */
const MAX_FRESH = 1_000;

interface CalendarDeps {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}

/** Returns a calendar address. It alone grants access. */
export function calendarAddress(base: string, link: SecretLink): string {
  return `${base}${PATH}/${secretLinkToken(link)}.ics`;
}

/** Serves calendars by their private addresses. An address that was turned off, or whose owner may not see the team any more, isn't found. */
export function calendarRoute(deps: CalendarDeps): HttpRoute {
  const fresh = new Recent<Promise<Uint8Array | undefined>>(deps.clock, FRESH_MS, MAX_FRESH);
  return {
    path: PATH,
    handle: async ({ method, url, headers }) => {
      if (method !== 'GET' && method !== 'HEAD')
        return textResponse(405, 'Calendars can only be fetched.\n', { allow: 'GET, HEAD' });
      const [, token = ''] = /^\/calendar\/([\w.-]{1,200})\.ics$/u.exec(new URL(url).pathname) ?? [];
      const link = await resolveSecretLink(token, deps.store);
      const file = link && (await fresh.once(token, () => readCalendar(link, deps)));
      if (file === undefined)
        return textResponse(404, 'This calendar address is not in use. Ask recert for a new one with “calendar”.\n');
      return calendarResponse(file, { method, known: headers.get('if-none-match') });
    },
  };
}

function calendarResponse(
  file: Uint8Array,
  { method, known }: { readonly method: string; readonly known: string | null },
): Response {
  const etag = `"${createHash('sha256').update(file).digest('base64url')}"`;
  const about = { ...SECURITY_HEADERS, 'cache-control': 'private, max-age=900', etag };
  if (known?.split(/\s*,\s*/u).some((one) => one.replace(/^W\//u, '') === etag))
    return new Response(null, { status: 304, headers: about });
  const headers = { ...about, 'content-type': 'text/calendar; charset=utf-8', 'content-length': String(file.length) };
  return new Response(method === 'HEAD' ? null : Buffer.from(file), { headers });
}

async function readCalendar({ workspaceId, id, secret }: SecretLink, deps: CalendarDeps) {
  const { store, catalogue, clock } = deps;
  return store.inWorkspace(workspaceId, async (workspaceData) => {
    const address = await workspaceData.calendarAddresses.findBySecret(id, secret);
    if (address === undefined) return undefined;
    const owner = await findOwner(address, workspaceData);
    if (owner === undefined) return undefined;
    const data = await withCatalogue(workspaceData, catalogue);
    const words = wordsFor(owner.locale);
    const now = clock.now();
    const today = dayIn(owner.zone ?? workspaceData.workspace.zone, now);
    const { teamId, remindDays } = address;
    const team = teamId == null ? null : await workspaceData.teams.get(teamId);
    const reader = { today, words };
    const events = team === null ? await personEvents(owner, reader, data) : await teamEvents(team, reader, data);
    // The bytes change with what they say, at most once a day otherwise.
    const midnight = new Date(`${today}T00:00:00Z`);
    const name = words.calendar.name(team?.name);
    return calendarFile(events, { now: midnight, name, remindDays: remindDays ?? undefined });
  });
}

/** The person of an address in their own language and zone; undefined if they have left, or may not see the team. */
async function findOwner({ personId, teamId }: CalendarAddress, data: WorkspaceData) {
  const stored = await data.people.get(personId);
  const preferences = await data.preferences.of(personId);
  if (stored === null || preferences.leftOn) return undefined;
  const person = withPreferences(stored, preferences);
  if (teamId == null || may(person.role, 'admin')) return person;
  const managed = (await data.teams.of(personId)).some((one) => one.teamId === teamId && one.isManager);
  return managed && may(person.role, 'manager') ? person : undefined;
}

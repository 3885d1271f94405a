import { Recent } from '../../../src/chat/recent-keys.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { TeamsActivity } from '../inbound/payloads.ts';
import { type Refused, readRequest, refused } from '../inbound/request.ts';
import { isAuthentic } from './bot-token.ts';
import { type Hosts, isLocal, mayCall } from './hosts.ts';
import type { Keys } from './keys.ts';

const REMEMBERED_MS = 10 * 60_000;
const MAX_REMEMBERED = 2000;

/** An answer to Teams. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** Which activities are let through. */
interface GuardOptions {
  readonly hosts: Hosts;
  /** Absent in development only. */
  readonly appId?: string;
  /** The tenants the bot serves; in development, an empty list serves all. */
  readonly tenantIds: readonly string[];
  readonly keys: Keys;
  readonly clock: Clock;
  readonly log: Log;
}

/** Passes an activity to its handler once, if Teams sent it for this bot and a tenant it serves. */
export interface Guard {
  handle(request: Request, handler: (activity: TeamsActivity) => Promise<Answer>): Promise<Answer>;
  /** The number of remembered activities. */
  readonly remembered: number;
}

/** Checks every request before Microsoft's SDK sees it. */
export function guard(options: GuardOptions): Guard {
  const seen = new Recent<Promise<Answer>>(options.clock, REMEMBERED_MS, MAX_REMEMBERED);
  return {
    handle: async (request, handler) => {
      const checked = await check(request, options);
      if (checked.kind === 'refused') {
        options.log.debug('A request was refused.', { status: checked.status });
        return { status: checked.status };
      }
      const { activity } = checked;
      const { id, type, conversation } = activity;
      // Without an id, a repeated delivery can't be recognised.
      if (id === undefined || id === null || id === '') return handler(activity);
      return seen.once(JSON.stringify([conversation.id, type, id]), () => handler(activity));
    },
    get remembered() {
      return seen.size;
    },
  };
}

type Checked = Refused | { readonly kind: 'passed'; readonly activity: TeamsActivity };

async function check(request: Request, { hosts, appId, tenantIds, keys, clock }: GuardOptions): Promise<Checked> {
  const read = await readRequest(request);
  if (read.kind === 'refused') return read;
  const shape = TeamsActivity.safeParse(read.body);
  if (!shape.success) return refused(400);
  const activity = shape.data;
  const { channelId, serviceUrl } = activity;
  if (channelId !== 'msteams') return refused(403);
  if (!mayCall(serviceUrl, hosts)) return refused(403);
  if (appId === undefined) {
    if (!hosts.development || !isLocal(request)) return refused(401);
  } else if (!(await isAuthentic(request.headers.get('authorization'), { appId, serviceUrl }, { keys, clock }))) {
    return refused(401);
  }
  return isServed(activity, tenantIds, hosts.development) ? { kind: 'passed', activity } : refused(403);
}

// Some invokes contain their tenant only once; if it is there twice, both must be equal.
function isServed(
  { conversation, channelData }: TeamsActivity,
  tenantIds: readonly string[],
  development: boolean,
): boolean {
  const named = [conversation.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined && id !== null);
  if (development && tenantIds.length === 0) return new Set(named).size <= 1;
  return named.length > 0 && named.every((id) => id === named[0] && tenantIds.includes(id));
}

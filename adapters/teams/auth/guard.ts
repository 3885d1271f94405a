import { Recent } from '../../../src/chat/recent.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { TeamsActivity } from '../inbound/payloads.ts';
import { type Refused, readRequest, refused } from '../inbound/request.ts';
import { type Hosts, isLocal, mayCall } from './hosts.ts';
import type { Keys } from './keys.ts';
import { isAuthentic } from './token.ts';

const REMEMBERED_MS = 10 * 60_000;
const MOST_REMEMBERED = 2000;

/** An answer to Teams. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** What may come in. */
export interface Guarded {
  readonly hosts: Hosts;
  /** Absent in development alone. */
  readonly appId?: string;
  /** The tenants the bot serves; in development none means any. */
  readonly tenantIds: readonly string[];
  readonly keys: Keys;
  readonly clock: Clock;
  readonly log: Log;
}

/** Lets an activity through to `turn` when Teams sent it, for this bot and a tenant it serves, and once only. */
export interface Guard {
  handle(request: Request, turn: (activity: TeamsActivity) => Promise<Answer>): Promise<Answer>;
  /** How many activities are remembered. */
  readonly remembered: number;
}

/** Stands before the SDK, which must never decide who may come in. */
export function guard(options: Guarded): Guard {
  const seen = new Recent<Promise<Answer>>(options.clock, REMEMBERED_MS, MOST_REMEMBERED);
  return {
    handle: async (request, turn) => {
      const passed = await check(request, options);
      if (passed.kind === 'refused') {
        options.log.debug('A request was refused.', { status: passed.status });
        return { status: passed.status };
      }
      const { activity } = passed;
      const { id, type, conversation } = activity;
      // Without an id nobody can say whether it was there before.
      if (id === undefined || id === null || id === '') return turn(activity);
      return seen.once(JSON.stringify([conversation.id, type, id]), () => turn(activity));
    },
    get remembered() {
      return seen.size;
    },
  };
}

type Checked = Refused | { readonly kind: 'passed'; readonly activity: TeamsActivity };

async function check(request: Request, { hosts, appId, tenantIds, keys, clock }: Guarded): Promise<Checked> {
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

// Some invokes name their tenant only once; where it is named twice, both names must be the same.
function isServed(
  { conversation, channelData }: TeamsActivity,
  tenantIds: readonly string[],
  development: boolean,
): boolean {
  const named = [conversation.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined && id !== null);
  if (development && tenantIds.length === 0) return new Set(named).size <= 1;
  return named.length > 0 && named.every((id) => id === named[0] && tenantIds.includes(id));
}

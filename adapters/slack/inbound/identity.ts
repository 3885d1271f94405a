import type { Identity } from '../../../src/chat/identity.ts';
import type { Place } from '../../../src/chat/place.ts';
import type { CommandBody, DirectMessageBody, EventBody, HomeOpenedBody, UserChangedBody } from './payloads.ts';

/** The workspace of the bot token. */
export interface SlackWorkspace {
  readonly team: string;
  readonly enterprise?: string;
  readonly botId?: string;
  readonly botUserId?: string;
}

/** The sender of a payload, from its signed envelope. */
export interface Origin {
  readonly user: string;
  /** The person's workspace, if the payload contains it. */
  readonly userTeam?: string;
  readonly team?: string;
  readonly enterprise?: string;
  readonly isOrgWide: boolean;
}

interface Envelope {
  readonly user: { readonly id: string; readonly team_id?: string | null | undefined };
  readonly team?: { readonly id: string } | null | undefined;
  readonly enterprise?: { readonly id: string } | null | undefined;
  readonly is_enterprise_install?: boolean | undefined;
}

/** The origin of a button press, a sent form, a suggestion or a shortcut. */
export function originOf(body: Envelope): Origin {
  return {
    user: body.user.id,
    isOrgWide: body.is_enterprise_install ?? false,
    ...given('userTeam', body.user.team_id),
    ...given('team', body.team?.id),
    ...given('enterprise', body.enterprise?.id),
  };
}

/** The origin of a typed command. */
export function commandOrigin(body: CommandBody): Origin {
  return {
    user: body.user_id,
    team: body.team_id,
    isOrgWide: body.is_enterprise_install === 'true',
    ...given('enterprise', body.enterprise_id),
  };
}

/** The origin of an opened Home tab. */
export function homeOrigin(body: HomeOpenedBody): Origin {
  return { user: body.event.user, ...receiverOf(body) };
}

/** The origin of a direct message. */
export function directMessageOrigin(body: DirectMessageBody): Origin {
  return { user: body.event.user, ...receiverOf(body), ...given('userTeam', body.event.user_team) };
}

/** The origin of a changed account: the person whose account it is. */
export function userChangeOrigin(body: UserChangedBody): Origin {
  const { user } = body.event;
  return { user: user.id, ...receiverOf(body), ...given('userTeam', user.team_id) };
}

/** The tenant that receives an event. */
export function tenantOfEvent(body: EventBody): string {
  return tenantOf(receiverOf(body));
}

/** The installation that receives an event. */
function receiverOf({ team_id: team, enterprise_id: enterprise, authorizations }: EventBody): Omit<Origin, 'user'> {
  const [receiver] = authorizations ?? [];
  const isOrgWide = receiver?.is_enterprise_install === true;
  return { team, isOrgWide, ...given('enterprise', enterprise ?? (isOrgWide ? receiver.enterprise_id : undefined)) };
}

/** Whether a person belongs to the workspace or its enterprise; false for guests of a shared channel. */
export function isMember(origin: Origin, home: SlackWorkspace | undefined): boolean {
  const { team, userTeam, enterprise } = origin;
  if (team === undefined && enterprise === undefined) return false;
  if (home !== undefined && team !== home.team && (enterprise === undefined || enterprise !== home.enterprise)) {
    return false;
  }
  // In an enterprise, a person's team may be the enterprise itself.
  return userTeam === undefined || userTeam === team || userTeam === enterprise || userTeam === home?.team;
}

/** Whether only their profile can say that a person belongs to the enterprise: in a whole enterprise, their own workspace may be another one of it. */
export function isPerhapsMember({ enterprise, isOrgWide }: Origin, home: SlackWorkspace | undefined): boolean {
  return isOrgWide && enterprise !== undefined && enterprise === home?.enterprise;
}

/** The identity of a member. */
export function identityOf(origin: Origin): Identity {
  return { platform: 'slack', tenant: tenantOf(origin), user: origin.user };
}

/** A channel as a place; without one, the person's direct messages. */
export function placeOf(origin: Origin, channel: string | undefined): Place {
  return { platform: 'slack', tenant: tenantOf(origin), address: channel ?? origin.user };
}

// For an app installed in a whole enterprise, payloads always contain the enterprise and only sometimes the team.
function tenantOf({ team, enterprise, isOrgWide }: Omit<Origin, 'user'>): string {
  return (isOrgWide ? (enterprise ?? team) : (team ?? enterprise)) ?? '';
}

type OptionalId = 'userTeam' | 'team' | 'enterprise';

function given(name: OptionalId, value: string | null | undefined): Partial<Record<OptionalId, string>> {
  return value === undefined || value === null ? {} : { [name]: value };
}

import { describe, expect, it } from 'vitest';
import {
  commandOrigin,
  homeOrigin,
  identityOf,
  isMember,
  type Origin,
  originOf,
  placeOf,
} from '../../../../adapters/slack/inbound/identity.ts';
import { CommandBody, HomeOpenedBody } from '../../../../adapters/slack/inbound/payloads.ts';

const HOME = { team: 'T0HOME', enterprise: 'E0CORP' };
const COMMAND = {
  command: '/recert',
  team_id: 'T0HOME',
  user_id: 'U0ANNA',
  channel_id: 'C0TEAM',
  trigger_id: '1.2',
  response_url: 'https://hooks.example.org/a',
};
const OPENED = {
  type: 'event_callback',
  team_id: 'T0HOME',
  event_id: 'Ev1',
  event: { type: 'app_home_opened', user: 'U0ANNA', tab: 'home' },
};
const from = (over: Partial<Origin>): Origin => ({ user: 'U0ANNA', isOrgWide: false, ...over });

describe('the origin', () => {
  it('of an interaction has every id that its envelope has', () => {
    const origin = originOf({
      user: { id: 'U0ANNA', team_id: 'T0HOME' },
      team: { id: 'T0HOST' },
      enterprise: { id: 'E0CORP' },
      is_enterprise_install: true,
    });

    expect(origin).toStrictEqual({
      user: 'U0ANNA',
      userTeam: 'T0HOME',
      team: 'T0HOST',
      enterprise: 'E0CORP',
      isOrgWide: true,
    });
  });

  it('of an interaction leaves out ids that are missing or null', () => {
    const origin = originOf({ user: { id: 'U0ANNA', team_id: null }, team: null, enterprise: undefined });

    expect(origin).toStrictEqual({ user: 'U0ANNA', isOrgWide: false });
  });

  it.each([
    [undefined, false],
    ['false', false],
    ['true', true],
  ])('of a command with is_enterprise_install %s is of the whole enterprise: %s', (flag, isOrgWide) => {
    const body = CommandBody.parse({ ...COMMAND, is_enterprise_install: flag, enterprise_id: 'E0CORP' });

    expect(commandOrigin(body)).toStrictEqual({ user: 'U0ANNA', team: 'T0HOME', enterprise: 'E0CORP', isOrgWide });
  });

  it('of an opened Home tab is its person and team', () => {
    expect(homeOrigin(HomeOpenedBody.parse({ ...OPENED, enterprise_id: null }))).toStrictEqual({
      user: 'U0ANNA',
      team: 'T0HOME',
      isOrgWide: false,
    });
  });
});

describe('a person', () => {
  it.each<[string, Partial<Origin>, boolean]>([
    ['of the workspace', { team: 'T0HOME', userTeam: 'T0HOME' }, true],
    ['of the workspace whose own team is not given', { team: 'T0HOME' }, true],
    ['of the enterprise, known by it alone', { enterprise: 'E0CORP' }, true],
    ['of another workspace of the enterprise', { team: 'T0SISTER', enterprise: 'E0CORP', userTeam: 'T0SISTER' }, true],
    ['whose team is the enterprise', { team: 'T0HOME', enterprise: 'E0CORP', userTeam: 'E0CORP' }, true],
    [
      'of the workspace, in a shared channel of a sister',
      { team: 'T0SISTER', enterprise: 'E0CORP', userTeam: 'T0HOME' },
      true,
    ],
    ['who is a guest of a shared channel', { team: 'T0HOME', userTeam: 'T0GUEST' }, false],
    ['of another workspace', { team: 'T0OTHER', userTeam: 'T0OTHER' }, false],
    ['of another enterprise', { team: 'T0OTHER', enterprise: 'E0OTHER' }, false],
    ['without a team or an enterprise', {}, false],
  ])('%s is a member: %s', (_name, origin, member) => {
    expect(isMember(from(origin), HOME)).toBe(member);
  });

  it('of another team is no member of a workspace without an enterprise', () => {
    expect(isMember(from({ team: 'T0OTHER' }), { team: 'T0HOME' })).toBe(false);
  });

  it('is judged by the payload alone until the workspace is known', () => {
    expect(isMember(from({ team: 'T0ANY', userTeam: 'T0ANY' }), undefined)).toBe(true);
    expect(isMember(from({ team: 'T0ANY', userTeam: 'T0GUEST' }), undefined)).toBe(false);
  });
});

describe('the tenant', () => {
  it.each<[string, Partial<Origin>, string]>([
    ['the team, when the app is installed there', { team: 'T1', enterprise: 'E1' }, 'T1'],
    ['the enterprise, when there is no team', { enterprise: 'E1' }, 'E1'],
    ['the enterprise, when the app is installed in all of it', { team: 'T1', enterprise: 'E1', isOrgWide: true }, 'E1'],
    ['the team, when the enterprise is not given', { team: 'T1', isOrgWide: true }, 'T1'],
    ['empty, when nothing is given', {}, ''],
  ])('is %s', (_name, origin, tenant) => {
    expect(identityOf(from(origin))).toEqual({ platform: 'slack', tenant, user: 'U0ANNA' });
    expect(placeOf(from(origin), 'C1')).toEqual({ platform: 'slack', tenant, address: 'C1' });
  });

  it('has the direct messages of a person as a place', () => {
    expect(placeOf(from({ team: 'T1' }), undefined)).toEqual({ platform: 'slack', tenant: 'T1', address: 'U0ANNA' });
  });
});

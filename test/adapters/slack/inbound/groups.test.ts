import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCard, type StandIn, standIn } from '../stand-in.ts';

let slack: StandIn;

beforeEach(async () => {
  nock.disableNetConnect();
  slack = await standIn({ dispatch: () => aCard('Nothing') });
});
afterEach(async () => {
  await slack.stop();
  nock.cleanAll();
});

const where = { platform: 'slack', tenant: 'T0HOME', address: 'C1' } as const;
const ask = (named: string, known: readonly string[] = []) => slack.groupOf({ where, named, known: new Set(known) });
const GROUPS = {
  usergroups: [
    { id: 'S0OPS', handle: 'secops' },
    { id: 'S0ALL', handle: 'all' },
  ],
};
const BEN = { id: 'U0BEN', name: 'ben', tz: 'Asia/Tokyo', locale: 'ja-JP', profile: { real_name: 'Ben' } };

describe('a user group', () => {
  it.each(['@secops', 'SecOps', 'S0OPS'])('is found by %s, and only strangers are asked about', async (named) => {
    slack.expect('usergroups.list', GROUPS);
    slack.expect('usergroups.users.list', { users: ['U0ANNA', 'U0BEN', 'U0BOT', 'U0GONE'] });
    slack.expect('users.info', { user: BEN });
    slack.expect('users.info', { user: { id: 'U0BOT', is_bot: true } });
    slack.expect('users.info', { user: { id: 'U0GONE', deleted: true } });

    expect(await ask(named, ['U0ANNA'])).toEqual({
      kind: 'group',
      id: 'S0OPS',
      name: '@secops',
      members: [
        { user: 'U0ANNA', direct: { ...where, address: 'U0ANNA' } },
        {
          user: 'U0BEN',
          direct: { ...where, address: 'U0BEN' },
          profile: { name: 'Ben', zone: 'Asia/Tokyo', locale: 'ja-JP' },
        },
      ],
    });
    expect(slack.calls.map(({ method, args }) => [method, args.usergroup ?? args.user])).toEqual([
      ['usergroups.list', undefined],
      ['usergroups.users.list', 'S0OPS'],
      ['users.info', 'U0BEN'],
      ['users.info', 'U0BOT'],
      ['users.info', 'U0GONE'],
    ]);
  });

  it('with a member who is gone has the others', async () => {
    slack.expect('usergroups.list', GROUPS);
    slack.expect('usergroups.users.list', { users: ['U0DEAD', 'U0BEN'] });
    slack.expect('users.info', { ok: false, error: 'user_not_found' });
    slack.expect('users.info', { user: BEN });

    expect(await ask('secops')).toMatchObject({ kind: 'group', members: [{ user: 'U0BEN' }] });
  });

  it('is asked for later when Slack has trouble of its own', async () => {
    slack.expect('usergroups.list', { ok: false, error: 'internal_error' });

    expect((await ask('@secops')).kind).toBe('busy');
  });

  it('that is not there, or is not named, is refused', async () => {
    slack.expect('usergroups.list', GROUPS);

    expect(await ask('@nobody')).toEqual({ kind: 'refused', reason: 'no_such_subteam' });
    expect(await ask('')).toEqual({ kind: 'refused', reason: 'no_group_named' });
  });

  it('that Slack does not show is refused in its word', async () => {
    slack.expect('usergroups.list', { ok: false, error: 'missing_scope' });

    expect(await ask('@secops')).toEqual({ kind: 'refused', reason: 'missing_scope' });
  });

  it('is asked for later when Slack fails', async () => {
    slack.expect('usergroups.list', {}, 500);

    expect((await ask('@secops')).kind).toBe('busy');
  });
});

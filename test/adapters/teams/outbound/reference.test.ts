import { describe, expect, it } from 'vitest';
import { TeamsActivity } from '../../../../adapters/teams/inbound/payloads.ts';
import { placeOf, Reference, referenceOf, rootOf, tenantOf } from '../../../../adapters/teams/outbound/reference.ts';
import { privatePlaceOf, replyTargetOf } from '../../../../adapters/teams/outbound/reply-target.ts';
import { ANA, activity, CHANNEL, PERSONAL } from '../activities.ts';
import { APP_ID, SERVICE_URL, TENANT } from '../issuer.ts';

const read = (changes: Record<string, unknown> = {}) => TeamsActivity.parse(activity(changes));
const WHERE = { serviceUrl: SERVICE_URL, tenant: TENANT, bot: `28:${APP_ID}` };

describe('a conversation', () => {
  it('is kept with all that is needed to answer in it', () => {
    expect(referenceOf(read())).toEqual({ ...WHERE, conversation: PERSONAL.id, isPersonal: true });
    expect(referenceOf(read({ conversation: CHANNEL }))).toEqual({
      ...WHERE,
      conversation: CHANNEL.id,
      isPersonal: false,
    });
  });

  it.each([
    ['a:1', 'personal', true],
    ['19:a_b@unq.gbl.spaces', 'personal', false],
    ['19:group@thread.v2', 'groupChat', false],
    ['a:1', undefined, false],
  ])('%s of the type %s is personal: %s', (id, conversationType, isPersonal) => {
    expect(referenceOf(read({ conversation: { id, conversationType } })).isPersonal).toBe(isPersonal);
  });

  it.each([
    ['19:team@thread.tacv2;messageid=1', '19:team@thread.tacv2'],
    ['19:team@thread.tacv2', '19:team@thread.tacv2'],
  ])('%s has the root %s', (conversation, root) => {
    expect(rootOf({ conversation })).toBe(root);
  });
});

it.each([
  ['its channel data', { channelData: { tenant: { id: 'one' } }, conversation: { id: 'a', tenantId: 'two' } }, 'one'],
  ['its conversation', { channelData: {}, conversation: { id: 'a', tenantId: 'two' } }, 'two'],
  ['nothing, as in development', { channelData: null, conversation: { id: 'a' } }, 'development'],
])('reads the tenant from %s', (_name, changes, tenant) => {
  expect(tenantOf(read(changes))).toBe(tenant);
});

describe('the place for private messages', () => {
  it('of a personal chat is that chat', () => {
    expect(privatePlaceOf(replyTargetOf(read()))).toEqual(placeOf(referenceOf(read())));
  });

  it('of a channel is the chat to be opened with the sender', () => {
    const { platform, tenant, address } = privatePlaceOf(replyTargetOf(read({ conversation: CHANNEL })));

    expect([platform, tenant]).toEqual(['teams', TENANT]);
    expect(Reference.parse(JSON.parse(address))).toMatchObject({ account: ANA.id, isPersonal: false });
  });
});

describe('who gets a reply', () => {
  it.each([
    [' Ana Ngata ', 'Ana Ngata'],
    [null, ''],
    [undefined, ''],
  ])('is named %j as %j', (name, shown) => {
    expect(replyTargetOf(read({ from: { ...ANA, name } }))).toMatchObject({ account: ANA.id, name: shown });
  });

  it.each([
    [true, true],
    [false, false],
    [undefined, false],
  ])('asked unseen when targeted is %s: %s', (isTargeted, isUnseen) => {
    expect(replyTargetOf(read({ recipient: { id: `28:${APP_ID}`, isTargeted } })).isUnseen).toBe(isUnseen);
  });
});

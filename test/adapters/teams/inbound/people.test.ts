import { describe, expect, it } from 'vitest';
import { TeamsActivity } from '../../../../adapters/teams/inbound/payloads.ts';
import { identityOf, profiles, readerOf } from '../../../../adapters/teams/inbound/people.ts';
import { ANA, activity } from '../activities.ts';
import { APP_ID, TENANT } from '../issuer.ts';

const read = (changes: Record<string, unknown> = {}) => TeamsActivity.parse(activity(changes));
const WHO = { platform: 'teams', tenant: TENANT, user: ANA.aadObjectId } as const;
const clientInfo = (over: Record<string, unknown>) => [{ type: 'clientInfo', ...over }];

describe('the identity', () => {
  it.each<[string, Record<string, unknown>, boolean]>([
    ['a member', {}, true],
    ['a member whose tenant is given', { tenantId: TENANT }, true],
    ['a member whose tenant is null', { tenantId: null }, true],
    ['a guest of another tenant', { tenantId: 'other' }, false],
    ['an anonymous participant', { aadObjectId: undefined }, false],
    ['a participant with a blank id', { aadObjectId: ' ' }, false],
    ['a bot', { role: 'bot' }, false],
    ['recert itself', { id: `28:${APP_ID}` }, false],
  ])('of %s is known: %s', (_name, over, isKnown) => {
    expect(identityOf(read({ from: { ...ANA, ...over } }))).toEqual(isKnown ? WHO : undefined);
  });

  it('is the same in capital letters', () => {
    expect(identityOf(read({ from: { ...ANA, aadObjectId: ` ${'AB'.repeat(4)} ` } }))?.user).toBe('ab'.repeat(4));
  });
});

it.each([
  ['the activity first', { locale: 'de-DE' }, 'de-DE'],
  ['the client then', { locale: null, entities: clientInfo({ locale: 'fr-FR' }) }, 'fr-FR'],
  ['neither', { locale: null, entities: [] }, undefined],
])('takes the language of the reader from %s', (_name, changes, locale) => {
  expect(readerOf(read(changes))).toEqual({ from: WHO, locale });
});

describe('a profile', () => {
  const known = () => profiles({ now: () => new Date('2026-03-31T12:00:00Z') });

  it('without a name is none', () => {
    expect(known().of(read({ from: { ...ANA, name: ' ' } }), WHO)).toBeUndefined();
  });

  it.each([
    ['a time zone', { localTimezone: null, entities: [] }],
    ['a time zone that exists', { localTimezone: 'Mars/Olympus', entities: [] }],
  ])('without %s has a name and none', (_name, changes) => {
    expect(known().of(read(changes), WHO)).toEqual({ name: ANA.name, locale: 'en-GB' });
  });

  it.each([
    ['the activity first', { localTimezone: 'Europe/Berlin', locale: 'de-DE' }, 'Europe/Berlin', 'de-DE'],
    ['the client then', { localTimezone: null, locale: null }, 'Pacific/Auckland', 'en-GB'],
    ['the client, where the activity is wrong', { localTimezone: 'x', locale: '!' }, 'Pacific/Auckland', 'en-GB'],
  ])('takes time zone and language from %s', (_name, changes, zone, locale) => {
    expect(known().of(read(changes), WHO)).toEqual({ name: 'Ana Ngata', zone, locale });
  });

  it('keeps what an earlier activity of the same person had', () => {
    const people = known();
    people.of(read({ locale: 'de-DE' }), WHO);
    const bare = read({ from: { ...ANA, name: null }, locale: null, localTimezone: null, entities: [] });

    expect(people.of(bare, WHO)).toEqual({ name: 'Ana Ngata', zone: 'Pacific/Auckland', locale: 'de-DE' });
    expect(people.of(bare, { ...WHO, user: 'ben' })).toBeUndefined();
    expect(people.of(bare, { ...WHO, tenant: 'other' })).toBeUndefined();
  });
});

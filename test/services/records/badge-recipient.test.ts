import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compareRecipient, emailsAmong } from '../../../src/services/records/badge-recipient.ts';

const hashOf = (text: string, algorithm = 'sha256') =>
  `${algorithm}$${createHash(algorithm).update(text).digest('hex')}`;
const OWN = ['ana@example.org', 'Ana.Duarte@harbour.example'];

describe('the recipient of a badge', () => {
  it.each<[string, { recipient?: string; recipientHash?: { hash: string; salt: string } }, string]>([
    ['an own address', { recipient: 'ana@example.org' }, 'member'],
    ['an own address in another case', { recipient: 'mailto:ANA@Example.org' }, 'member'],
    ['a second address', { recipient: 'ana.duarte@harbour.example' }, 'member'],
    ['another address', { recipient: 'rosa@example.org' }, 'other'],
    ['no address', { recipient: 'did:example:123' }, 'unknown'],
    ['nothing', {}, 'unknown'],
    ['a hash', { recipientHash: { hash: hashOf('ana@example.org'), salt: '' } }, 'member'],
    ['a hash with a salt', { recipientHash: { hash: hashOf('ana@example.orgsea'), salt: 'sea' } }, 'member'],
    ['a hash with another salt', { recipientHash: { hash: hashOf('ana@example.orgsea'), salt: 'salt' } }, 'other'],
    ['an old hash', { recipientHash: { hash: hashOf('ana@example.orgsea', 'md5'), salt: 'sea' } }, 'member'],
    ['a hash in capitals', { recipientHash: { hash: hashOf('ana@example.org').toUpperCase(), salt: '' } }, 'member'],
    ['a hash of lower case', { recipientHash: { hash: hashOf('ana.duarte@harbour.example'), salt: '' } }, 'member'],
    ['a hash of another address', { recipientHash: { hash: hashOf('rosa@example.org'), salt: '' } }, 'other'],
    ['an unknown hash', { recipientHash: { hash: 'sha512$ab12', salt: '' } }, 'unknown'],
    ['a hash that is cut off', { recipientHash: { hash: 'sha256$ab12', salt: '' } }, 'unknown'],
  ])('of %s is compared with all addresses of the member', (_what, badge, expected) => {
    expect(compareRecipient(badge, OWN)).toBe(expected);
  });

  it('is not known without an address of the member', () => {
    expect(compareRecipient({ recipient: 'ana@example.org' }, emailsAmong(['ana', 'U0ANNA']))).toBe('unknown');
  });

  it('is found where the directory writes capitals and the member’s address has none', () => {
    const recipientHash = { hash: hashOf('Ana.Duarte@harbour.example'), salt: '' };

    expect(compareRecipient({ recipientHash }, ['ana.duarte@harbour.example'])).toBe('member');
  });
});

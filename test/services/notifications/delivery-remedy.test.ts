import { describe, expect, it } from 'vitest';
import { remedyFor } from '../../../src/services/notifications/delivery-remedy.ts';
import { wordsFor } from '../../../src/strings/index.ts';

const words = wordsFor('en-GB');

describe('the remedy for an undelivered message', () => {
  it.each([
    ['not_in_channel', 'not-in-channel'],
    ['channel_not_found', 'not-in-channel'],
    ['is_archived', 'archived'],
    ['restricted_action', 'not-allowed'],
    ['missing_scope', 'not-allowed'],
    ['token_revoked', 'gone'],
    ['403', 'gone'],
    ['404', 'gone'],
    ['not connected', 'gone'],
    ['500', 'other'],
    ['', 'other'],
  ] as const)('%s: %s', (reason, remedy) => {
    expect(remedyFor(reason, words)).toBe(words.digest.remedy[remedy]);
  });
});

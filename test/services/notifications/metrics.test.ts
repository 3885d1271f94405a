import { describe, expect, it } from 'vitest';
import { remedyFor } from '../../../src/services/notifications/delivery-remedy.ts';
import { Metrics } from '../../../src/services/notifications/metrics.ts';
import { wordsFor } from '../../../src/strings/index.ts';

const words = wordsFor('en-GB');

describe('the metrics', () => {
  it('count messages by purpose and state, in the text format of Prometheus', () => {
    const metrics = new Metrics();
    metrics.count('nudge', 'sent');
    metrics.count('digest', 'sent');
    metrics.count('nudge', 'sent');

    expect(metrics.text()).toBe(
      [
        '# TYPE recert_messages_total counter',
        'recert_messages_total{purpose="digest",state="sent"} 1',
        'recert_messages_total{purpose="nudge",state="sent"} 2',
        '',
      ].join('\n'),
    );
  });

  it('have no sample before the first message', () => {
    expect(new Metrics().text()).toBe('# TYPE recert_messages_total counter\n');
  });
});

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

import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../src/strings/index.ts';
import { digestHistoryCard, noticeCard, type ShownMessage } from '../../../src/views/notifications/message-cards.ts';
import { nudgesCard } from '../../../src/views/notifications/nudge-list-card.ts';

const english = wordsFor('en-GB');
const german = wordsFor('de-DE');
const plannedAt = new Date('2026-07-06T07:00:00Z');
const doneAt = new Date('2026-07-06T07:05:00Z');
const message: ShownMessage = {
  messageId: 'm1',
  purpose: 'digest',
  week: '2026-W28',
  state: 'planned',
  reason: '',
  plannedAt,
};

describe.each([
  ['English', english],
  ['German', german],
])('the digests of a team in %s', (_language, words) => {
  const phrases = words.digest;
  const zone = 'Europe/Berlin';
  const again = { label: phrases.sendAgain, command: 'digest', args: { again: 'm1' } };
  const arrived = { label: phrases.didArrive, command: 'digest', args: { delivered: 'm1' } };
  const list = (over: Partial<ShownMessage>) =>
    digestHistoryCard({ name: 'Security' }, { messages: [{ ...message, ...over }], metrics: [], zone }, words);

  it.each<[ShownMessage['state'], object]>([
    ['planned', {}],
    ['sending', {}],
    ['sent', {}],
    ['withdrawn', {}],
    ['failed', { action: again }],
    ['unknown', { action: arrived, also: again }],
  ])('that are %s can be decided upon', (state, decisions) => {
    expect(list({ state })).toEqual({
      title: phrases.history('Security'),
      blocks: [
        {
          kind: 'item',
          title: [{ bold: '2026-W28' }],
          detail: `${phrases.state[state]} · ${words.moment(plannedAt, zone)}`,
          ...decisions,
        },
      ],
    });
  });

  it.each([
    ['when they were sent, not planned', { state: 'sent', doneAt }, [phrases.state.sent, words.moment(doneAt, zone)]],
    ['when they are planned', { doneAt: null }, [phrases.state.planned, words.moment(plannedAt, zone)]],
    [
      'why they failed',
      { state: 'failed', doneAt, reason: 'archived' },
      [phrases.state.failed, words.moment(doneAt, zone), 'archived'],
    ],
  ] as const)('say %s', (_what, over, detail) => {
    expect(list(over).blocks[0]).toMatchObject({ detail: detail.join(' · ') });
  });

  it('tell the thread from the message', () => {
    expect(list({ purpose: 'details' }).blocks[0]).toMatchObject({ title: [{ bold: `2026-W28, ${phrases.details}` }] });
  });

  it('have not been due yet', () => {
    expect(digestHistoryCard({ name: 'Security' }, { messages: [], metrics: [], zone }, words).blocks).toEqual([
      { kind: 'text', text: phrases.historyNone },
    ]);
  });

  it('are counted for admins', () => {
    const metrics = [
      { purpose: 'digest', state: 'sent', count: 12 },
      { purpose: 'nudge', state: 'failed', count: 1 },
    ] as const;
    const { blocks } = digestHistoryCard({ name: 'Security' }, { messages: [message], metrics, zone }, words);

    expect(blocks.slice(1)).toEqual([
      { kind: 'heading', text: phrases.metrics },
      {
        kind: 'facts',
        facts: [
          { label: `${phrases.purpose.digest}, ${phrases.state.sent}`, value: '12' },
          { label: `${phrases.purpose.nudge}, ${phrases.state.failed}`, value: '1' },
        ],
      },
    ]);
  });

  it.each<[ShownMessage['state'], object]>([
    ['failed', { actions: [again] }],
    ['unknown', { actions: [arrived, again] }],
    ['sent', {}],
  ])('that are %s are told to an admin', (state, actions) => {
    expect(noticeCard('The digest …', { messageId: 'm1', state }, words)).toEqual({
      title: phrases.notice,
      blocks: [{ kind: 'text', text: 'The digest …' }],
      ...actions,
    });
  });
});

describe.each([
  ['English', english],
  ['German', german],
])('the nudges of a member in %s', (_language, words) => {
  it('are none yet', () => {
    expect(nudgesCard([], words)).toEqual({
      title: words.nudge.historyNone,
      blocks: [],
    });
  });

  it.each([
    ['✓ sent', ['ABC: behind'], '', '✓ sent · ABC: behind'],
    ['– held back', ['ABC: fee', 'XYZ: lost'], 'on leave', '– held back · ABC: fee · XYZ: lost · on leave'],
    ['', ['ABC: fee'], '', 'ABC: fee'],
  ])('%s %j %s', (outcome, about, reason, detail) => {
    expect(nudgesCard([{ when: 'Mon', outcome, about, reason }], words)).toEqual({
      title: `${words.nudge.history}: 1`,
      blocks: [{ kind: 'item', title: [{ bold: 'Mon' }], detail }],
      actions: [{ label: words.preferences.title, command: 'preferences', args: {}, opensForm: true }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/strings/index.ts';
import { opportunityItem, sharedOpportunityItem } from '../../src/views/opportunity-item.ts';

const words = wordsFor('en-GB');
const { opportunity: phrases } = words;
const bare = { id: 'o1', title: 'Zero trust', provider: '', url: '', when: '', estimates: [] };
const full = {
  ...bare,
  provider: 'SANS',
  url: 'https://sans.example',
  when: 'Mon 30 Nov, 10:00',
  minutes: 90,
  isFree: true,
};

describe('an opportunity', () => {
  it.each([
    [bare, '', `${phrases.anyTime} · ${phrases.minutesUnknown}`, [{ bold: 'Zero trust' }], undefined],
    [
      full,
      '1.5 CPE',
      `SANS · Mon 30 Nov, 10:00 · ${words.minutes(90)} · ${phrases.free} · 1.5 CPE`,
      [{ link: 'Zero trust', url: 'https://sans.example' }],
      phrases.planIt,
    ],
    [
      { ...bare, url: 'http://sans.example', isFree: false },
      '',
      `${phrases.anyTime} · ${phrases.minutesUnknown}`,
      [{ bold: 'Zero trust' }],
      undefined,
    ],
  ])('%j', (opportunity, line, detail, title, plan) => {
    const item = opportunityItem(opportunity, line, words);

    expect(item).toMatchObject({ kind: 'item', title, detail, action: { command: 'log', args: { offer: 'o1' } } });
    expect('also' in item ? item.also?.label : undefined).toBe(plan);
  });

  it('is shared as facts, without buttons', () => {
    const shared = sharedOpportunityItem(full, words);

    expect(shared.detail).toBe(`SANS · Mon 30 Nov, 10:00 · ${words.minutes(90)} · ${phrases.free}`);
    expect(shared.card.actions).toBeUndefined();
    expect(shared.card.blocks.at(-1)).toEqual({
      kind: 'facts',
      facts: [
        { label: words.record.provider, value: 'SANS' },
        { label: phrases.when, value: 'Mon 30 Nov, 10:00' },
        { label: phrases.length, value: words.minutes(90) },
        { label: phrases.cost, value: phrases.free },
      ],
    });
  });
});

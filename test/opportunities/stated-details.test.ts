import { expect, it } from 'vitest';
import { saysCancelled } from '../../src/opportunities/cancelled-title.ts';
import { parsePrice } from '../../src/opportunities/parse-price.ts';
import { toOpportunities } from '../../src/opportunities/to-opportunities.ts';

it.each([
  ['49 EUR', { amount: 4900, currency: 'EUR' }],
  ['$1,200.00', { amount: 120_000, currency: 'USD' }],
  ['1.200,50 €', { amount: 120_050, currency: 'EUR' }],
  ['free', { amount: 0, currency: '' }],
  ['19.9', { amount: 1990, currency: '' }],
  ['on request', undefined],
])('the price %j is %j', (text, expected) => {
  expect(parsePrice(text)).toEqual(expected);
});

it.each([
  ['CANCELLED: Zero trust', true],
  ['[Canceled] Zero trust', true],
  ['Zero trust (abgesagt)', true],
  ['Zero trust – annulé', true],
  ['ANNULÉ Zero trust', true],
  ['Cancel half your calendar', false],
  ['Why projects get cancelled', false],
])('%j says that it is cancelled: %s', (title, expected) => {
  expect(saysCancelled(title)).toBe(expected);
});

it('leaves out what is cancelled, and takes links from the address of the source', () => {
  const items = [
    { title: 'One', url: '/talks/2' },
    { title: 'Two (cancelled)', url: 'https://a.example/2' },
  ];
  const defaults = { provider: '', kind: 'webinar', delivery: '', base: 'https://a.example/list' } as const;
  const { opportunities, rejects } = toOpportunities('', items, defaults);

  expect(opportunities.map(({ url }) => url)).toEqual(['https://a.example/talks/2']);
  expect(rejects).toMatchObject([{ item: 2, reason: 'cancelled' }]);
});

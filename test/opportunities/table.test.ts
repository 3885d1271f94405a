import { expect, it } from 'vitest';
import { readOpportunityTable } from '../../src/opportunities/table.ts';

it('reads the words of the world', () => {
  const table = [
    'Name;Type;Mode;Cost;Tags;City;Summary;Credits',
    'Risk;Workshop;Live online;$49;Risk, Audit;Munich;About risk;CISSP 2 (Group A)',
    'Cloud;Article;On demand;free;;;;1.5 PMP',
  ].join('\n');

  expect(readOpportunityTable(table)?.items).toMatchObject([
    {
      ...{ title: 'Risk', kind: 'course', format: 'workshop', delivery: 'online-live', price: '$49' },
      ...{ topics: ['Risk', 'Audit'], place: 'Munich', description: 'About risk' },
      credits: [{ amount: 200, category: 'Group A', certification: 'CISSP' }],
    },
    {
      ...{ title: 'Cloud', kind: 'reading', delivery: 'self-paced', price: 'free' },
      credits: [{ amount: 150, category: '', certification: 'PMP' }],
    },
  ]);
});

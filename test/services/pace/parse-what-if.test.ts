import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { parseWhatIf } from '../../../src/services/pace/parse-what-if.ts';
import { aCertification } from '../../domain/rules.ts';

const abc = aCertification();
const context = {
  today: day('2026-11-25'),
  locale: 'en-GB',
  find: (text: string) => (text.toLowerCase() === 'abc' ? abc : undefined),
};

describe('a supposition', () => {
  it.each([
    ['pause 2027-06..2027-09', { start: '2027-06-01', end: '2027-09-30' }],
    ['PAUSE 2027-06-10 to 2027-06-10', { start: '2027-06-10', end: '2027-06-10' }],
    ['pause 2028-02 – 2028-02', { start: '2028-02-01', end: '2028-02-29' }],
    ['pause 2027-06 until 2027-07-04', { start: '2027-06-01', end: '2027-07-04' }],
  ])('%s is a pause', (line, span) => {
    expect(parseWhatIf(line, context)).toEqual([{ kind: 'pause', span }]);
  });

  it.each(['abc', '+abc', '+ ABC'])('%s is another certification', (line) => {
    const hasSign = line.startsWith('+');

    expect(parseWhatIf(line, context)).toEqual([{ kind: 'certification', certification: abc, hasSign }]);
  });

  it.each(['-abc', '− ABC', 'drop abc', 'without abc', 'ohne abc'])('%s is one certification less', (line) => {
    expect(parseWhatIf(line, context)).toEqual([{ kind: 'without', certification: abc }]);
  });

  it.each([
    'pause 2027-09..2027-06',
    'pause 2027-13..2027-14',
    '+def',
    '-def',
    'drop out',
    'hello',
    '2h RSA 31 Feb',
    '-2h RSA',
  ])('%s cannot be read', (line) => {
    expect(parseWhatIf(line, context)).toEqual([{ kind: 'unread', text: line }]);
  });

  it('with a duration is an activity, in the future unless it has a date', () => {
    const [activity] = parseWhatIf('+16h “RSA” on 2027-04-26 for abc', context);

    expect(activity).toMatchObject({
      kind: 'activity',
      text: '16h “RSA” on 2027-04-26 for abc',
      entry: { title: 'RSA', duration: '16h', day: '2027-04-26', certifications: ['abc'] },
    });
  });

  it('keeps the first and the last day, ahead unless a year says otherwise', () => {
    expect(parseWhatIf('+32h RSA 26-29 April for abc', context)).toMatchObject([
      { entry: { title: 'RSA', day: '2027-04-26', lastDay: '2027-04-29' } },
    ]);
  });

  it('is one of several, of which the first eight are read', () => {
    expect(parseWhatIf(' ; abc ;; pause 2027-06..2027-06;', context).map(({ kind }) => kind)).toEqual([
      'certification',
      'pause',
    ]);
    expect(parseWhatIf('abc;'.repeat(9), context)).toHaveLength(8);
  });
});

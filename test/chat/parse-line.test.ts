import { describe, expect, it } from 'vitest';
import { parseLine } from '../../src/chat/parse-line.ts';
import { fc } from '../support/properties.ts';

describe('a typed line', () => {
  it.each`
    line                             | command   | args
    ${'pace'}                        | ${'pace'} | ${{ text: '' }}
    ${'  PACE  cissp '}              | ${'pace'} | ${{ text: 'cissp' }}
    ${'/pace'}                       | ${'pace'} | ${{ text: '' }}
    ${'pace --on 2026-12-31'}        | ${'pace'} | ${{ text: '', on: '2026-12-31' }}
    ${'pace cissp --on=2026-12-31'}  | ${'pace'} | ${{ text: 'cissp', on: '2026-12-31' }}
    ${'pace —on 2026-12-31 cissp'}   | ${'pace'} | ${{ text: '', on: '2026-12-31 cissp' }}
    ${'pace cissp --on 20 Nov'}      | ${'pace'} | ${{ text: 'cissp', on: '20 Nov' }}
    ${'log e-mail security -- live'} | ${'log'}  | ${{ text: 'e-mail security -- live' }}
    ${'say --json'}                  | ${'say'}  | ${{ text: '', json: '' }}
    ${''}                            | ${''}     | ${{ text: '' }}
  `('reads “$line”', ({ line, command, args }) => {
    expect(parseLine(line)).toEqual({ line: line.trim(), command, args });
  });

  it.each(['/recert pace CISSP', 'recert pace CISSP', ' /Recert  pace CISSP'])(
    'drops the name of the app: “%s”',
    (line) => {
      expect(parseLine(line)).toEqual({ line: 'pace CISSP', command: 'pace', args: { text: 'CISSP' } });
    },
  );

  it('that is only the name of the app is empty', () => {
    expect(parseLine('/recert')).toEqual({ line: '', command: '', args: { text: '' } });
  });

  it('never throws, and always has a text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => typeof parseLine(line).args.text === 'string'));
  });
});

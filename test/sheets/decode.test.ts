import { expect, it } from 'vitest';
import { decode } from '../../src/sheets/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

it.each<[string, Uint8Array, string, string]>([
  ['UTF-8 by default', utf8('Zoë'), '', 'Zoë'],
  ['UTF-8 with its mark', utf8('\ufeffZoë'), '', 'Zoë'],
  ['UTF-16, little end first', Uint8Array.of(0xff, 0xfe, 0x5a, 0, 0xeb, 0), '', 'Zë'],
  ['UTF-16, big end first', Uint8Array.of(0xfe, 0xff, 0, 0x5a, 0, 0xeb), '', 'Zë'],
  ['Windows text that names no charset', latin1('Zo\xeb \x80'), '', 'Zoë €'],
  ['Windows text that is sent as UTF-8', latin1('Zo\xeb'), 'text/csv; charset=utf-8', 'Zoë'],
  ['the charset it is sent with', latin1('Zo\xeb'), 'text/csv; charset="iso-8859-1"', 'Zoë'],
  ['another charset it is sent with', Uint8Array.of(0xcf, 0xf0), 'text/csv;charset=windows-1251', 'Пр'],
  [
    'the encoding of an XML file',
    latin1('<?xml version="1.0" encoding="windows-1251"?>\xcf'),
    '',
    '<?xml version="1.0" encoding="windows-1251"?>П',
  ],
  ['the charset of a page', latin1('<meta charset=windows-1251>\xcf'), '', '<meta charset=windows-1251>П'],
  ['the mark before what it is sent with', utf8('\ufeffZoë'), 'text/csv; charset=windows-1251', 'Zoë'],
  [
    'what it is sent with before what it declares',
    utf8('<meta charset=windows-1251>ë'),
    'text/html; charset=utf-8',
    '<meta charset=windows-1251>ë',
  ],
  [
    'what it is sent with before the encoding of an XML file',
    utf8('<?xml encoding="windows-1251"?>ë'),
    'text/xml; charset=utf-8',
    '<?xml encoding="windows-1251"?>ë',
  ],
  ['a charset that does not exist', utf8('Zoë'), 'text/csv; charset=klingon', 'Zoë'],
  ['nothing', new Uint8Array(), '', ''],
])('reads %s', (_name, bytes, contentType, text) => {
  expect(decode(bytes, contentType)).toBe(text);
});

it('looks for a declared charset in the first 1,024 bytes only', () => {
  const page = (before: number) => utf8(`${' '.repeat(before)}<meta charset=windows-1251>ë`);

  expect(decode(page(900))).toMatch(/Г«$/u);
  expect(decode(page(1020))).toMatch(/ë$/u);
});

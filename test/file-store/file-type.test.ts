import { gzipSync } from 'node:zlib';
import { fileTypeFromBuffer } from 'file-type';
import { beforeAll, describe, expect, it } from 'vitest';
import { typeOf } from '../../src/file-store/file-type.ts';
import { box, joined, raw, realFiles, SMALL } from '../support/proofs.ts';
import { fc } from '../support/properties.ts';

type Kind = keyof typeof SMALL;

const KINDS = Object.keys(SMALL) as Kind[];
const MEDIA_TYPES: Readonly<Record<Kind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
};
const ZIP_END = joined('PK\x05\x06', Buffer.alloc(18));
const PROGRAM = joined('MZ', Buffer.alloc(58), '\x40\0\0\0', 'PE\0\0');
const ELF = '\x7fELF\x02\x01\x01\0';
const MAIL =
  'From: a@example.org\r\nDate: Tue, 3 Nov 2026 10:00:00 +0000\r\nSubject: Attended\r\nMIME-Version: 1.0\r\n\r\n';

let real: Awaited<ReturnType<typeof realFiles>>;
beforeAll(async () => {
  real = await realFiles();
});

describe('a file that is what it is', () => {
  it.each(KINDS)('is known as %s by its content, as others know it', async (kind) => {
    expect(await typeOf(SMALL[kind])).toEqual({ mediaType: MEDIA_TYPES[kind], extension: kind });
    expect((await fileTypeFromBuffer(SMALL[kind]))?.mime).toBe(MEDIA_TYPES[kind]);
  });

  it.each(['pdf', 'png', 'jpg', 'webp'] as const)('is known when a browser made it: %s', async (kind) => {
    expect((await typeOf(real[kind]))?.extension).toBe(kind);
  });

  it('is read where it lies, not from the beginning of its memory', async () => {
    const memory = joined('MZ......', SMALL.png, 'PK\x05\x06');

    const type = await typeOf(new Uint8Array(memory.buffer, memory.byteOffset + 8, SMALL.png.length));

    expect(type?.extension).toBe('png');
  });

  it.each`
    what                                        | bytes
    ${'a PDF that was changed afterwards'}      | ${joined(SMALL.pdf, '2 0 obj<<>>endobj\nstartxref\n99\n%%EOF\n')}
    ${'a PDF with a scan in it'}                | ${joined('%PDF-1.4\nstream\n', SMALL.jpg, '\nendstream\n%%EOF')}
    ${'a PDF padded with zeros'}                | ${joined(SMALL.pdf, Buffer.alloc(600))}
    ${'a JPEG with a preview behind it'}        | ${joined(SMALL.jpg, SMALL.jpg)}
    ${'a JPEG with a film behind it'}           | ${joined(SMALL.jpg, box('ftyp', 'mp42\0\0\0\0'), box('mdat', 'MZ film PK'))}
    ${'a PNG that moves'}                       | ${joined(SMALL.png.subarray(0, 33), '\0\0\0\x08acTL\0\0\0\x01\0\0\0\0CRC.', SMALL.png.subarray(33))}
    ${'a PNG with the rest of an older one'}    | ${joined(SMALL.png, '\x1b\x02IDAT\x99\x01\x88')}
    ${'a picture with a few letters by chance'} | ${joined(SMALL.jpg, Buffer.alloc(9, 1), 'PK\x03\x04 MZ <scripture <htmlx')}
  `('is accepted: $what', async ({ bytes }) => {
    expect(await typeOf(bytes)).toBeDefined();
  });
});

describe('a file that could be something else as well', () => {
  const behind: Readonly<Record<string, Uint8Array | string>> = {
    'the end of a zip': ZIP_END,
    'a zip': joined('PK\x03\x04', Buffer.alloc(26), ZIP_END),
    'a zip behind some padding': joined(Buffer.alloc(5000, 1), ZIP_END),
    'a zip with a comment': joined(ZIP_END.subarray(0, 20), '\x05\0hello'),
    'a program of Windows': PROGRAM,
    'a program of Windows behind padding': joined('.'.repeat(99), PROGRAM),
    'a program of DOS': 'MZ\x90\0',
    'a program of Linux': ELF,
    'a program of a Mac': '\xcf\xfa\xed\xfe\x07\0\0\x01',
    'a script': '\n#!/bin/sh\nrm -rf /',
    'a page': '<HTML><body>',
    'a script of a page': 'abc<ScRiPt >alert(1)</script>',
    PHP: '<?php system($_GET[0]); ?>',
    'a phar': '__HALT_COMPILER(); ?>',
    'a drawing': '<svg onload=alert(1)>',
    'a rar': 'abcRar!\x1a\x07\x01\0',
    'a 7z': 'abc7z\xbc\xaf\x27\x1c',
    'a gz': gzipSync('x'),
    'an older office file': '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    'a PNG': '\0\0\x89PNG\r\n\x1a\n',
  };
  const cases = KINDS.flatMap((kind) => Object.keys(behind).map((what) => [kind, what] as const));

  it.each(cases)('is refused: %s with %s behind it', async (kind, what) => {
    expect(await typeOf(joined(SMALL[kind], behind[what] ?? ''))).toBeUndefined();
  });

  it.each(KINDS.filter((kind) => kind !== 'pdf'))('is refused: %s with a PDF behind it', async (kind) => {
    expect(await typeOf(joined(SMALL[kind], 'some bytes', SMALL.pdf))).toBeUndefined();
  });

  it.each([ZIP_END, PROGRAM, ELF, '<script>', '<html>', '<?php ', '%PDF-1.4'])(
    'is refused: %o inside a picture',
    async (part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      const png = joined(SMALL.png.subarray(0, 33), length, 'teXt', part, 'CRC.', SMALL.png.subarray(33));
      const jpg = joined(
        '\xff\xd8\xff\xfe',
        length.subarray(2, 4).fill(part.length + 2, 1),
        part,
        SMALL.jpg.subarray(2),
      );

      expect(await typeOf(png)).toBeUndefined();
      expect(await typeOf(jpg)).toBeUndefined();
    },
  );

  it.each(['pdf', 'png', 'jpg', 'webp'] as const)(
    'is refused: a real %s with a zip or a program behind it',
    async (kind) => {
      for (const part of [ZIP_END, PROGRAM, ELF]) expect(await typeOf(joined(real[kind], part))).toBeUndefined();
    },
  );

  it.each`
    what                                             | bytes
    ${'a PDF that does not begin at once'}           | ${joined('\n', SMALL.pdf)}
    ${'a PDF behind a page'}                         | ${joined('<html>', SMALL.pdf)}
    ${'a PDF behind text'}                           | ${raw('hello\n%PDF-1.4\n1 0 obj\n%%EOF')}
    ${'a program between two ends of a PDF'}         | ${joined(SMALL.pdf, 'MZ\x90\0', '\n%%EOF\n')}
    ${'a zip far before the end of a PDF'}           | ${joined('%PDF-1.4\nPK\x03\x04', ZIP_END, Buffer.alloc(99_999), '%%EOF')}
    ${'a tar whose first name is a PDF’s beginning'} | ${joined('%PDF-1.4', Buffer.alloc(249), 'ustar\0', '%%EOF')}
  `('is refused: $what', async ({ bytes }) => {
    expect(await typeOf(bytes)).toBeUndefined();
  });
});

describe('a file that is nothing that is kept', () => {
  it.each`
    what                    | bytes
    ${'nothing at all'}     | ${raw('')}
    ${'blanks'}             | ${raw(' \n\t')}
    ${'a zip'}              | ${joined('PK\x03\x04', Buffer.alloc(26), ZIP_END)}
    ${'an empty zip'}       | ${ZIP_END}
    ${'a gz'}               | ${gzipSync('x')}
    ${'a 7z'}               | ${raw('7z\xbc\xaf\x27\x1c\0\x04')}
    ${'a program'}          | ${PROGRAM}
    ${'an AVIF'}            | ${joined(box('ftyp', 'avif\0\0\0\0mif1miaf'), box('meta', ''), box('mdat', ''))}
    ${'a HEIC'}             | ${joined(box('ftyp', 'heic\0\0\0\0mif1heic'), box('meta', '\0\0\0\0'), box('mdat', 'picture'))}
    ${'a TIFF'}             | ${joined('II*\0\x08\0\0\0\x01\0', '\0\x01\x03\0\x01\0\0\0\x01\0\0\0', '\0\0\0\0')}
    ${'a GIF'}              | ${Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')}
    ${'a film'}             | ${joined(box('ftyp', 'isom\0\0\0\0mp42'), box('moov', ''), box('mdat', ''))}
    ${'a raw negative'}     | ${joined('II*\0\x10\0\0\0CR\x02\0', Buffer.alloc(40))}
    ${'sound in a RIFF'}    | ${raw('RIFF\x04\0\0\0WAVE')}
    ${'a bitmap'}           | ${joined('BM', Buffer.alloc(60))}
    ${'letters in Latin-1'} | ${raw('caf\xe9')}
    ${'letters in UTF-16'}  | ${Buffer.from('\ufeffhello', 'utf16le')}
    ${'a terminal’s words'} | ${raw('\x1b]0;title\x07')}
    ${'a hidden control'}   | ${Buffer.from('a\u009bb')}
    ${'a page'}             | ${raw('<!DOCTYPE html><title>x</title>')}
    ${'a drawing'}          | ${raw('\n <svg xmlns="http://www.w3.org/2000/svg"/>')}
    ${'XML'}                | ${raw('<?xml version="1.0"?><a/>')}
    ${'a page in a text'}   | ${raw('hello <iframe src=x>')}
    ${'a script in a text'} | ${raw('hello <SCRIPT>alert(1)')}
    ${'a script in a mail'} | ${raw(`${MAIL}<html><script>alert(1)</script>`)}
    ${'a shell script'}     | ${raw('#!/bin/sh\nls')}
    ${'PHP'}                | ${raw('x <?php echo 1;')}
    ${'a letter in RTF'}    | ${raw('{\\rtf1 hello}')}
  `('is refused: $what', async ({ bytes }) => {
    expect(await typeOf(bytes)).toBeUndefined();
  });
});

describe('a text', () => {
  it.each`
    what                                  | text
    ${'words in any script'}              | ${'Bestätigung – 証明書 – شهادة 🎓\r\n\tTotal: 3'}
    ${'a byte order mark'}                | ${'\ufeffhello'}
    ${'an e-mail'}                        | ${`${MAIL}Thank you for taking part.`}
    ${'an e-mail that is a page'}         | ${`Received: by x\r\n${MAIL}--b\r\nContent-Type: text/html\r\n\r\n<html><body>Thank you</body></html>`}
    ${'addresses in angles'}              | ${'To: <linkedin@example.org>, <meta@example.org>, <script@example.org>'}
    ${'what is less and greater'}         | ${'if a <b and c> d then 1 < 2'}
    ${'a word that begins like a bitmap'} | ${'BMW training, 3 hours, attended'}
    ${'an invitation'}                    | ${'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:Zero trust\r\nEND:VCALENDAR\r\n'}
    ${'a table'}                          | ${'Date,Title,Hours\n2026-11-03,Zero trust,1.5\n'}
  `('is kept: $what', async ({ text }) => {
    expect(await typeOf(Buffer.from(text))).toEqual({ mediaType: 'text/plain', extension: 'txt' });
  });
});

describe('any bytes', () => {
  it('never make it throw', async () => {
    const beginning = fc.constantFrom(
      '',
      ...Object.values(SMALL).map((bytes) => bytes.subarray(0, 14).toString('latin1')),
    );
    await fc.assert(
      fc.asyncProperty(beginning, fc.uint8Array({ maxLength: 400 }), async (head, tail) => {
        await typeOf(joined(head, tail));
      }),
    );
  });

  it('never make it throw when a file is cut off, and only a text is taken without its end', async () => {
    for (const kind of KINDS) {
      for (let length = 0; length < SMALL[kind].length; length += 1) {
        await typeOf(SMALL[kind].subarray(0, length));
      }
    }
    for (const kind of KINDS) {
      expect(await typeOf(SMALL[kind].subarray(0, Math.floor(SMALL[kind].length / 2)))).toBeUndefined();
    }
  });

  it('never make it throw when a byte of a file is another', async () => {
    const changed = fc
      .constantFrom(...KINDS)
      .chain((kind) => fc.record({ kind: fc.constant(kind), at: fc.nat(SMALL[kind].length - 1), byte: fc.nat(255) }));
    await fc.assert(
      fc.asyncProperty(changed, async ({ kind, at, byte }) => {
        const bytes = Buffer.from(SMALL[kind]);
        bytes[at] = byte;
        await typeOf(bytes);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['%%EOF', '<scrip', 'MZ', '\x7fELF', '\xff\0', 'a<s\n', '\0'])(
    'are read in little time, also 5 MB of %j',
    async (part) => {
      const bytes = joined('%PDF-1.4\n', part.repeat((5 * 1024 * 1024) / part.length), '%%EOF');
      const began = performance.now();

      await typeOf(bytes);
      await typeOf(joined('\xff\xd8\xff\xda\0\x02', bytes));
      await typeOf(bytes.subarray(9));

      expect(performance.now() - began).toBeLessThan(10_000);
    },
  );
});

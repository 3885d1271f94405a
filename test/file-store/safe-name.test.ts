import { describe, expect, it } from 'vitest';
import { safeName } from '../../src/file-store/safe-name.ts';
import { fc } from '../support/properties.ts';

const PDF = { mediaType: 'application/pdf', extension: 'pdf' };

describe('a safe name', () => {
  it.each`
    name                            | expected
    ${'Certificate.pdf'}            | ${'Certificate.pdf'}
    ${'Zertifikat für Jürgen.PDF'}  | ${'Zertifikat für Jürgen.pdf'}
    ${'証明書.pdf'}                 | ${'証明書.pdf'}
    ${'🎓.pdf'}                     | ${'🎓.pdf'}
    ${'invoice.exe'}                | ${'invoice.pdf'}
    ${'report v1.2'}                | ${'report v1.2.pdf'}
    ${'webinar 1.5h'}               | ${'webinar 1.5h.pdf'}
    ${'../../etc/passwd'}           | ${'passwd.pdf'}
    ${'C:\\Users\\me\\proof.pdf'}   | ${'proof.pdf'}
    ${'.htaccess'}                  | ${'htaccess.pdf'}
    ${'a\u202egnp.exe'}             | ${'agnp.pdf'}
    ${'a\u2066b\u200fc\u0000d.pdf'} | ${'abcd.pdf'}
    ${'a\r\nSet-Cookie: x.pdf'}     | ${'a Set-Cookie x.pdf'}
    ${'a"b<c>.pdf'}                 | ${'a b c.pdf'}
    ${'con.pdf'}                    | ${'_con.pdf'}
    ${'NUL'}                        | ${'_NUL.pdf'}
    ${''}                           | ${'proof.pdf'}
    ${'...'}                        | ${'proof.pdf'}
    ${'folder/'}                    | ${'proof.pdf'}
    ${' \u200b\u202e .pdf'}         | ${'proof.pdf'}
    ${'a\ud800b.pdf'}               | ${'ab.pdf'}
  `('of $name is $expected', ({ name, expected }) => {
    expect(safeName(name, PDF)).toBe(expected);
  });

  it('is at most 100 characters long, and cuts none in two', () => {
    expect(safeName('x'.repeat(500), PDF)).toBe(`${'x'.repeat(96)}.pdf`);
    expect(safeName('👩‍🎓'.repeat(60), PDF)).toBe(`${'👩‍🎓'.repeat(19)}.pdf`);
    expect(safeName(`e${'\u0301'.repeat(300)}`, PDF)).toBe('proof.pdf');
  });

  it('is a name and nothing else, whatever it is made of', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    fc.assert(
      fc.property(any, (name) => {
        const safe = safeName(name, PDF);

        expect(safe).toMatch(
          /^[^./\\<>:"|?*\p{Cc}\u202a-\u202e\u2066-\u2069][^/\\<>:"|?*\p{Cc}\u202a-\u202e\u2066-\u2069]*\.pdf$/u,
        );
        expect(safe.length).toBeLessThanOrEqual(100);
        expect(safe.isWellFormed()).toBe(true);
        expect(safeName(safe, PDF)).toBe(safe);
      }),
      { numRuns: 1000 },
    );
  });
});

import { distance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import { providerWords } from '../../src/catalogue/provider-words.ts';
import { day } from '../../src/domain/calendar.ts';
import { editDistance } from '../../src/domain/edit-distance.ts';
import { type ComparedActivity, findSimilarRecords } from '../../src/domain/similar-records.ts';
import { fc } from '../support/properties.ts';

/** `Title @ Provider | 2026-03-02` or with `.. 2026-03-04`; the provider and the day may be left out. */
function happening(short: string, files: readonly string[] = []): ComparedActivity {
  const [what = '', when = '2026-03-02'] = short.split(' | ');
  const [title = '', provider = ''] = what.split(' @ ');
  const [start = '', end = start] = when.split(' .. ');
  return { title: title.trim(), provider, start: day(start), end: day(end), files };
}

function likeness(one: ComparedActivity, other: ComparedActivity): string | undefined {
  return findSimilarRecords(one, [other], providerWords())[0]?.reason;
}

describe('two records look like the same event', () => {
  it.each`
    one                                      | other                                          | reason
    ${'Zero Trust @ SANS'}                   | ${'Zero Trust @ SANS'}                         | ${'same-title'}
    ${'Zero Trust @ SANS'}                   | ${'zero-trust! @ sans'}                        | ${'same-title'}
    ${'Zero Trust'}                          | ${'Zero Trust @ SANS'}                         | ${'same-title'}
    ${'Zero Trust'}                          | ${'ZeroTrust'}                                 | ${'same-title'}
    ${'Caf\u00e9 Security @ BSI'}            | ${'Cafe\u0301 security @ BSI'}                 | ${'same-title'}
    ${'ISO 27001'}                           | ${'ISO27001'}                                  | ${'same-title'}
    ${'Incident response'}                   | ${'Incident reponse'}                          | ${'near-title'}
    ${'Organisational resilience'}           | ${'Organizational resilience'}                 | ${'near-title'}
    ${'Zero Trust, part 1'}                  | ${'Zero Trust, part 2'}                        | ${'near-title'}
    ${'abcdefghij'}                          | ${'abcdefghix'}                                | ${'near-title'}
    ${'abcdefghi'}                           | ${'abcdefghx'}                                 | ${undefined}
    ${'abcdefghijklmnopqrs'}                 | ${'abcdefghijklmnopqxy'}                       | ${undefined}
    ${'abcdefghijklmnopqrst'}                | ${'abcdefghijklmnopqrxy'}                      | ${'near-title'}
    ${'Introduction to Kubernetes'}          | ${'Introducing Kubernetes'}                    | ${undefined}
    ${'Ransomware'}                          | ${'Ransomware: lessons of ten years'}          | ${undefined}
    ${'Zero Trust Webcast @ SANS'}           | ${'Webcast: Zero Trust @ SANS'}                | ${undefined}
    ${'ISO 27001'}                           | ${'ISO 27002'}                                 | ${undefined}
    ${'Zero Trust @ SANS'}                   | ${'Zero Trust @ SANS Institute'}               | ${'same-title'}
    ${'Zero Trust @ Harbour Training'}       | ${'Zero Trust @ Harbour Training GmbH'}        | ${'same-title'}
    ${'Zero Trust @ Harbour Ltd.'}           | ${'Zero Trust @ The Harbour Foundation, Inc.'} | ${'same-title'}
    ${'Zero Trust @ The Institute'}          | ${'Zero Trust @ The Foundation'}               | ${undefined}
    ${'Risk day | 2026-03-02 .. 2026-03-04'} | ${'Risk Day | 2026-03-04'}                     | ${'same-title'}
    ${'Risk day | 2026-03-02 .. 2026-03-04'} | ${'Risk Day | 2026-03-01 .. 2026-03-02'}       | ${'same-title'}
    ${'Zero Trust | 2026-03-02'}             | ${'Zero Trust | 2026-03-03'}                   | ${undefined}
    ${'Risk day | 2026-03-02 .. 2026-03-04'} | ${'Risk day | 2026-03-05 .. 2026-03-06'}       | ${undefined}
    ${'Zero Trust @ SANS'}                   | ${'Zero Trust @ ISACA'}                        | ${undefined}
    ${'Chapter meeting @ ISC2'}              | ${'Chapter meeting @ ISACA'}                   | ${undefined}
    ${'Cloud'}                               | ${'Cloud security for beginners'}              | ${undefined}
    ${'CISA'}                                | ${'CISM'}                                      | ${undefined}
    ${'Ethics'}                              | ${'Metrics'}                                   | ${undefined}
    ${'Zero Trust @ SANS'}                   | ${'Threat hunting @ SANS'}                     | ${undefined}
    ${'Reading: The Phoenix Project'}        | ${'Reading: The Unicorn Project'}              | ${undefined}
    ${''}                                    | ${''}                                          | ${undefined}
    ${'?!'}                                  | ${'…'}                                         | ${undefined}
    ${' @ SANS'}                             | ${'Zero Trust @ SANS'}                         | ${undefined}
  `("'$one' and '$other': $reason", ({ one, other, reason }) => {
    expect(likeness(happening(one), happening(other))).toBe(reason);
    expect(likeness(happening(other), happening(one))).toBe(reason);
  });

  it('when one file proves both, whatever their days, providers and titles', () => {
    const [one, other] = [happening('Zero Trust @ SANS', ['aa', 'bb']), happening('Risk | 2025-01-01', ['cc', 'bb'])];

    expect(likeness(one, other)).toBe('same-file');
    expect(likeness(one, happening('Risk | 2025-01-01', ['cc']))).toBeUndefined();
  });

  it('all that do, in the order they are given', () => {
    const others = ['Zero Trust', 'Threat hunting', 'Zero-Trust'].map((short) => happening(short));

    expect(
      findSimilarRecords(happening('Zero trust'), others, providerWords()).map(({ other }) => other.title),
    ).toEqual(['Zero Trust', 'Zero-Trust']);
  });

  it('whichever of the two is asked about', () => {
    const word = fc.constantFrom('zero', 'trust', 'part', '1', '2', 'ii', 'cloud', 'clouds', 'security', 'a');
    const title = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
    const event = fc.record({
      title,
      provider: fc.constantFrom('', 'SANS', 'sans', 'ISACA'),
      start: fc.constantFrom(day('2026-03-01'), day('2026-03-02')),
      end: fc.constantFrom(day('2026-03-02'), day('2026-03-03')),
      files: fc.subarray(['aa', 'bb']),
    });

    fc.assert(
      fc.property(event, event, (one, other) => likeness(one, other) === likeness(other, one)),
      { numRuns: 2000 },
    );
  });
});

describe('unlike', () => {
  it('counts as Levenshtein does, up to the most that is asked for', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 14 });
    fc.assert(
      fc.property(text, text, fc.nat(8), (one, other, max) => {
        expect(editDistance(one, other, max)).toBe(Math.min(distance(one, other), max + 1));
      }),
      { numRuns: 2000 },
    );
  });
});

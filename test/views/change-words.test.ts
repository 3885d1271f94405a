import { describe, expect, it } from 'vitest';
import { plainTextOf } from '../../src/chat/text.ts';
import { day } from '../../src/domain/calendar.ts';
import type { Certification } from '../../src/domain/certification.ts';
import { wordsFor } from '../../src/strings/index.ts';
import { nextChangeFact, retiredText, tryChangeAction } from '../../src/views/change-words.ts';
import { aCertification, aRenewal, known } from '../domain/rules.ts';

const [english, german] = [wordsFor('en-GB'), wordsFor('de-DE')];
const TODAY = day('2026-11-29');
const sources = { S1: 'https://example.org' };
const entry = (over: Partial<Certification>) => aCertification({ renewal: aRenewal(), sources, ...over });
const rule = { rule: 'at least 90 in the domains.', why: 'unknown', about: 'other', from: day('2027-01-01') } as const;

describe('the next known change', () => {
  it.each<[string, Partial<Certification>, string, string]>([
    [
      'that no source has announced',
      { reviewed: TODAY },
      'None known (as of 29 Nov 2026)',
      'Keine bekannt (Stand: 29. Nov. 2026)',
    ],
    [
      'that the body has not announced',
      { nextChange: known('none' as const), reviewed: TODAY },
      'None known (as of 29 Nov 2026) (Source',
      'Keine bekannt (Stand: 29. Nov. 2026) (',
    ],
    [
      'with a date',
      { nextChange: known({ what: '40 hours.', from: day('2027-01-01') }) },
      '40 hours, from 1 Jan 2027 (Source',
      '40 hours, ab 1. Jan. 2027 (',
    ],
    [
      'without a date',
      { nextChange: known({ what: '40 hours' }) },
      '40 hours, date not announced (',
      'Termin nicht bekannt',
    ],
    [
      'that is the end of what is offered',
      { retired: known({ on: day('2026-11-30'), replacedBy: ['AB-650'] }) },
      'Offered until 30 Nov 2026. Replaced by AB-650 (Source',
      'Wird bis 30. Nov. 2026 angeboten. Nachfolger: AB-650 (',
    ],
    [
      'after the end of what was offered',
      { retired: known({ on: TODAY }), reviewed: TODAY },
      'None known (as of 29 Nov 2026)',
      'Keine bekannt (Stand: 29. Nov. 2026)',
    ],
    [
      'that is only among the rules not checked',
      { renewal: aRenewal({ unchecked: [{ ...rule, certainty: 'S', sources: ['S1'] }] }) },
      'at least 90 in the domains, from 1 Jan 2027 (Source: third party [1])',
      'ab 1. Jan. 2027',
    ],
  ])('%s is named honestly', (_name, over, inEnglish, inGerman) => {
    expect(plainTextOf(nextChangeFact(entry(over), TODAY, english).value)).toContain(inEnglish);
    expect(plainTextOf(nextChangeFact(entry(over), TODAY, german).value)).toContain(inGerman);
  });

  it.each([
    [{ what: 'x', amounts: { total: 4000 } }, '2027'],
    [{ what: 'x', amounts: { total: 4000 }, from: day('2028-03-01') }, '2028'],
    [{ what: 'x' }, undefined],
    ['none' as const, undefined],
  ])('%o can be tried for %s', (change, year) => {
    expect(tryChangeAction(entry({ nextChange: known(change) }), TODAY, english)?.args?.rules).toBe(year);
  });
});

describe('a retired certification', () => {
  const retired = known({
    on: day('2027-06-30'),
    renewableUntil: day('2026-12-31'),
    replacedBy: ['b'],
    successors: ['B'],
  });

  it('says since when, until when, and what is next', () => {
    expect(retiredText({ retired }, TODAY, english)).toBe(
      'Offered until 30 Jun 2027. Renewal is possible until 31 Dec 2026. Replaced by B.',
    );
    expect(retiredText({ retired }, day('2027-07-01'), german)).toBe(
      'Wird seit dem 30. Juni 2027 nicht mehr angeboten. Verlängern war bis 31. Dez. 2026 möglich. Nachfolger: B.',
    );
    expect(retiredText({ retired: known({}) }, TODAY, english)).toBe('No longer offered.');
  });

  it('says nothing while it is offered', () => {
    expect(retiredText({}, TODAY, english)).toBeUndefined();
  });
});

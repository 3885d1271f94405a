import { describe, expect, it } from 'vitest';
import { findDuration, parseDuration } from '../../../src/services/records/parse-duration.ts';

describe('a duration', () => {
  it.each([
    ['90', 90],
    ['90m', 90],
    ['90 Minuten', 90],
    ['1h30', 90],
    ['1 h 30 min', 90],
    ['1.5h', 90],
    ['1,5 Std.', 90],
    ['1:30', 90],
    ['0:05', 5],
    ['2 hours', 120],
    ['0.33h', 20],
    ['0.67 h', 40],
    [' 45 mins ', 45],
    ['1:60', undefined],
    ['1h 30 for CISSP', undefined],
    ['h', undefined],
    ['1.555h', undefined],
    ['-1h', undefined],
    ['', undefined],
    ['123456', undefined],
  ])('%j is %s minutes', (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes);
  });

  it.each([
    ['webinar 1h30 on zero trust', '1h30', 90],
    ['2h workshop, 30m break', '2h', 120],
    ['1h 24/11 cissp', '1h', 60],
    ['1 h 20 Firmware webinar', '1 h 20', 80],
    ['1h 20 questions', '1h', 60],
    ['1 h 20 Nov talk', '1 h', 60],
    ['1 h 20.11. talk', '1 h', 60],
    ['v2.5h', undefined, undefined],
    ['4hands', undefined, undefined],
  ])('in %j is %j', (text, words, minutes) => {
    const found = findDuration(text);

    expect([found?.words.trim(), found?.minutes]).toEqual([words, minutes]);
    if (found !== undefined) expect(text.slice(found.index)).toMatch(found.words);
  });
});

import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { requestedDate } from '../../../src/services/pace/requested-date.ts';
import { Refusal } from '../../../src/services/refusal.ts';
import type { Request } from '../../../src/services/request.ts';
import { wordsFor } from '../../../src/strings/index.ts';

const words = wordsFor('en-GB');

function request(args: Request['args'], locale: string | null = null): Request {
  return { args, person: { locale }, today: day('2026-11-25'), words } as Request;
}

describe('the day of --on', () => {
  it.each([
    [{}, '2026-11-25', ''],
    [{ text: 'cissp' }, '2026-11-25', 'cissp'],
    [{ on: '2027-01-31' }, '2027-01-31', ''],
    [{ on: '2027-01-31 cissp' }, '2027-01-31', 'cissp'],
    [{ on: '20 Nov cissp' }, '2027-11-20', 'cissp'],
    [{ on: '30 Nov' }, '2026-11-30', ''],
  ])('%j', (args, on, text) => {
    expect(requestedDate(request(args))).toEqual({ day: on, text });
  });

  it.each([
    ['en-GB', '2027-04-03'],
    ['en-US', '2027-03-04'],
    [null, '2027-04-03'],
  ])('is read in the order of %s', (locale, on) => {
    expect(requestedDate(request({ on: '3/4/2027' }, locale)).day).toBe(on);
  });

  it.each(['soon', 'cissp 2027-01-31', '2027-02-30', ''])('is refused: %j', (on) => {
    expect(() => requestedDate(request({ on }))).toThrow(new Refusal(words.pace.badDay(on)));
  });

  it('is named with 60 characters at most when it is refused', () => {
    expect(() => requestedDate(request({ on: 'x'.repeat(99) }))).toThrow(words.pace.badDay('x'.repeat(60)));
  });
});

import type { Day } from './calendar.ts';

/**
 * How a value is known. O: the body's own page or the law; Om: a copy of an official page; C: a chapter or affiliate;
 * S: secondary; P: seen in the body's portal; M: general knowledge, unverified. What is unknown is absent.
 */
export type Certainty = 'O' | 'Om' | 'C' | 'S' | 'P' | 'M';

/** Where something is known from: `sources` are keys of the certification's `sources`. */
export interface Source {
  readonly certainty: Certainty;
  readonly sources: readonly string[];
  readonly note?: string;
}

/** A value with where it is known from. */
export interface Sourced<T> extends Source {
  readonly value: T;
}

/** A value that holds from `from` to `until`, both included; without one of them, without end on that side. */
export interface Version<T> extends Sourced<T> {
  readonly from?: Day;
  readonly until?: Day;
}

/** One value for all time, or versions that do not overlap. */
export type Versioned<T> = Version<T> | readonly Version<T>[];

/** The version in force on a day, if there is one. */
export function inForce<T>(versions: Versioned<T> | undefined, on: Day): Version<T> | undefined {
  return versionsOf(versions).find(
    ({ from, until }) => (from === undefined || from <= on) && (until === undefined || on <= until),
  );
}

/** Every version there is, in the order of the catalogue. */
export function versionsOf<T>(versions: Versioned<T> | undefined): readonly Version<T>[] {
  if (versions === undefined) return [];
  return isList(versions) ? versions : [versions];
}

function isList<T>(versions: Versioned<T>): versions is readonly Version<T>[] {
  return Array.isArray(versions);
}

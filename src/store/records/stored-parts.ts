import type { Part } from '../../domain/holding.ts';
import { remainingOf } from '../../domain/remaining-part.ts';

/** A part as it is stored: its marks in order, separated by spaces. */
export interface StoredPart {
  readonly category: string;
  readonly marks: string;
  readonly credits: number;
}

/** Returns parts for storage; those of one category with the same marks are one. */
export function storedParts(parts: readonly Part[]): readonly StoredPart[] {
  return remainingOf(parts).map(({ category, marks, credits }) => ({ category, marks: marks.join(' '), credits }));
}

/** Returns a stored part as the rules use it. */
export function partOf({ category, marks, credits }: StoredPart): Part {
  return marks === '' ? { category, credits } : { category, credits, marks: marks.split(' ') };
}

/** The parts of a claim as they are logged: amounts by category, and the marks of all parts; or a list, if not all have the same. */
export interface LoggedParts {
  readonly marks?: readonly string[];
  readonly parts: Readonly<Record<string, number>> | readonly LoggedPart[];
}

interface LoggedPart {
  readonly category: string;
  readonly credits: number;
  readonly marks: readonly string[];
}

/** Returns logged parts as the rules use them. */
export function partsOfLog({ marks: common = [], parts }: LoggedParts): readonly Part[] {
  const isList = (some: LoggedParts['parts']): some is readonly LoggedPart[] => Array.isArray(some);
  const listed = isList(parts)
    ? parts
    : Object.entries(parts).map(([category, credits]) => ({ category, credits, marks: common }));
  return listed.map(({ category, credits, marks }) =>
    marks.length === 0 ? { category, credits } : { category, credits, marks },
  );
}

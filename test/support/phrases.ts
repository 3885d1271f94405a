import { wordsFor } from '../../src/strings/index.ts';

/** What adapters say themselves, in English. */
export const ENGLISH = wordsFor('en-GB').platform;

/** The same in German. */
export const GERMAN = wordsFor('de-DE').platform;

const SHORTEST = 4;

/** The English phrases of adapters that a text shows; those that are the same in German are not among them. */
export function englishIn(text: string): readonly string[] {
  const german = new Set(piecesOf(GERMAN));
  return piecesOf(ENGLISH).filter((piece) => !german.has(piece) && shows(text, piece));
}

function shows(text: string, piece: string): boolean {
  const escaped = piece.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, 'u').test(text);
}

/** Every phrase; of one with gaps the pieces between them. */
function piecesOf(node: unknown): readonly string[] {
  if (typeof node === 'function') return piecesOf([node(7), node('\u0000')].join('\u0000'));
  if (typeof node === 'object' && node !== null) return Object.values(node).flatMap(piecesOf);
  return String(node)
    .split(/\{\w+\}|\u0000|7/u)
    .map((piece) => piece.trim())
    .filter((piece) => /\p{L}{2}/u.test(piece) && piece.length >= SHORTEST);
}

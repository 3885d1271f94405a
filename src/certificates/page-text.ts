/** A piece of text on a page, as a reader sees it: words that stand together on one line. Lengths are in points, from the top left. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly width: number;
  /** The size of the letters. */
  readonly size: number;
  /** Recognised in a picture with some doubt; names, numbers and dates aren't taken from it. */
  readonly isUnsure?: true;
}

/** The text of a page with its positions. */
export interface PageText {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
}

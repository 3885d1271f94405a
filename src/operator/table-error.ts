/** A file has invalid rows, so nothing of it is imported; the message has a line for each of the first `max` problems. */
export class BadTable extends Error {
  override name = 'BadTable';

  constructor(problems: readonly string[], max: number) {
    const more = problems.length - max;
    super(
      [
        `${problems.length === 1 ? '1 problem' : `${problems.length} problems`}; nothing was imported:`,
        ...problems.slice(0, max),
        ...(more > 0 ? [`… and ${more} more.`] : []),
      ].join('\n'),
    );
  }
}

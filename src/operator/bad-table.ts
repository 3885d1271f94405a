/** A table says something that cannot be; nothing of it is kept. */
export class BadTable extends Error {
  override name = 'BadTable';

  constructor(problems: readonly string[], max: number) {
    const more = problems.length - max;
    super(['Nothing was kept.', ...problems.slice(0, max), ...(more > 0 ? [`… and ${more} more.`] : [])].join('\n'));
  }
}

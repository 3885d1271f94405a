/**
 * Returns the Levenshtein distance of two texts, or `max + 1` if it is greater than `max`. Only cells within `max` of the diagonal are
 * computed, because every record of a member is compared.
 */
export function editDistance(one: string, other: string, max: number): number {
  const beyond = max + 1;
  if (Math.abs(one.length - other.length) > max) return beyond;
  let before = Array.from({ length: other.length + 1 }, (_, column) => column);
  let now: number[] = new Array(other.length + 1).fill(0);
  for (let row = 1; row <= one.length; row += 1) {
    const from = Math.max(1, row - max);
    const until = Math.min(other.length, row + max);
    const letter = one.charCodeAt(row - 1);
    let left = from === 1 ? row : beyond;
    let smallest = left;
    now[from - 1] = left;
    for (let column = from; column <= until; column += 1) {
      const change = (before[column - 1] ?? beyond) + (letter === other.charCodeAt(column - 1) ? 0 : 1);
      // The cell above the last one of the band was not computed in the previous row.
      const above = column === row + max ? beyond : (before[column] ?? beyond) + 1;
      left = Math.min(change, above, left + 1);
      now[column] = left;
      if (left < smallest) smallest = left;
    }
    if (smallest > max) return beyond;
    [before, now] = [now, before];
  }
  return Math.min(before[other.length] ?? beyond, beyond);
}

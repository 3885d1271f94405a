/** Returns the SQL that selects an instant as milliseconds since 1970, which no time zone of a session or a process changes. */
export function asMilliseconds(column: string): string {
  return `(extract(epoch from ${column}) * 1000)::double precision`;
}

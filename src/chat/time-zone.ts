/** Whether a name is an IANA time zone that this runtime knows. */
export function isTimeZone(zone: string | null | undefined): zone is string {
  if (!zone) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The date of an instant in a time zone, as `2026-03-31`. */
export function isoDateIn(zone: string, instant: Date): string {
  return instant.toLocaleDateString('sv-SE', { timeZone: zone });
}

/** Maximum duration, one month in minutes. */
const MAX_MINUTES = 31 * 24 * 60;

/**
 * Whole minutes of a duration: seconds as `itunes:duration` has them (`3723`), `62:03`, `1:02:03`, or ISO 8601 (`PT1H2M3S`, `P2D`).
 * Seconds beyond a whole minute are let go. Nothing for what is none, is negative, or lasts longer than a month.
 */
export function minutesOf(text: string): number | undefined {
  const seconds = secondsOf(text.trim());
  if (seconds === undefined || !Number.isFinite(seconds)) return undefined;
  const minutes = Math.floor(seconds / 60);
  return minutes >= 1 && minutes <= MAX_MINUTES ? minutes : undefined;
}

/** `1 hr 5 min`, `45 min`, `3900s`, `2 Stunden`. */
const IN_WORDS =
  /^(?:(\d{1,3})\s*(?:h|hrs?|hours?|std\.?|stunden?)\.?)?[\s,]*(?:(\d{1,5})\s*(?:m|mins?|minutes?|minuten?)\.?)?[\s,]*(?:(\d{1,7})\s*(?:s|secs?|seconds?|sek\.?|sekunden?)\.?)?$/iu;

function secondsOf(text: string): number | undefined {
  const words = /\d/u.test(text) && /[a-z]/iu.test(text) ? IN_WORDS.exec(text) : null;
  if (words !== null) return Number(words[1] ?? 0) * 3600 + Number(words[2] ?? 0) * 60 + Number(words[3] ?? 0);
  if (/^\d{1,7}(?:\.\d+)?$/u.test(text)) return Number(text);
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]?\d)(?:\.\d+)?$/u.exec(text);
  if (clock !== null) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const iso = /^P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,7})(?:\.\d+)?S)?)?$/iu.exec(
    text,
  );
  if (iso === null || !/\d/u.test(text)) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = iso.slice(1).map((part) => Number(part ?? 0));
  return (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds;
}

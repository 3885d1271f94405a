/** The longest duration of one record, in minutes. */
export const MAX_ACTIVITY_MINUTES = 60_000;

const HOURS = String.raw`(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:hours?|hrs?|stunden?|std\.?|h)(?:(\d{1,2})(?![\d\s]*[/.-]\d)|\s*(\d{1,2})\s*(?:minutes?|minuten?|mins?|min\.?|m))?`;
const MINUTES = String.raw`(\d{1,5})\s*(?:minutes?|minuten?|mins?|min\.?|m)`;
const DURATION = new RegExp(String.raw`(?<![\w.,])(?:${HOURS}|${MINUTES})(?![\w])`, 'iu');

/** Returns the first duration in a text: its words, their position and the whole minutes. */
export function findDuration(text: string): { words: string; index: number; minutes: number } | undefined {
  const match = DURATION.exec(text);
  if (match === null) return undefined;
  const [words, hours, attached, more, minutes] = match;
  const total = hours === undefined ? Number(minutes) : minutesOf(hours, attached ?? more);
  return { words, index: match.index, minutes: total };
}

/** Returns the minutes of a text that is a duration as a whole: `90m`, `1h30`, `1.5h`, `1:30` or a number of minutes. */
export function parseDuration(text: string): number | undefined {
  const typed = text.trim();
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(typed);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  if (/^\d{1,5}$/.test(typed)) return Number(typed);
  const found = findDuration(typed);
  return found?.words === typed ? found.minutes : undefined;
}

/** Rounds to whole minutes, so that 0.33 h is 20 minutes. */
function minutesOf(hours: string, more: string | undefined): number {
  const [whole = '0', fraction = ''] = hours.split(/[.,]/);
  const hundredths = Number(fraction.padEnd(2, '0'));
  return Number(whole) * 60 + Math.round((hundredths * 60) / 100) + Number(more ?? 0);
}

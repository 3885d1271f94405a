import { escapeHtml } from '../chat/escape-html.ts';
import { type Day, daysBetween } from '../domain/calendar.ts';
import type { PaceStatus } from '../domain/pace.ts';
import type { CreditGrowth } from '../domain/report-sections.ts';
import type { Words } from '../strings/index.ts';

const WIDTH = 520;
const HEIGHT = 92;
const LEFT = 30;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 14;

/** Returns the burn-up chart of a requirement as SVG: counted credits as steps, an even pace dashed, the report date as a vertical line. */
export function burnUp({ pace, steps }: CreditGrowth, on: Day, words: Words): string {
  const { window, required } = pace.requirement;
  const phrases = words.report.print;
  const max = Math.max(required, pace.counted, 1);
  const x = (day: Day) => {
    const elapsed = Math.min(pace.days, Math.max(0, daysBetween(window.start, day)));
    return roundToTenth(LEFT + (elapsed / pace.days) * (WIDTH - LEFT - RIGHT));
  };
  const y = (credits: number) => roundToTenth(HEIGHT - BOTTOM - (credits / max) * (HEIGHT - TOP - BOTTOM));
  const today = x(on < window.start ? window.start : on > window.end ? window.end : on);
  const right = WIDTH - RIGHT;
  const path = [`M${LEFT} ${y(0)}`, ...steps.flatMap(({ day, credits }) => [`H${x(day)}`, `V${y(credits)}`])];
  const description = phrases.chart(words.amount(pace.counted), words.amount(required), on);
  return [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(description)}">`,
    `<path d="M${LEFT} ${y(0)}H${right}M${LEFT} ${y(required)}H${right}" stroke="#d5d9de" stroke-width="0.7" fill="none"/>`,
    `<path d="M${LEFT} ${y(0)}L${right} ${y(required)}" stroke="#5b6470" stroke-width="0.8" stroke-dasharray="3 2.5" fill="none"/>`,
    `<path d="M${today} ${TOP - 3}V${y(0)}" stroke="#16191d" stroke-width="0.7"/>`,
    `<path d="${path.join('')}H${Math.max(today, LEFT)}" stroke="#1f5fbf" stroke-width="1.6" fill="none"/>`,
    label({ x: LEFT - 4, y: y(required) + 2, anchor: 'end' }, words.amount(required)),
    label({ x: LEFT - 4, y: y(0) + 2, anchor: 'end' }, '0'),
    label({ x: LEFT, y: HEIGHT - 3, anchor: 'start' }, words.date(window.start)),
    label({ x: right, y: HEIGHT - 3, anchor: 'end' }, words.date(window.end)),
    label(
      { x: (LEFT + right) / 2, y: HEIGHT - 3, anchor: 'middle' },
      `— ${phrases.legend.counted}   - - ${phrases.legend.even}   | ${phrases.legend.asOf}`,
    ),
    '</svg>',
  ].join('');
}

interface LabelPosition {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

function label({ x, y, anchor }: LabelPosition, text: string): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escapeHtml(text)}</text>`;
}

const COLOURS: Readonly<Record<string, string>> = {
  met: '#14703f',
  ahead: '#4d9f72',
  'on-track': '#1f5fbf',
  behind: '#d98a3d',
  missed: '#a61b12',
  'not-started': '#c3c9d0',
};

/** Returns a bar with the number of certifications per status as SVG, or undefined if there are none. */
export function statusBar(statuses: readonly PaceStatus[], words: Words): string | undefined {
  if (statuses.length === 0) return undefined;
  const order: readonly PaceStatus[] = ['missed', 'behind', 'on-track', 'ahead', 'met', 'not-started'];
  const phrases = words.report.print;
  const counted = order.flatMap((status) => {
    const count = statuses.filter((one) => one === status).length;
    return count === 0 ? [] : [{ status, count, label: phrases.statusCount(count, status) }];
  });
  let at = 0;
  const parts = counted.map(({ status, count }) => {
    const width = roundToTenth((count / statuses.length) * WIDTH);
    const part = `<rect x="${at}" y="0" width="${Math.max(1, width - 1)}" height="12" fill="${COLOURS[status]}"/>`;
    at = roundToTenth(at + width);
    return part;
  });
  let left = 0;
  const legend = counted.map(({ status, label }) => {
    const key = `<rect x="${left}" y="19" width="6" height="6" fill="${COLOURS[status]}"/><text x="${left + 9}" y="24.5">${escapeHtml(label)}</text>`;
    left += 22 + label.length * 4;
    return key;
  });
  const about = escapeHtml(phrases.statusChart(words.list(counted.map(({ label }) => label))));
  return `<svg viewBox="0 0 ${WIDTH} 30" role="img" aria-label="${about}">${parts.join('')}${legend.join('')}</svg>`;
}

function roundToTenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** What Slack takes at most; characters unless the name says otherwise. */
export const LIMITS = {
  blocksInMessage: 50,
  blocksInView: 100,
  /** All texts of one message together; Slack refuses more than about 12,000. */
  textInMessage: 11_500,
  /** All texts of one view together, far below its 250 KB. */
  textInView: 40_000,
  text: 3000,
  header: 150,
  viewTitle: 24,
  viewButton: 24,
  metadata: 3000,
  buttonsInRow: 25,
  buttonLabel: 75,
  buttonValue: 2000,
  url: 3000,
  inputLabel: 2000,
  hint: 2000,
  placeholder: 150,
  typed: 3000,
  options: 100,
  optionLabel: 75,
  optionValue: 150,
  error: 1000,
} as const;

const SEGMENTER = new Intl.Segmenter();

/** The text, or as many whole characters of it as fit with a visible `…`. The only place where anything is cut. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of SEGMENTER.segment(text.slice(0, most))) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

import { joinRuns, type PlacedText } from './join-runs.ts';
import type { PageText } from './page-text.ts';

/** Words that the recognition is less sure of, from 0 to 100, count as unreadable. */
const MIN_CONFIDENCE = 45;
/** From here on, every letter is taken as certain. */
const MIN_CERTAIN = 60;
/** A line has room for letters that go above and below those of a usual word. */
const LINE_PER_WORD = 1.35;
/** Sizes within this ratio are one. */
const SAME_SIZE = 1.2;
/** The longer side of a page in points, as of A4; a picture doesn't say its size. */
const PAGE_POINTS = 842;
/** Letters are smaller than the line that has room for them. */
const LETTERS_PER_LINE = 0.85;

const LINE =
  /<span class='ocr_(?:line|header|caption|textfloat)'[^>]*title="bbox (\d+) (\d+) (\d+) (\d+)(?:; baseline (-?[\d.]+) (-?[\d.]+))?[^"]*?(?:; x_size ([\d.]+))?[^"]*">([\s\S]*?)(?=<span class='ocr_(?:line|header|caption|textfloat)'|<\/p>)/gu;
const WORD =
  /<span class='ocrx_word'[^>]*title='bbox (\d+) (\d+) (\d+) (\d+); x_wconf (\d+)'[^>]*>([\s\S]*?)<\/span>/gu;

/** Returns the words of a page in hOCR with their places. What can't be read becomes the replacement character. */
export function textOfHocr(hocr: string): PageText {
  const [, right = '0', bottom = '0'] = /class='ocr_page'[^>]*bbox 0 0 (\d+) (\d+)/u.exec(hocr) ?? [];
  const [width, height] = [Number(right), Number(bottom)];
  const scale = PAGE_POINTS / Math.max(1, width, height);
  const placed = [...hocr.matchAll(LINE)].flatMap(
    ([, x0 = '0', , , y1 = '0', slope = '0', offset = '0', size = '0', words = '']) => {
      const found = [...words.matchAll(WORD)].map(readWord).filter(isText);
      const heights = found.map(({ height: letters }) => letters).sort((a, b) => a - b);
      const typical = LINE_PER_WORD * (heights[Math.floor(heights.length / 2)] ?? 0);
      // A speck of dirt makes a line look higher than its words.
      const letters = LETTERS_PER_LINE * Math.min(Number(size), Math.max(typical, Number(size) / 2)) * scale;
      return found.map(({ text, left, right: end, confidence }): PlacedText => {
        const baseline = Number(y1) + Number(offset) + Number(slope) * (left - Number(x0));
        const isUnsure = confidence < MIN_CERTAIN;
        const place = { x: left * scale, y: baseline * scale, width: (end - left) * scale, size: letters };
        return { text: confidence < MIN_CONFIDENCE ? '\uFFFD' : text, ...place, ...(isUnsure ? { isUnsure } : {}) };
      });
    },
  );
  const page = { width: width * scale, height: height * scale };
  return { ...page, runs: joinRuns(withLevelSizes(placed), page) };
}

/** Gives letters of about the same size one size: the sizes of lines are measured by which letters happen to be in them. */
function withLevelSizes(placed: readonly PlacedText[]): readonly PlacedText[] {
  const groups: number[][] = [];
  for (const size of placed.map((text) => text.size).sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group === undefined || size > SAME_SIZE * (group[0] ?? size)) groups.push([size]);
    else group.push(size);
  }
  const levelOf = (size: number) => groups.find((group) => size <= (group.at(-1) ?? 0)) ?? [size];
  return placed.map((text) => {
    const level = levelOf(text.size);
    return { ...text, size: level[Math.floor(level.length / 2)] ?? text.size };
  });
}

interface RecognisedWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly confidence: number;
}

function readWord([
  ,
  left = '0',
  top = '0',
  right = '0',
  bottom = '0',
  confidence = '0',
  markup = '',
]: RegExpExecArray): RecognisedWord {
  const height = Number(bottom) - Number(top);
  return { text: plain(markup), left: Number(left), right: Number(right), height, confidence: Number(confidence) };
}

/** Whether a word is more than a mark that the recognition took for a sign. */
function isText({ text, confidence }: RecognisedWord): boolean {
  return confidence >= MIN_CONFIDENCE || /[\p{L}\p{N}]/u.test(text);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function plain(markup: string): string {
  return markup
    .replace(/<[^>]*>/gu, '')
    .replace(/&(amp|lt|gt|quot|#39);/gu, (_entity, name: string) => ENTITIES[name] ?? '');
}

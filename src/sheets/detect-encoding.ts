/** An encoding that a text file may have, with what a line of it would read as. */
export interface EncodingChoice {
  readonly encoding: Encoding;
  readonly sample: string;
}

/** The encodings of spreadsheets that are told apart, the more frequent ones first. */
export const ENCODINGS = [
  'windows-1252',
  'windows-1250',
  'macintosh',
  'shift_jis',
  'windows-1251',
  'windows-1254',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A decoded text; `choices` are the encodings it may have if its letters don't decide. */
export interface DecodedText {
  readonly text: string;
  /** As the standard calls it: `utf-8`. */
  readonly encoding: string;
  readonly choices: readonly EncodingChoice[];
}

/**
 * Decodes a text file: by its mark, as UTF-16 by its zero bytes, as UTF-8 if it is valid, else by the one encoding in which all its letters are
 * those of one language. `stated` is the encoding that the person selected.
 */
export function decodeText(bytes: Uint8Array, stated?: Encoding): DecodedText {
  const unicode = unicodeOf(bytes);
  if (unicode !== undefined) return decoded(bytes, unicode);
  if (stated !== undefined) return { ...decoded(bytes, stated), choices: decodeText(bytes).choices };
  const plausible = plausibleEncodings(bytes);
  const [first] = plausible;
  if (first === undefined) return { ...decoded(bytes, 'windows-1252'), choices: choicesOf(bytes, ENCODINGS) };
  return plausible.length === 1
    ? decoded(bytes, first)
    : { ...decoded(bytes, first), choices: choicesOf(bytes, plausible) };
}

function decoded(bytes: Uint8Array, encoding: string): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/u, '');
  return { text, encoding, choices: [] };
}

/** Bytes that are looked at for zeros and for a sample. */
const HEAD_BYTES = 4096;

function unicodeOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, HEAD_BYTES);
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 5;
  if (odd > many && even < odd / 10) return 'utf-16le';
  if (even > many && odd < even / 10) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return undefined;
  }
}

/**
 * The letters beyond ASCII that the languages of an encoding write, one language each. Letters that a language hardly uses are left out, so that
 * they decide for another encoding.
 */
const LETTERS: Readonly<Record<Encoding, readonly string[]>> = {
  'windows-1252': [
    'äöüß',
    'éèêëàâçîïôûùüœæÿ',
    'áéíóúüñ',
    'ãõáâàéêíóôúüç',
    'àèéìíòóùú',
    'åäöéæøüá',
    'áðéíóúýþæö',
    'áéíóúäëïöüèê',
    'àçèéíïòóúü',
  ],
  'windows-1250': ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíľňóôšťúýž', 'áéíóöőúüű', 'čćđšž', 'ăâîşţ', 'äöüß'],
  macintosh: ['äöüß', 'éèêëàâçîïôûùüœæÿ', 'áéíóúüñ', 'ãõáâàéêíóôúüç', 'àèéìíòóùú', 'åäöéæøü'],
  shift_jis: [],
  'windows-1251': [
    'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
    'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
    'абвгдђежзијклљмнњопрстћуфхцчџш',
  ],
  'windows-1254': ['çğıöşüâîû'],
};
/** Signs that may stand beside letters in any language. */
const SIGNS = /[\u00a0«»“”„‚‘’–—…•·©®™°§€£¿¡½¼¾²³´`¹º×±→✓]/gu;
/** Signs that never touch a letter: `für` is not `f¸r`. */
const SIGN_IN_WORD = /\p{L}[¸¹²³¼½¾¿¡¬¯¦ªº´¨√∞≠≤≥∂∑∏π∫Ω◊ÿ˜˙˚˝˛ˇ˘¶‡†ˆ‰‹›]|[¿¸¹³¼¾¬¦¨√∞≠≤≥∂∑∏∫Ω◊˙˚˝˛ˇ˘]\p{Ll}/u;
const CONTROL = /[\u0080-\u009f\ufffd]/u;
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー｡-ﾟ、。・「」（）　〜：！？０-９Ａ-Ｚａ-ｚ]/gu;

function plausibleEncodings(bytes: Uint8Array): readonly Encoding[] {
  const texts = ENCODINGS.flatMap((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    return isPlausible(text, encoding) ? [{ encoding, text }] : [];
  });
  // Encodings that read the file alike are one answer.
  return texts
    .filter(({ text }, at) => texts.findIndex((other) => other.text === text) === at)
    .map(({ encoding }) => encoding);
}

function isPlausible(text: string, encoding: Encoding): boolean {
  if (CONTROL.test(text) || SIGN_IN_WORD.test(text)) return false;
  const words = (text.match(/\p{L}+/gu) ?? []).filter((word) => /[^\u0000-\u007f]/u.test(word));
  // A word in two scripts, or with a capital inside, is the sign of a wrong encoding.
  if (
    words.some((word) =>
      /\p{Script=Latin}[^\p{Script=Latin}]|[^\p{Script=Latin}]\p{Script=Latin}|\p{Ll}\p{Lu}/u.test(word),
    )
  )
    return false;
  const foreign = text.replace(/[\u0000-\u007f]/gu, '');
  if (encoding === 'shift_jis') return foreign.replace(JAPANESE, '') === '';
  const letters = new Set(foreign.replace(SIGNS, '').toLowerCase());
  return LETTERS[encoding].some((alphabet) => letters.isSubsetOf(new Set(alphabet)));
}

const SAMPLE_LENGTH = 60;

/** Returns the encodings with the first cell that they read differently. */
function choicesOf(bytes: Uint8Array, encodings: readonly Encoding[]): readonly EncodingChoice[] {
  const head = bytes.subarray(0, 64 * 1024);
  const cells = encodings.map((encoding) => ({
    encoding,
    all: new TextDecoder(encoding).decode(head).split(/[\r\n,;\t|]/u),
  }));
  const [first] = cells;
  const at = first?.all.findIndex((cell) => /[^\u0000-\u007f]/u.test(cell)) ?? -1;
  return cells.map(({ encoding, all }) => ({ encoding, sample: (all[at] ?? '').trim().slice(0, SAMPLE_LENGTH) }));
}

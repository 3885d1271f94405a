import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Pages of a scan that are read. */
const MAX_PAGES = 2;
/** Pictures smaller than this, in pixels, are logos and signatures. */
const MIN_PIXELS = 400_000;

/** The kinds of pixels that pdf.js hands out. */
const GREY_1_BIT = 1;
const RGB = 2;
const RGBA = 3;

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly data: Uint8ClampedArray | Uint8Array;
}

/** Returns the largest picture of each of the first pages of a PDF, as it is embedded, as grey PGM files. `maxPixels` limits each. */
export async function picturesOfPdf(bytes: Uint8Array, maxPixels: number): Promise<readonly Uint8Array[]> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    maxImageSize: maxPixels,
    isOffscreenCanvasSupported: false,
  });
  const pdf = await task.promise;
  try {
    const pictures: Uint8Array[] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES); number += 1) {
      const page = await pdf.getPage(number);
      const largest = await largestPicture(page);
      if (largest !== undefined) pictures.push(greyFile(largest));
      page.cleanup();
    }
    return pictures;
  } finally {
    await task.destroy();
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function largestPicture(page: Page): Promise<Pixels | undefined> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const painted = fnArray.flatMap((operator, index) =>
    operator === OPS.paintImageXObject ? [argsArray[index] as unknown] : [],
  );
  const found: Pixels[] = [];
  for (const args of painted) {
    const [name] = Array.isArray(args) ? args : [];
    if (typeof name !== 'string') continue;
    const object: unknown = await new Promise((resolve) => {
      const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
      objects.get(name, resolve);
    });
    if (isPixels(object) && object.width * object.height >= MIN_PIXELS) found.push(object);
  }
  return found.toSorted((one, other) => other.width * other.height - one.width * one.height)[0];
}

function isPixels(object: unknown): object is Pixels {
  return (
    typeof object === 'object' &&
    object !== null &&
    'data' in object &&
    'kind' in object &&
    'width' in object &&
    'height' in object
  );
}

/** The picture as a PGM file: a line with its size, then a byte for each pixel. */
function greyFile({ width, height, kind, data }: Pixels): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`);
  const file = Buffer.alloc(head.length + width * height);
  head.copy(file);
  const samples = kind === RGB ? 3 : kind === RGBA ? 4 : 1;
  const rowBytes = Math.ceil(width / 8);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const at = pixel * samples;
    if (kind === GREY_1_BIT) {
      const [row, column] = [Math.floor(pixel / width), pixel % width];
      const byte = data[row * rowBytes + (column >> 3)] ?? 0;
      file[head.length + pixel] = (byte >> (7 - (column & 7))) & 1 ? 255 : 0;
    } else {
      const [red = 255, green = red, blue = red] = [data[at], data[at + 1], data[at + 2]];
      file[head.length + pixel] = Math.round(0.3 * red + 0.59 * green + 0.11 * blue);
    }
  }
  return file;
}

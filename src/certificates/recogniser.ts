import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);

/** The part of Tesseract's interface that is used; the package has no types. */
interface TesseractApi {
  Init(dataPath: null, languages: string, engine: number): number;
  SetVariable(name: string, value: string): boolean;
  SetImageFile(exifOrientation: number, angle: number): number;
  FindLines(): void;
  GetGradient(): number;
  Recognize(monitor: null): number;
  MeanTextConf(): number;
  GetHOCRText(page: number): string;
}

interface TesseractModule {
  readonly FS: { writeFile(path: string, data: Uint8Array): void };
  readonly TessBaseAPI: new () => TesseractApi;
}

/** A page as Tesseract read it. */
export interface RecognisedPage {
  /** How sure it is of all its words, from 0 to 100. */
  readonly confidence: number;
  /** Its lines and words with their places, as hOCR. */
  readonly hocr: string;
}

/** Recognises the text of pictures. */
export interface Recogniser {
  /** Returns the text of a picture turned by an angle in radians, its own tilt straightened. Throws if it is no picture. */
  read(picture: Uint8Array, angle: number): RecognisedPage;
}

/** The core for processors with vector instructions, which all that run a supported Node have; three times as fast. */
const CORE = 'tesseract.js-core/tesseract-core-simd-lstm';
const LANGUAGES = ['eng', 'deu'];
/** The neural network alone. */
const LSTM_ONLY = 1;
/** Radians; a smaller tilt doesn't matter. */
const MIN_TILT = 0.005;

/** Opens Tesseract with English and German. It has no network: its data comes from the packages beside it. */
export async function openRecogniser(): Promise<Recogniser> {
  const start: (options: object) => Promise<TesseractModule> = require(CORE);
  const module = await start({ print: () => undefined, printErr: () => undefined });
  for (const language of LANGUAGES) {
    const folder = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
    const packed = readFileSync(join(folder, '4.0.0_best_int', `${language}.traineddata.gz`));
    module.FS.writeFile(`./${language}.traineddata`, gunzipSync(packed));
  }
  const api = new module.TessBaseAPI();
  if (api.Init(null, LANGUAGES.join('+'), LSTM_ONLY) !== 0) throw new Error('Tesseract could not read its data.');
  return {
    read(picture, angle) {
      module.FS.writeFile('/input', picture);
      setImage(api, angle);
      api.FindLines();
      const tilt = api.GetGradient();
      if (Math.abs(tilt) >= MIN_TILT) setImage(api, angle + tilt);
      api.Recognize(null);
      return { confidence: api.MeanTextConf(), hocr: api.GetHOCRText(0) };
    },
  };
}

function setImage(api: TesseractApi, angle: number): void {
  if (api.SetImageFile(1, angle) === 1) throw new Error('The picture could not be read.');
}

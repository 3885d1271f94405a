import type { PageText } from './page-text.ts';
import { textOfHocr } from './recognised-text.ts';
import { openRecogniser, type RecognisedPage } from './recogniser.ts';

/** A page that stands upright is read with more certainty than this, from 0 to 100. */
const MIN_UPRIGHT = 65;
/** Less certain than this is no text at all. */
const MIN_TEXT = 45;
/** Half a turn, then the quarter turns. */
const TURNS = [Math.PI, Math.PI / 2, -Math.PI / 2];

/** Recognises the text of pictures, turned as they are read best; undefined for one without text. Throws if one can't be read. */
export async function readPictures(pictures: readonly Uint8Array[]): Promise<readonly (PageText | undefined)[]> {
  const recogniser = await openRecogniser();
  return pictures.map((picture) => {
    let best = recogniser.read(picture, 0);
    for (const turn of TURNS) {
      if (best.confidence >= MIN_UPRIGHT) break;
      best = surer(best, recogniser.read(picture, turn));
    }
    return best.confidence < MIN_TEXT ? undefined : textOfHocr(best.hocr);
  });
}

function surer(one: RecognisedPage, other: RecognisedPage): RecognisedPage {
  return other.confidence > one.confidence ? other : one;
}

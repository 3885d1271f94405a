import { type Colour, pngOf } from '../cards/png.ts';

const GREEN = { red: 0x1f, green: 0x4d, blue: 0x45 };
const WHITE = { red: 255, green: 255, blue: 255 };
/** Each pixel is looked at in so many places in each direction, so that edges are smooth. */
const SAMPLES = 4;

/** The icon in colours, 192 pixels wide: the sign in white on recert's green. */
export function colourIcon(): Buffer {
  return drawn(192, 0.62, (share): Colour => {
    const mixed = (from: number, to: number) => Math.round(from + (to - from) * share);
    return {
      red: mixed(GREEN.red, WHITE.red),
      green: mixed(GREEN.green, WHITE.green),
      blue: mixed(GREEN.blue, WHITE.blue),
      alpha: 255,
    };
  });
}

/** The outline, 32 pixels wide: the sign alone, white on nothing. */
export function outlineIcon(): Buffer {
  return drawn(32, 0.96, (share): Colour => ({ ...WHITE, alpha: Math.round(share * 255) }));
}

function drawn(size: number, scale: number, colour: (share: number) => Colour): Buffer {
  return pngOf({ width: size, height: size }, (x, y) => {
    let inside = 0;
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
      const across = (x + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
      const down = (y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
      if (isSign((across - 0.5) / scale, (down - 0.5) / scale)) inside += 1;
    }
    return colour(inside / (SAMPLES * SAMPLES));
  });
}

// A tick within a ring that is open at the upper right and ends in an arrow: earned, and earned again.
function isSign(x: number, y: number): boolean {
  const distance = Math.hypot(x, y);
  const angle = Math.atan2(-y, x);
  const isRing = Math.abs(distance - 0.42) <= 0.055 && !(angle > 0.15 && angle < 0.95);
  const isArrow = isIn(x, y, [0.18, -0.22], [0.37, -0.46], [0.42, -0.2]);
  const isTick = near(x, y, [-0.19, 0.01], [-0.05, 0.15]) || near(x, y, [-0.05, 0.15], [0.2, -0.13]);
  return isRing || isArrow || isTick;
}

type Point = readonly [number, number];

function near(x: number, y: number, [ax, ay]: Point, [bx, by]: Point): boolean {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const share = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay)) <= 0.055;
}

function isIn(x: number, y: number, ...[a, b, c]: readonly [Point, Point, Point]): boolean {
  const side = ([ax, ay]: Point, [bx, by]: Point) => (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  const sides = [side(a, b), side(b, c), side(c, a)];
  return sides.every((one) => one >= 0) || sides.every((one) => one <= 0);
}

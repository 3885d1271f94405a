export const NOW = '2026-11-29T12:00:00Z';

/** Whatever asks for the time without the product's clock hears of the same day; timers go on. */
export function shiftClock(now = NOW) {
  const off = Date.parse(now) - Date.now();
  const Real = Date;
  globalThis.Date = new Proxy(Real, {
    construct: (target, args) => (args.length === 0 ? new target(Real.now() + off) : new target(...args)),
    apply: (target) => new target(Real.now() + off).toString(),
    get: (target, name) => (name === 'now' ? () => Real.now() + off : target[name]),
  });
}

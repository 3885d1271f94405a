import fc from 'fast-check';

/** Properties are tried with the same cases each time, so that a red run can be run again; more of them by `RECERT_SEED`. */
fc.configureGlobal({ seed: Number(process.env.RECERT_SEED ?? 20_261_125) });

export { default as fc } from 'fast-check';

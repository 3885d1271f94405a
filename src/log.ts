import { pino } from 'pino';
import type { Log } from './ports.ts';

// An error may quote what it was given: a query with its values, a payload. Only what names it is kept.
function errorFields(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, stack = '', cause } = error;
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  const code = (error as { code?: unknown }).code;
  return {
    name,
    ...(typeof code === 'string' ? { code } : {}),
    frames,
    ...(cause === undefined ? {} : { cause: errorFields(cause) }),
  };
}

/** A log that writes lines of JSON to standard error. */
export function createLog(level: string): Log {
  const logger = pino({ level, base: null, serializers: { error: errorFields } }, pino.destination(2));
  return {
    debug: (sentence, fields) => logger.debug(fields ?? {}, sentence),
    info: (sentence, fields) => logger.info(fields ?? {}, sentence),
    warn: (sentence, fields) => logger.warn(fields ?? {}, sentence),
    error: (sentence, fields) => logger.error(fields ?? {}, sentence),
  };
}

import { type DestinationStream, pino } from 'pino';
import { requestId } from './chat/request-id.ts';
import type { Log } from './ports.ts';

// An error's message may quote content, such as the values of a query, so it is left out.
function errorFields(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, stack = '', cause } = error;
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  const code = 'code' in error ? error.code : undefined;
  return {
    name,
    ...(typeof code === 'string' ? { code } : {}),
    frames,
    ...(cause === undefined ? {} : { cause: errorFields(cause) }),
  };
}

/** The id of the platform's request that a line belongs to, if it belongs to one. */
function requestFields(): { readonly request?: string } {
  const request = requestId();
  return request === undefined ? {} : { request };
}

/** Creates a log that writes lines of JSON to standard error, or to `destination`. */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Log {
  const logger = pino({ level, base: null, serializers: { error: errorFields }, mixin: requestFields }, destination);
  return {
    debug: (sentence, fields) => logger.debug(fields ?? {}, sentence),
    info: (sentence, fields) => logger.info(fields ?? {}, sentence),
    warn: (sentence, fields) => logger.warn(fields ?? {}, sentence),
    error: (sentence, fields) => logger.error(fields ?? {}, sentence),
  };
}

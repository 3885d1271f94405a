import { z } from 'zod';
import { textThat, wholeNumber } from '../settings/fields.ts';
import { notes, readFields } from '../settings/setting-notes.ts';
import { readTracingSettings, type TracingSettings } from './tracing-settings.ts';

/** How recert is watched. */
export interface TelemetrySettings {
  /** The port that answers the pages of the operator only. */
  readonly port?: number;
  /** Opens the pages of the operator; without it they are on the port of their own only. */
  readonly token?: string;
  /** Undefined while tracing is off. */
  readonly tracing?: TracingSettings;
}

const MIN_TOKEN = 16;

/** The settings of watching. */
export const TELEMETRY_SETTINGS = z.object({
  RECERT_METRICS_PORT: wholeNumber(1, 65_535).exactOptional().register(notes, {
    meaning:
      'Port on which /metrics and the details of /readyz are answered, and nothing else. Don’t publish it. See [operations.md](operations.md).',
  }),
  RECERT_METRICS_TOKEN: textThat((text) => text.length >= MIN_TOKEN && !/\s/u.test(text), {
    use: `at least ${MIN_TOKEN} characters without spaces`,
    isSecret: true,
  })
    .exactOptional()
    .register(notes, {
      meaning:
        'Opens /metrics and the details of /readyz on PORT for requests with `Authorization: Bearer …`; needed on RECERT_METRICS_PORT too, then.',
      isSecret: true,
    }),
});

/** Reads the settings of watching, with a sentence for each wrong one in `problems`. */
export function readTelemetrySettings(
  get: (name: string) => string | undefined,
  problems: string[],
): TelemetrySettings {
  const read = readFields(TELEMETRY_SETTINGS, get, problems);
  const tracing = readTracingSettings(get, problems);
  const { RECERT_METRICS_PORT: port, RECERT_METRICS_TOKEN: token } = read ?? {};
  return {
    ...(port === undefined ? {} : { port }),
    ...(token === undefined ? {} : { token }),
    ...(tracing === undefined ? {} : { tracing }),
  };
}

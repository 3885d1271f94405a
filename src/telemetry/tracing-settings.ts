/** How traces are sampled and to whom they belong. */
export interface TracingSettings {
  readonly serviceName: string;
  readonly sampler: { readonly name: SamplerName; readonly ratio: number };
}

type Get = (name: string) => string | undefined;

const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;
export type SamplerName = (typeof SAMPLERS)[number];
const ENDPOINTS = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'];
const PROTOCOLS = ['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'OTEL_EXPORTER_OTLP_PROTOCOL'];

/**
 * Reads the standard variables of OpenTelemetry; undefined if tracing is off, as it is unless an exporter or its address is named. Adds a sentence to
 * `problems` for each value that recert can't obey. The address, headers, certificates and time limits are read by the exporter itself.
 */
export function readTracingSettings(get: Get, problems: string[]): TracingSettings | undefined {
  const exporter = get('OTEL_TRACES_EXPORTER')?.toLowerCase();
  const isOn = exporter === undefined ? ENDPOINTS.some((name) => get(name) !== undefined) : exporter !== 'none';
  if (!isOn || get('OTEL_SDK_DISABLED')?.toLowerCase() === 'true') return undefined;
  if (exporter !== undefined && exporter !== 'otlp')
    problems.push(`OTEL_TRACES_EXPORTER '${exporter}' isn't supported. Use otlp or none.`);
  for (const name of PROTOCOLS) {
    const protocol = get(name);
    if (protocol !== undefined && protocol !== 'http/protobuf')
      problems.push(`${name} '${protocol}' isn't supported. Use http/protobuf, on port 4318 as a rule.`);
  }
  for (const name of ENDPOINTS) {
    const address = get(name);
    if (address !== undefined && !/^https?:$/u.test(URL.parse(address)?.protocol ?? ''))
      problems.push(`${name} isn't valid. Use an address like http://localhost:4318.`);
  }
  const name = get('OTEL_TRACES_SAMPLER')?.toLowerCase() ?? 'parentbased_always_on';
  const sampler = SAMPLERS.find((one) => one === name);
  const ratio = Number(get('OTEL_TRACES_SAMPLER_ARG') ?? '1');
  if (sampler === undefined)
    problems.push(`OTEL_TRACES_SAMPLER '${name}' isn't supported. Use one of: ${SAMPLERS.join(', ')}.`);
  if (!(ratio >= 0 && ratio <= 1)) problems.push(`OTEL_TRACES_SAMPLER_ARG isn't valid. Use a number from 0 to 1.`);
  return {
    serviceName: get('OTEL_SERVICE_NAME') ?? 'recert',
    sampler: { name: sampler ?? 'parentbased_always_on', ratio },
  };
}

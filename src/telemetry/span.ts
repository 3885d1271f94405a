import { type Span, SpanStatusCode, trace } from '@opentelemetry/api';

/** What a span says: names of commands, kinds and ids; never contents. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** Runs work in a span of a trace. Without tracing, only the work runs. A failure is marked without its message, which may quote contents. */
export function inSpan<T>(name: string, attributes: SpanAttributes, work: (span: Span) => Promise<T>): Promise<T> {
  return trace.getTracer('recert').startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
      throw error;
    } finally {
      span.end();
    }
  });
}

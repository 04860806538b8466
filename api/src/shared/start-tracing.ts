import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { registerInstrumentations } from '@opentelemetry/instrumentation'
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  type Span,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-node'

/**
 * Sends traces to the server that `OTEL_EXPORTER_OTLP_ENDPOINT` names (OTLP over HTTP); the other standard `OTEL_`
 * variables (headers, sampler) are honoured. Outgoing calls are traced and carry the trace on. Imported only when that
 * variable is set, so that nothing of it is loaded otherwise.
 */
export function startTracing({ service }: { service: string }): { stop: () => Promise<void> } {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [dropQueries, new BatchSpanProcessor(new OTLPTraceExporter())],
  })
  provider.register()
  const unregister = registerInstrumentations({
    tracerProvider: provider,
    instrumentations: [new UndiciInstrumentation({ requireParentforSpans: true })],
  })
  return {
    async stop() {
      unregister()
      await provider.shutdown()
    },
  }
}

/** A query string may hold a search, an address or a sign-in token, so none leaves this process. */
const dropQueries: SpanProcessor = {
  onStart() {},
  onEnding(span: Span) {
    span.updateName(withoutQuery(span.name))
    for (const [key, value] of Object.entries(span.attributes))
      if (key === 'url.query') span.setAttribute(key, '')
      else if (typeof value === 'string' && key !== 'db.query.text')
        span.setAttribute(key, withoutQuery(value))
  },
  onEnd() {},
  forceFlush: async () => {},
  shutdown: async () => {},
}

function withoutQuery(text: string): string {
  return text.replace(/\?.*$/s, '')
}

import type { Attributes, Context, Span, Tracer } from '@opentelemetry/api';
import { defaultTextMapGetter, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { ExportResultCode, W3CTraceContextPropagator } from '@opentelemetry/core';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import type { SpanExporter } from '@opentelemetry/sdk-trace-node';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { TracedCall, TracedRequest, Tracing } from './Tracing';

export interface TracingOptions {
  readonly protocol: 'http/protobuf' | 'http/json';
  /** Called when spans could not be exported, with how many. */
  readonly onFailure: (spans: number) => void;
}

/** The name of the service, unless OTEL_SERVICE_NAME or OTEL_RESOURCE_ATTRIBUTES has one. */
const serviceName = 'alicloud-governance-gateway';

/**
 * Starts the SDK of OpenTelemetry. The SDK itself reads its variables: endpoint, headers, sampler, limits, the name of the
 * service.
 *
 * Spans wait in a queue of bounded length and are exported beside all work. If the collector is gone or slow, they are dropped.
 */
export const startTracing = async ({ protocol, onFailure }: TracingOptions): Promise<Tracing> => {
  const { OTLPTraceExporter } =
    protocol === 'http/json'
      ? await import('@opentelemetry/exporter-trace-otlp-http')
      : await import('@opentelemetry/exporter-trace-otlp-proto');
  const exporter = reporting(new OTLPTraceExporter(), onFailure);
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': serviceName }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer(serviceName);
  const propagator = new W3CTraceContextPropagator();
  return {
    begin: (headers) => {
      const parent = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
      const span = tracer.startSpan('request', { kind: SpanKind.SERVER, startTime: Date.now() }, parent);
      // Most requests are answered from memory.
      let inside: Context | undefined;
      return {
        traceId: span.spanContext().traceId,
        call: (call) => {
          addCall(tracer, call, (inside ??= trace.setSpan(parent, span)));
        },
        end: (request) => {
          endRequest(span, request);
        },
      };
    },
    call: (call) => {
      addCall(tracer, call, ROOT_CONTEXT);
    },
    stop: (withinMs) =>
      new Promise((resolve) => {
        const late = setTimeout(resolve, withinMs, false);
        const over = () => {
          clearTimeout(late);
          resolve(true);
        };
        provider.shutdown().then(over, over);
      }),
  };
};

/** Adds the span of an attempt that ends now. */
const addCall = (tracer: Tracer, call: TracedCall, parent: Context): void => {
  const now = Date.now();
  const { product, action, accountId, region, attempt, durationMs, outcome, code, httpStatus, requestId } = call;
  const attributes: Attributes = {
    'rpc.system': 'alibaba_cloud',
    'rpc.service': product,
    'rpc.method': action,
    'cloud.account.id': accountId,
    'cloud.region': region,
    'http.response.status_code': httpStatus,
    'governance.attempt': attempt,
    'governance.outcome': outcome,
    'governance.upstream.code': code,
    'governance.upstream.request_id': requestId,
  };
  const options = { kind: SpanKind.CLIENT, startTime: now - durationMs, attributes };
  const span = tracer.startSpan(`${product}/${action}`, options, parent);
  if (outcome !== 'DONE') fail(span, code ?? outcome);
  span.end(now);
};

const endRequest = (span: Span, request: TracedRequest): void => {
  if (!span.isRecording()) return;
  const { operationType, operationName, outcome, status } = request;
  span.updateName(operationType ?? 'POST /graphql');
  const attributes: Attributes = {
    'http.request.method': request.method,
    'http.response.status_code': status,
    'url.path': '/graphql',
    'graphql.operation.type': operationType,
    'graphql.operation.name': operationName,
    'governance.operation.hash': request.operationHash,
    'governance.request_id': request.requestId,
    'governance.outcome': outcome,
    'governance.upstream_attempts': request.upstreamCalls,
    'governance.cached': request.cached,
    'governance.error_codes': [...new Set(request.errorCodes)],
  };
  span.setAttributes(attributes);
  if (outcome === 'failed' || outcome === 'errors') fail(span, request.errorCodes?.[0] ?? outcome);
  span.end(Date.now());
};

const fail = (span: Span, type: string): void => {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', type);
};

/** The same exporter, whose failures are reported. The SDK would drop the spans without a word. */
const reporting = (exporter: SpanExporter, onFailure: TracingOptions['onFailure']): SpanExporter => ({
  export: (spans, done) => {
    exporter.export(spans, (result) => {
      if (result.code === ExportResultCode.FAILED) onFailure(spans.length);
      // The error may hold the URL of the collector, and its headers.
      done({ code: result.code });
    });
  },
  shutdown: () => exporter.shutdown(),
  forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as the collector got it. */
export interface ExportedSpan {
  readonly name: string;
  /** 2: SERVER, 3: CLIENT. */
  readonly kind: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Whether its status is ERROR. */
  readonly isError: boolean;
  readonly durationMs: number;
}

/** What came with one request. */
export interface ExportRequest {
  readonly path: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A collector of OpenTelemetry for tests. */
export interface Collector {
  readonly url: string;
  readonly requests: readonly ExportRequest[];
  /** What came as JSON so far. */
  spans(): readonly ExportedSpan[];
  /** The attributes of the resource, of what came last as JSON. */
  resource(): Readonly<Record<string, unknown>>;
  close(): Promise<void>;
}

interface Value {
  readonly stringValue?: string;
  readonly intValue?: number | string;
  readonly doubleValue?: number;
  readonly boolValue?: boolean;
  readonly arrayValue?: { readonly values?: readonly Value[] };
}

type Attributes = readonly { readonly key: string; readonly value: Value }[];

interface OtlpSpan extends Omit<ExportedSpan, 'attributes' | 'isError' | 'durationMs'> {
  readonly attributes?: Attributes;
  readonly status?: { readonly code?: number };
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
}

interface OtlpBody {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Attributes };
    readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[];
  }[];
}

const valueOf = ({ arrayValue, ...scalar }: Value): unknown =>
  arrayValue === undefined ? Object.values(scalar)[0] : (arrayValue.values ?? []).map(valueOf);

const attributesOf = (attributes: Attributes = []): Readonly<Record<string, unknown>> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, valueOf(value)]));

const toSpan = ({ attributes, status, startTimeUnixNano, endTimeUnixNano, ...span }: OtlpSpan): ExportedSpan => ({
  ...span,
  attributes: attributesOf(attributes),
  isError: status?.code === 2,
  durationMs: Number(BigInt(endTimeUnixNano) - BigInt(startTimeUnixNano)) / 1e6,
});

/** @param behavior `silent` accepts requests and answers none. */
export const startCollector = async (behavior: 'well' | 'silent' = 'well'): Promise<Collector> => {
  const requests: ExportRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        requests.push({ path: request.url, headers: request.headers, body: Buffer.concat(chunks) });
        if (behavior === 'well') response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bodies = () =>
    requests
      .filter(({ headers }) => headers['content-type'] === 'application/json')
      .map(({ body }) => JSON.parse(body.toString()) as OtlpBody);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    spans: () =>
      bodies()
        .flatMap(({ resourceSpans }) => resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }) => spans.map(toSpan)),
    resource: () => attributesOf(bodies().at(-1)?.resourceSpans[0]?.resource.attributes),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

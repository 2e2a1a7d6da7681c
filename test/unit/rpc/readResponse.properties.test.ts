import fc from 'fast-check';
import type { JsonObject } from '../../../src/json/jsonObject';
import { GetCallerIdentity, operations } from '../../../src/operations';
import type { Operation } from '../../../src/operations/operation';
import type { Fields, Shape } from '../../../src/operations/shapes';
import { text } from '../../../src/operations/shapes';
import { openEnvelope } from '../../../src/rpc/envelope';
import { readResponse } from '../../../src/rpc/readResponse';
import { runs } from '../../support/soak';

/* Generated responses: those that fit the table of their operation, those that nearly do, and any bytes. */

const read = (operation: Operation, body: object) => readResponse(operation, body as JsonObject, 'R-1');

const instant = fc.integer({ min: Date.UTC(2009, 0), max: Date.UTC(2100, 0) });

/** A value that fits a shape. */
function plausible(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'flag':
      return fc.boolean();
    case 'int32':
    case 'count':
      return fc.nat();
    case 'accountId':
      return fc.oneof(fc.nat(), fc.nat().map(String));
    case 'epochMs':
    case 'epochMsText':
      return fc.oneof(instant, instant.map(String));
    case 'isoTime':
      return fc.constant('2024-05-01T08:30:00Z');
    case 'list':
      return fc.array(plausible(shape.of ?? text()), { maxLength: 3 });
    case 'object':
      return plausibleFields(shape.fields ?? {});
    default:
      return fc.string({ minLength: 1 });
  }
}

function plausibleFields(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, plausible(shape)])));
}

interface Mutation {
  readonly path: readonly number[];
  readonly change: 'replace' | 'remove' | 'rename';
  readonly by: unknown;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  path: fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }),
  change: fc.constantFrom('replace', 'remove', 'rename'),
  by: fc.oneof(fc.jsonValue(), fc.constantFrom('', '0', -1, 1e300, [], {}, [null], { constructor: 1 })),
});

/** The value, changed somewhere inside. */
function mutate(value: unknown, { path: [step = 0, ...path], change, by }: Mutation): unknown {
  if (typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return by;
  const entries = Object.entries(value).flatMap(([name, item]): [string, unknown][] => {
    if (name !== key) return [[name, item]];
    if (path.length > 0) return [[name, mutate(item, { path, change, by })]];
    if (change === 'remove') return [];
    return change === 'rename' ? [[name.toUpperCase(), item]] : [[name, by]];
  });
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

const anyBody = fc.constantFrom(...operations).chain((operation) =>
  fc.record({
    operation: fc.constant(operation),
    body: plausibleFields(operation.response),
    mutations: fc.array(mutation, { maxLength: 4 }),
  }),
);

it('reads whatever fits its table', () => {
  fc.assert(
    fc.property(anyBody, ({ operation, body }) => {
      expect(read(operation, body)).toMatchObject({ RequestId: 'R-1' });
    }),
    runs(2000),
  );
});

it('gives data or BAD_RESPONSE for any mutilated body, and never fails in another way', () => {
  fc.assert(
    fc.property(anyBody, ({ operation, body, mutations }) => {
      const mutant = mutations.reduce<unknown>(mutate, body);
      if (typeof mutant !== 'object' || mutant === null || Array.isArray(mutant)) return;
      try {
        expect(read(operation, mutant).RequestId).toBe('R-1');
      } catch (error) {
        expect(error).toMatchObject({ name: 'RpcError', kind: 'BAD_RESPONSE' });
      }
    }),
    runs(10_000),
  );
});

it('gives data or an RpcError for any bytes at all, with any status', async () => {
  const json = anyBody.map(({ body, mutations }) =>
    Buffer.from(JSON.stringify(mutations.reduce<unknown>(mutate, body))),
  );
  const bytes = fc.oneof(
    json,
    fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
    fc.jsonValue().map((value) => Buffer.from(JSON.stringify({ RequestId: value, Code: value, code: value }))),
    fc.nat(20_000).map((depth) => Buffer.from(`{"a":[12345678901234567,${'['.repeat(depth)}`)),
    fc
      .nat(100_000)
      .map((depth) => Buffer.from(`{"RequestId":"R","AccountId":${'['.repeat(depth)}${']'.repeat(depth)}}`)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom(200, 200, 204, 302, 400, 404, 429, 500, 503), async (body, status) => {
      const answer = { status, headers: {}, body };
      try {
        const { requestId, body: object } = await openEnvelope(GetCallerIdentity, answer, new Set([200, 'OK']), 1000);
        expect(readResponse(GetCallerIdentity, object, requestId).RequestId).toBe(requestId);
      } catch (error) {
        expect(error).toMatchObject({ name: 'RpcError' });
      }
    }),
    runs(1500),
  );
});

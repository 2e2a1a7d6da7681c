import { connect } from 'node:net';
import * as fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { startEmulator, type Emulator } from '../../../src/emulator/emulator';
import { operations } from '../../../src/operations';
import { runs } from '../../support/soak';
import { common, encodeAll, send, sign, type RawAnswer } from './rawClient';

const bugs: unknown[] = [];
let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ world: 'fresh', quotas: false, onBug: (error) => bugs.push(error) });
});
afterAll(() => emulator.close());
afterEach(() => {
  expect(bugs).toEqual([]);
});

const xml = new XMLParser({ parseTagValue: false, ignoreDeclaration: true });

/** What every answer has, whatever came: a body of its announced type, with a request id; a code unless it is 200. */
function expectWellFormed({ status, headers, text }: RawAnswer): void {
  const isJson = headers['content-type']?.startsWith('application/json') === true;
  const [body = {}] = isJson ? [JSON.parse(text) as object] : Object.values(xml.parse(text) as Record<string, object>);
  expect(body).toMatchObject({ RequestId: expect.stringMatching(/^[0-9A-F-]{36}$/) as string });
  if (status !== 200) {
    expect(body).toMatchObject({ HostId: expect.any(String) as string, Code: expect.any(String) as string });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).not.toBe(500);
  }
}

const name = fc.oneof(
  fc.constantFrom(
    'Format',
    'Version',
    'Action',
    'SecurityToken',
    'RegionId',
    'Tag',
    'Tag.1.Key',
    'BaselineItems.1.Name',
    'BaselineItems.0.Name',
    'BaselineItems.1.__proto__.x',
    'BaselineItems.constructor',
    'AccountUid',
    'Limit',
    'StartTime',
    'EndTime',
    'NextToken',
    'ResourceId',
    'ResourceType',
    'Region',
    'MemberId',
    'MultiAccount',
    'EnterpriseEdition',
    '__proto__',
    'constructor',
    'hasOwnProperty',
  ),
  fc.string({ unit: 'grapheme' }),
);
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    '-1',
    '0',
    '1e9',
    'true',
    'null',
    '[]',
    '{}',
    '[{"Key":{}}]',
    '9'.repeat(30),
    'JSON',
    'XML',
    '\u0000',
  ),
  fc.json(),
  fc.integer().map(String),
);
const parameters = fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 12 });
const route = fc.constantFrom(
  ...operations.map(({ action, product }) => ({ Action: action, Version: product.version })),
);

it('Well-signed requests with any parameters are answered in form', async () => {
  await fc.assert(
    fc.asyncProperty(route, parameters, fc.constantFrom('GET', 'POST'), async (target, extra, method) => {
      const all = Object.fromEntries([...Object.entries({ ...common(Date.now()), ...target }), ...extra]);
      const encoded = encodeAll(sign(method, all));

      expectWellFormed(
        await send(emulator.url, method === 'GET' ? { method, query: encoded } : { method, body: encoded }),
      );
    }),
    runs(400),
  );
});

it('Queries and bodies of any bytes are answered in form', async () => {
  const query = fc.string().map((text) => text.replace(/[^\u0021-\u007e]|#/g, '%'));
  await fc.assert(
    fc.asyncProperty(query, fc.uint8Array({ maxLength: 300 }), async (text, body) => {
      expectWellFormed(await send(emulator.url, { method: 'POST', query: text, body: Buffer.from(body) }));
    }),
    runs(300),
  );
});

it('Control endpoints answer anything in JSON, and leave the emulator standing', async () => {
  const path = fc.constantFrom('', '/calls', '/clock', '/faults', '/readings', '/reset', '/x', '/faults/');
  const body = fc.oneof(
    fc.json(),
    fc.string(),
    fc
      .record({ kind: fc.string(), now: fc.anything() })
      .map((x) => JSON.stringify(x, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner))),
  );
  await fc.assert(
    fc.asyncProperty(path, fc.constantFrom('GET', 'POST', 'DELETE'), body, async (where, method, text) => {
      const answer = await send(emulator.url, { method, path: `/_emulator${where}`, body: text });

      expect([200, 400, 404, 405]).toContain(answer.status);
      expect(JSON.parse(answer.text)).toEqual(expect.any(Object));
    }),
    runs(200),
  );
});

it('Bytes that are not HTTP are answered in HTTP, or the connection is closed', async () => {
  const exchange = (bytes: Uint8Array) =>
    new Promise<string>((resolve) => {
      const socket = connect(emulator.port, '127.0.0.1');
      let received = '';
      socket.on('data', (chunk) => (received += chunk.toString('latin1')));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve(received);
      });
      socket.end(Buffer.from(bytes));
    });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
      const received = await exchange(bytes);

      expect(received === '' || received.startsWith('HTTP/1.1 400 Bad Request\r\n')).toBe(true);
      if (received !== '') expect(received).toContain('"Code":"InvalidParameter"');
    }),
    runs(100),
  );
});

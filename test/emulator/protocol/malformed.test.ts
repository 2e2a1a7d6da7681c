import { startEmulator, type Emulator } from '../../../src/emulator/emulator';
import {
  call,
  common,
  encodeAll,
  GetCallerIdentity,
  GetResourceDirectory,
  send,
  sign,
  StartConfigurationRecorder,
  type RawAnswer,
} from './rawClient';

const now = Date.parse('2026-07-01T10:00:00Z');

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ world: 'fresh', wallClock: () => now, readings: { defaultFormat: 'JSON' } });
});
afterAll(() => emulator.close());

const parse = ({ text }: RawAnswer) => JSON.parse(text) as Record<string, string>;

describe('An HTTP method', () => {
  it('that the operation does not list is refused', async () => {
    const answer = await call(emulator.url, StartConfigurationRecorder, { method: 'GET', now });

    expect([answer.status, parse(answer).Code]).toEqual([400, 'UnsupportedHTTPMethod']);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('that the protocol does not know, %s, is refused', async (method) => {
    const query = encodeAll(sign(method, { ...common(now), ...GetCallerIdentity }));

    const answer = await send(emulator.url, { method, query });

    expect([answer.status, parse(answer).Code]).toEqual([400, 'UnsupportedHTTPMethod']);
  });
});

describe('A request outside of the protocol', () => {
  const malformed: readonly [string, string][] = [
    ['a percent sign without digits', 'Action=%zz'],
    ['bytes that are not UTF-8', 'Action=%ff%fe'],
    ['a broken name', '%E4%B8=1'],
    ['a cut-off escape', 'Action=%4'],
  ];

  it.each(malformed)('with %s in the query is refused', async (_, query) => {
    const answer = await send(emulator.url, { query });

    expect([answer.status, parse(answer).Code]).toEqual([400, 'InvalidParameter']);
  });

  it('with a body that is not UTF-8 is refused', async () => {
    const answer = await send(emulator.url, { method: 'POST', body: Buffer.from([0x41, 0x3d, 0xff]) });

    expect([answer.status, parse(answer).Code]).toEqual([400, 'InvalidParameter']);
  });

  it('with two values for one name is refused', async () => {
    const query = `${encodeAll(sign('GET', { ...common(now), ...GetCallerIdentity }))}&Action=GetResourceDirectory`;

    const answer = await send(emulator.url, { query });

    expect([answer.status, parse(answer).Code]).toEqual([400, 'IncompleteSignature']);
  });

  it('to another path is refused', async () => {
    const query = encodeAll(sign('GET', { ...common(now), ...GetCallerIdentity }));

    const answer = await send(emulator.url, { path: '/api', query });

    expect([answer.status, parse(answer).Code]).toEqual([404, 'InvalidAction.NotFound']);
  });

  it('with more than 10 MB in its body is refused', async () => {
    const answer = await send(emulator.url, { method: 'POST', body: `A=${'x'.repeat(10 * 1024 * 1024)}` });

    expect([answer.status, parse(answer).Code]).toEqual([413, 'RequestTooLarge']);
  });

  it('with more than 4 KB in its query is refused by STS, and only there', async () => {
    const Extra = 'x'.repeat(5000);
    const bySts = await call(emulator.url, { ...GetCallerIdentity, Extra }, { method: 'GET', now });

    const byResourceManager = await call(emulator.url, { ...GetResourceDirectory, Extra }, { method: 'GET', now });

    expect(parse(bySts).Code).toBe('RequestTooLarge');
    expect(parse(byResourceManager).Code).toBe('ResourceDirectoryNotInUse');
  });

  it('with a header section beyond all measure is refused', async () => {
    const answer = await send(emulator.url, { query: 'x'.repeat(70_000) });

    expect([answer.status, parse(answer).Code]).toEqual([413, 'RequestTooLarge']);
  });

  it('with more parameters than any operation has is refused', async () => {
    const body = Array.from({ length: 10_001 }, (_, index) => `P${index}=`).join('&');

    const answer = await send(emulator.url, { method: 'POST', body });

    expect([answer.status, parse(answer).Code]).toEqual([400, 'InvalidParameter']);
  });

  it('has no parameters in a body that is not a form', async () => {
    const body = encodeAll(sign('POST', { ...common(now), ...GetCallerIdentity }));

    const answer = await send(emulator.url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });

    expect(parse(answer).Code).toBe('MissingVersion');
  });
});

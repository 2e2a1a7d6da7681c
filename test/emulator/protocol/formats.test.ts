import { XMLParser } from 'fast-xml-parser';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../../src/emulator/emulator';
import { createWorld } from '../../../src/emulator/world/createWorld';
import { asText, eightOperations } from './eightOperations';
import {
  call,
  common,
  encodeAll,
  GetCallerIdentity,
  GetEnrolledAccount,
  GetResourceDirectory,
  send,
  sign,
  type Parameters,
  type RawAnswer,
} from './rawClient';

const now = Date.parse('2026-07-01T10:00:00Z');

let emulator: Emulator;
const start = async (options: EmulatorOptions = {}) => {
  emulator = await startEmulator({ world: 'fresh', wallClock: () => now, ...options });
};
afterEach(() => emulator.close());

const xml = new XMLParser({ parseTagValue: false, ignoreDeclaration: true });

/** A JSON value as XML can express it: texts, and no difference between one item and a list of one, or none. */
function asXmlTells(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(asXmlTells);
    return items.length === 0 ? undefined : items.length === 1 ? items[0] : items;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, member]) => [key, asXmlTells(member)] as const);
    const told = members.filter(([, member]) => member !== undefined);
    return told.length === 0 ? '' : Object.fromEntries(told);
  }
  return String(value);
}

const withoutRequestId = (body: object) => ({ ...body, RequestId: undefined, Recommend: undefined });

/** Calls every operation in turn on a fresh world, and gives each answer as parsed. */
async function everyAnswer(Format: string): Promise<readonly unknown[]> {
  await start();
  const bodies: unknown[] = [];
  const remember = (action: string, { text, status }: RawAnswer) => {
    if (Format.toUpperCase() === 'JSON') {
      bodies.push(asXmlTells(withoutRequestId(JSON.parse(text) as object)));
      return;
    }
    expect(text).toMatch(/^<\?xml version='1\.0' encoding='UTF-8'\?></);
    const parsed = xml.parse(text) as Record<string, object>;
    const root = status === 200 ? `${action}Response` : 'Error';
    expect(Object.keys(parsed)).toEqual([root]);
    bodies.push(asXmlTells(withoutRequestId(parsed[root] ?? {})));
  };
  // Before there is a directory: an error.
  remember('', await call(emulator.url, { ...GetResourceDirectory, Format }, { now }));
  for (const { version, action, request } of eightOperations) {
    remember(
      action,
      await call(emulator.url, { Version: version, Action: action, ...asText(request), Format }, { now }),
    );
  }
  const [accountUid = ''] = /\d{16}/.exec(emulator.calls.effects().at(-1) ?? '') ?? [];
  remember(
    GetEnrolledAccount.Action,
    await call(emulator.url, { ...GetEnrolledAccount, AccountUid: accountUid, Format }, { now }),
  );
  await emulator.close();
  return bodies;
}

it('XML and JSON say the same, for every operation and for errors', async () => {
  const [json, printedXml] = [await everyAnswer('JSON'), await everyAnswer('XML')];

  expect(json).toHaveLength(9);
  expect(printedXml).toEqual(json);
});

it.each([
  ['JSON', 'application/json;charset=utf-8'],
  ['json', 'application/json;charset=utf-8'],
  ['XML', 'application/xml;charset=utf-8'],
  ['xml', 'application/xml;charset=utf-8'],
])('Format %s is answered as %s', async (Format, contentType) => {
  await start();

  const answer = await call(emulator.url, { ...GetCallerIdentity, Format }, { now });

  expect(answer.headers['content-type']).toBe(contentType);
});

it.each(['XML', 'JSON'] as const)('Without Format the reading defaultFormat decides: %s', async (defaultFormat) => {
  await start({ readings: { defaultFormat } });

  const answer = await call(emulator.url, { ...GetCallerIdentity, Format: '' }, { now });

  expect(answer.text.startsWith(defaultFormat === 'XML' ? '<?xml' : '{')).toBe(true);
});

it('An error in XML has its link in a CDATA section', async () => {
  await start();

  const { status, text } = await call(emulator.url, { ...GetResourceDirectory, Format: 'XML' }, { now });

  expect(status).toBe(404);
  expect(text).toMatch(
    /^<\?xml version='1\.0' encoding='UTF-8'\?><Error><RequestId>[0-9A-F-]{36}<\/RequestId><HostId>127\.0\.0\.1<\/HostId><Code>ResourceDirectoryNotInUse<\/Code><Message>[^<]*<\/Message><Recommend><!\[CDATA\[https:\/\/api\.aliyun\.com\/[^<]*\]\]><\/Recommend><\/Error>$/,
  );
});

it('Text that XML must escape, or cannot hold, does not break an answer', async () => {
  const fresh = () => createWorld('fresh');
  await start({
    world: () => {
      const world = fresh();
      return {
        ...world,
        accessKey: (id) => {
          const key = world.accessKey(id);
          return key && { ...key, caller: { ...key.caller, arn: 'a<b>&"c"\'d\'\u0000]]>e' } };
        },
      };
    },
  });

  const { text } = await call(emulator.url, { ...GetCallerIdentity, Format: 'XML' }, { now });

  expect(xml.parse(text)).toMatchObject({
    GetCallerIdentityResponse: { Arn: 'a<b>&"c"\'d\'\uFFFD]]>e' },
  });
});

describe('Parameters split over query and form body', () => {
  it('are one set, and signed as one', async () => {
    await start();
    const all = Object.entries(sign('POST', { ...common(now), ...GetCallerIdentity }));
    const [even, odd] = [0, 1].map((rest) => Object.fromEntries(all.filter((_, index) => index % 2 === rest)));

    const answer = await send(emulator.url, {
      method: 'POST',
      query: encodeAll(even ?? {}),
      body: encodeAll(odd ?? {}),
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    });

    expect(JSON.parse(answer.text)).toMatchObject({ IdentityType: 'RAMUser' });
  });

  it('may repeat a pair, which counts once', async () => {
    await start();
    const query = encodeAll(sign('POST', { ...common(now), ...GetCallerIdentity }));

    const answer = await send(emulator.url, { method: 'POST', query, body: 'Format=JSON' });

    expect(answer.status).toBe(200);
  });
});

it('A plus sign is a space, and an encoded one is a plus sign', async () => {
  await start();
  const parameters: Parameters = { ...common(now), ...GetCallerIdentity, Extra: 'a b+c' };
  const query = encodeAll(sign('GET', parameters)).replace('a%20b', 'a+b');

  const answer = await send(emulator.url, { query });

  expect(answer.status).toBe(200);
});

it('Parameters that nobody documents are ignored, whatever they are called', async () => {
  await start();
  const odd = { __proto__x: '1', constructor: '2', toString: '3', 'Tag.1.Key': '4', '': '5' };

  const answer = await call(emulator.url, { ...GetCallerIdentity, ...odd }, { now });

  expect(answer.status).toBe(200);
});

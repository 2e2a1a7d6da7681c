import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import type { Emulator } from '../../../src/emulator/emulator';
import { startEmulator } from '../../../src/emulator/emulator';
import { handlers } from '../../../src/emulator/handlers';
import { createWorld } from '../../../src/emulator/world/createWorld';
import { loadSeedAnswers } from '../../facts/load';

/** The five pages, and the sample request of each under its key. */
const pages: readonly Page[] = [
  { key: 'start-en', page: 'StartConfigurationRecorder.en-US', version: '2019-01-08' },
  { key: 'start-zh', page: 'StartConfigurationRecorder.zh-CN', version: '2019-01-08' },
  {
    key: 'timeline-en',
    page: 'GetResourceConfigurationTimeline.en-US',
    version: '2019-01-08',
    parameters: {
      Region: 'cn-hangzhou',
      ResourceId: 'i-bp19xem7lt97h973****',
      ResourceType: 'ACS::ECS::Instance',
    },
  },
  { key: 'init-zh', page: 'InitResourceDirectory.zh-CN', version: '2020-03-31' },
  {
    // This page prints no request: here are its example values, except those that are masked numbers.
    key: 'enroll-zh',
    page: 'EnrollAccount.zh-CN',
    version: '2021-01-20',
    parameters: {
      AccountNamePrefix: 'test-account',
      DisplayName: 'test-account',
      FolderId: 'fd-5ESoku****',
      'BaselineItems.1.Config':
        '{"Notifications":[{"GroupKey":"account_msg","Contacts":[{"Name":"aa"}],"PmsgStatus":1,"EmailStatus":1,"SmsStatus":1}]}',
      'BaselineItems.1.Name': 'ACS-BP_ACCOUNT_FACTORY_VPC',
      'BaselineItems.1.Skip': 'false',
      'BaselineItems.1.Version': '1.0',
      BaselineId: 'afb-bp1durvn3lgqe28v****',
      ResellAccountType: 'resell',
      RegionId: 'cn-hangzhou',
      Tag: '[{"Key":"tagKey","Value":"tagValue"}]',
    },
  },
];

interface Page {
  readonly key: string;
  readonly page: string;
  readonly version: string;
  readonly parameters?: Parameters;
}
type Parameters = Readonly<Record<string, string>>;

const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'ConfigurationList' });

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ world: () => createWorld('documents'), handlers });
});
afterAll(() => emulator.close());

describe.each(pages)('the page $page', ({ key, page, version, parameters }) => {
  const [action = ''] = page.split('.');
  const request = { ...parameters, Version: version, Action: action };
  const sample = JSON.parse(loadSeedAnswers().find(({ name }) => name === page)?.text ?? '') as object;

  it('gets its sample in JSON, and the same again', async () => {
    const first = await ask(key, { ...request, Format: 'JSON' });
    const second = await ask(key, { ...request, Format: 'JSON' });

    expect(withoutRequestId(JSON.parse(first) as object)).toEqual(withoutRequestId(sample));
    expect(withoutRequestId(JSON.parse(second) as object)).toEqual(withoutRequestId(sample));
  });

  it('gets its sample in XML', async () => {
    const text = await ask(key, { ...request, Format: 'XML' });

    // EnrollAccount prints its sample in JSON alone.
    const expected = xmlSampleOf(page, action) ?? (asXml(sample) as object);
    expect(withoutRequestId(rootOf(text, action))).toEqual(withoutRequestId(expected));
  });
});

it('has no effects: a page is the same however often it is read', () => {
  expect(emulator.calls.effects()).toEqual([]);
});

function rootOf(xml: string, action: string): object {
  return (parser.parse(xml) as Record<string, object>)[`${action}Response`] ?? {};
}

/** The XML answer that a page prints between its other lines. */
function xmlSampleOf(page: string, action: string): object | undefined {
  const text = readFileSync(join(__dirname, '../../facts/seeds', `${page}.md`), 'utf8');
  const [sample] = new RegExp(`<${action}Response>.*</${action}Response>`, 's').exec(text) ?? [];
  return sample === undefined ? undefined : rootOf(sample, action);
}

/** Everything is text in XML. */
function asXml(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(asXml);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asXml(member)]));
}

function withoutRequestId(answer: object): object {
  const { RequestId, ...rest } = answer as { RequestId?: unknown };
  expect(RequestId).toMatch(/^[0-9A-F-]{36}$/);
  return rest;
}

/** One signed POST, by hand. */
async function ask(key: string, request: Parameters): Promise<string> {
  const parameters: Record<string, string> = {
    ...request,
    AccessKeyId: key,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: randomUUID(),
    Timestamp: `${new Date().toISOString().slice(0, 19)}Z`,
  };
  const canonical = Object.keys(parameters)
    .sort()
    .map((name) => `${encode(name)}=${encode(parameters[name] ?? '')}`)
    .join('&');
  const signature = createHmac('sha1', `${key}-secret&`)
    .update(`POST&%2F&${encode(canonical)}`)
    .digest('base64');
  const answer = await fetch(emulator.url, {
    method: 'POST',
    body: new URLSearchParams({ ...parameters, Signature: signature }),
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

import { createHmac, randomUUID } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import type { Emulator } from '../../../src/emulator/emulator';
import { startEmulator } from '../../../src/emulator/emulator';
import { handlers } from '../../../src/emulator/handlers';
import { createWorld } from '../../../src/emulator/world/createWorld';

const recorder = {
  ResourceTypes: ['ACS::ECS::Instance', 'ACS::ECS::NetworkInterface'],
  AccountId: 123456789,
  ConfigurationRecorderStatus: 'REGISTRABLE',
};

/** The five pages: the key to ask with, the sample request, the sample answer as JSON, and what XML makes of it. */
const pages = [
  {
    key: 'start-en',
    request: { Version: '2019-01-08', Action: 'StartConfigurationRecorder' },
    answer: { ConfigurationRecorder: recorder },
  },
  {
    key: 'start-zh',
    request: { Version: '2019-01-08', Action: 'StartConfigurationRecorder' },
    answer: { ConfigurationRecorder: recorder },
  },
  {
    key: 'timeline-en',
    request: {
      Version: '2019-01-08',
      Action: 'GetResourceConfigurationTimeline',
      Region: 'cn-hangzhou',
      ResourceId: 'i-bp19xem7lt97h973****',
      ResourceType: 'ACS::ECS::Instance',
    },
    answer: {
      ResourceConfigurationTimeline: {
        ConfigurationList: [
          {
            AccountId: '987654321',
            ResourceCreateTime: '1605237751000',
            resourceEventType: 'DISCOVERED',
            CaptureTime: '1605316711000',
            ConfigurationDiff: '{"ExpiredTime":["2020-10-26T16:00Z","2020-11-26T16:00Z"]}',
            ResourceId: 'i-bp19xem7lt97h973****',
            ResourceName: 'ECS-test',
            Region: 'cn-hangzhou',
            AvailabilityZone: 'cn-hangzhou-h',
            ResourceType: 'ACS::ECS::Instance',
            Tags: '{""hc"":[""value2""]}',
          },
        ],
        Limit: 10,
        NextToken: 'caeba0bbb2be03f84eb48b699f0a****',
      },
    },
  },
  {
    key: 'init-zh',
    request: { Version: '2020-03-31', Action: 'InitResourceDirectory' },
    answer: {
      ResourceDirectory: {
        RootFolderId: 'r-Zo****',
        ResourceDirectoryId: 'rd-Ss****',
        MasterAccountId: '172841235500****',
        MasterAccountName: 'aliyun-****',
        CreateTime: '2019-02-18T15:32:10.473Z',
      },
    },
  },
  {
    // The page prints no request: this one has its example values, save those that are masked numbers.
    key: 'enroll-zh',
    request: {
      Version: '2021-01-20',
      Action: 'EnrollAccount',
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
    answer: { AccountUid: 0 },
  },
];

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ world: () => createWorld('documents'), handlers });
});
afterAll(() => emulator.close());

describe.each(pages)('the page of $request.Action, by the key $key', ({ key, request, answer }) => {
  it('prints its sample in JSON, and the same again', async () => {
    const first = await ask(key, { ...request, Format: 'JSON' });
    const second = await ask(key, { ...request, Format: 'JSON' });

    expect(withoutRequestId(JSON.parse(first) as object)).toEqual(answer);
    expect(withoutRequestId(JSON.parse(second) as object)).toEqual(answer);
  });

  it('prints its sample in XML', async () => {
    const text = await ask(key, { ...request, Format: 'XML' });

    const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'ConfigurationList' });
    const parsed = parser.parse(text) as Record<string, object>;
    expect(withoutRequestId(parsed[`${request.Action}Response`] ?? {})).toEqual(asXml(answer));
  });
});

it('has no effects: a page is the same however often it is read', () => {
  expect(emulator.calls.effects()).toEqual([]);
});

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
async function ask(key: string, request: Readonly<Record<string, string>>): Promise<string> {
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

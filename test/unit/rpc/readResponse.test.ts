import fc from 'fast-check';
import type { JsonObject } from '../../../src/json/jsonObject';
import { parseJson } from '../../../src/json/parseJson';
import {
  catalogue,
  DescribeConfigurationRecorder,
  DescribeDiscoveredResource,
  GetAccount,
  GetCallerIdentity,
  GetEnrolledAccount,
  GetResourceConfigurationTimeline,
  GetResourceDirectory,
  ListAccounts,
} from '../../../src/operations';
import type { Operation } from '../../../src/operations/operation';
import type { Fields, Shape } from '../../../src/operations/shapes';
import {
  accountId,
  count,
  epochMs,
  flag,
  int32,
  isoTime,
  jsonText,
  list,
  object,
  optional,
  text,
} from '../../../src/operations/shapes';
import { readResponse } from '../../../src/rpc/readResponse';
import { runs } from '../../support/soak';
import { rejection } from './calls';

const read = (operation: Operation, body: object) => readResponse(operation, body as JsonObject, 'R-1');

const readWith = (response: Fields, body: object) => read({ ...catalogue.GetCallerIdentity, response }, body);

const refusal = async (operation: Operation, body: object) => {
  const error = await rejection(Promise.resolve().then(() => read(operation, body)));
  expect(error).toMatchObject({ kind: 'BAD_RESPONSE', httpStatus: 200, requestId: 'R-1' });
  return error.detail;
};

const timeline = (...ConfigurationList: unknown[]) => ({ ResourceConfigurationTimeline: { ConfigurationList } });

it('reads a timeline in all its oddities', () => {
  const body = {
    resourceConfigurationTimeline: {
      configurationList: [
        {
          AccountId: 1234567890123456,
          CaptureTime: '1714552200000',
          ResourceCreateTime: '',
          resourceEventType: 'MODIFY',
          Tags: '{""hc"":["value2"]}',
          ConfigurationDiff: { Status: ['a', 'b'] },
          ResourceName: null,
          Unheard: { of: 1 },
        },
        null,
        { AccountId: '12345678901234567890', captureTime: 1714552200001, Region: 7 },
      ],
      TotalCount: '2',
      Limit: 'many',
      NextToken: '',
    },
  };

  expect(read(GetResourceConfigurationTimeline, body)).toStrictEqual({
    RequestId: 'R-1',
    ResourceConfigurationTimeline: {
      ConfigurationList: [
        {
          AccountId: '1234567890123456',
          CaptureTime: 1714552200000,
          ResourceEventType: 'MODIFY',
          Tags: '{""hc"":["value2"]}',
          ConfigurationDiff: '{"Status":["a","b"]}',
        },
        { AccountId: '12345678901234567890', CaptureTime: 1714552200001, Region: '7' },
      ],
      TotalCount: 2,
      NextToken: '',
    },
  });
});

it('prefers the exact key to an alias, and an alias to another letter case', () => {
  const response = { Kind: optional(text({ aliases: ['sort'] })) };

  expect(readWith(response, { kind: 'c', sort: 'b', Kind: 'a' })).toEqual({ RequestId: 'R-1', Kind: 'a' });
  expect(readWith(response, { kind: 'c', sort: 'b' })).toEqual({ RequestId: 'R-1', Kind: 'b' });
  expect(readWith(response, { kind: 'c', SORT: 'd' })).toEqual({ RequestId: 'R-1', Kind: 'c' });
  expect(readWith(response, { kind: 'c', Kind: null })).toEqual({ RequestId: 'R-1', Kind: 'c' });
  expect(readWith(response, { kind: 'c', KIND: null })).toEqual({ RequestId: 'R-1', Kind: 'c' });
});

it('looks for every alias', () => {
  const response = { Kind: optional(text({ aliases: ['sort', 'type'] })) };

  expect(readWith(response, { type: 'b' })).toEqual({ RequestId: 'R-1', Kind: 'b' });
  expect(readWith(response, { TYPE: 'b' })).toEqual({ RequestId: 'R-1', Kind: 'b' });
});

it.each([
  [
    flag(),
    [true, false, 'true', 'FALSE', 1, 0, '1', ' True '],
    [true, false, true, false, true, false, true, true],
    ['yes', 2, '', {}, []],
  ],
  [int32(), [0, -5, '12', 2147483647], [0, -5, 12, 2147483647], [2147483648, 1.5, '1.5', '', 'x', '12x', 'x12', true]],
  [count(), [0, 5, '12', '9007199254740991'], [0, 5, 12, 9007199254740991], [-1, '9007199254740992', 1e300, 'x', null]],
  [accountId('string'), ['12', 12], ['12', '12'], ['', '1x', 'x1', '-1', -1, 1.5, [1], '1'.repeat(33)]],
  [text(), ['', 'x', 5, '12345678901234567'], ['', 'x', '5', '12345678901234567'], [true, {}, []]],
  [jsonText(), ['{', '', { a: 1 }, [1]], ['{', '', '{"a":1}', '[1]'], []],
  [
    isoTime(),
    [
      '2024-05-01T08:30:00Z',
      '2024-05-01T08:30Z',
      '2024-05-01T08:30:00',
      '2024-05-01T08:30:00+08:00',
      '2024-05-01T08:30+0800',
      '2024-05-01 08:30:00',
      1714552200000,
      '1714552200000',
    ],
    [
      '2024-05-01T08:30:00Z',
      '2024-05-01T08:30Z',
      '2024-05-01T08:30:00Z',
      '2024-05-01T08:30:00+08:00',
      '2024-05-01T08:30+0800',
      '2024-05-01T08:30:00Z',
      '2024-05-01T08:30:00.000Z',
      '2024-05-01T08:30:00.000Z',
    ],
    ['', 'soon', 'Wed, 01 May 2024', '2024-13-01T00:00:00Z', '+2024-05-01T08:30:00Z', ['2024-05-01T08:30:00Z'], 5],
  ],
] satisfies [Shape, unknown[], unknown[], unknown[]][])(
  'reads %j tolerantly, and omits what it cannot be',
  (shape, good, read, bad) => {
    const response = { Field: optional<unknown>(shape) };

    expect(good.map((Field) => readWith(response, { Field }).Field)).toEqual(read);
    for (const Field of bad) expect(readWith(response, { Field })).toEqual({ RequestId: 'R-1' });
  },
);

it('keeps an integer that its document does not list', () => {
  const detail = { resourceId: 'i-1', resourceDeleted: '2' };

  expect(read(DescribeDiscoveredResource, { DiscoveredResourceDetail: detail })).toEqual({
    RequestId: 'R-1',
    DiscoveredResourceDetail: { ResourceId: 'i-1', ResourceDeleted: 2 },
  });
});

it('reads tags with their wrapper in a list of members, and without it in the detail of one', () => {
  const tags = [{ Key: 'env', Value: '' }];
  const member = { AccountId: '1' };

  expect(read(ListAccounts, { Accounts: { Account: [{ ...member, Tags: { Tag: tags } }, member] } })).toEqual({
    RequestId: 'R-1',
    Accounts: { Account: [{ ...member, Tags: { Tag: tags } }, member] },
  });
  expect(read(ListAccounts, { Accounts: {} })).toEqual({ RequestId: 'R-1', Accounts: {} });
  expect(read(GetAccount, { Account: { ...member, Tags: tags } })).toEqual({
    RequestId: 'R-1',
    Account: { ...member, Tags: tags },
  });
});

it.each([
  ['without their wrapper', [{ Key: 'env' }]],
  ['in a wrapper', { Tag: [{ Key: 'env' }] }],
  ['in a wrapper of any name', { tagList: [{ Key: 'env' }] }],
  ['in a wrapper of a single element', { Tag: { Key: 'env' } }],
  ['as a single element', { key: 'env' }],
  ['as JSON text', '[{"Key":"env"}]'],
  ['as JSON text in a wrapper', '{"Tag":[{"Key":"env"}]}'],
])('reads the tags of a member %s', (_, Tags) => {
  expect(read(GetAccount, { Account: { AccountId: '1', Tags } }).Account).toEqual({
    AccountId: '1',
    Tags: [{ Key: 'env' }],
  });
});

it.each([{}, { Tag: [] }, { Tag: null }, { Tag: '' }, []])('reads %j as a list without a tag', (Tags) => {
  expect(read(GetAccount, { Account: { AccountId: '1', Tags } }).Account).toEqual({ AccountId: '1', Tags: [] });
});

it.each([{ Tag: [{ Key: 'env' }], Total: 1 }, { a: 1, b: 2 }, { Tag: 7 }, { Tag: { Name: 'env' } }, 7, 'x'])(
  'takes %j for no tags: an object is no record only because all fields of one are optional',
  (Tags) => {
    expect(read(GetAccount, { Account: { AccountId: '1', Tags } }).Account).toEqual({ AccountId: '1' });
  },
);

it('reads a list of members without the wrapper that the document has', () => {
  expect(read(ListAccounts, { Accounts: [{ AccountId: '1', Tags: [{ Key: 'env' }] }] }).Accounts).toEqual({
    Account: [{ AccountId: '1', Tags: { Tag: [{ Key: 'env' }] } }],
  });
});

it('reads texts in a wrapper, or as JSON text', () => {
  const response = { Types: list(text()) };

  expect(readWith(response, { Types: { Type: ['a', 'b'] } }).Types).toEqual(['a', 'b']);
  expect(readWith(response, { Types: { Type: 'a' } }).Types).toEqual(['a']);
  expect(readWith(response, { Types: '["a","b"]' }).Types).toEqual(['a', 'b']);
});

it('reads a moment in milliseconds that came as ISO 8601', () => {
  expect(read(GetResourceConfigurationTimeline, timeline({ CaptureTime: '2024-05-01T08:30:00Z' }))).toMatchObject({
    ResourceConfigurationTimeline: { ConfigurationList: [{ CaptureTime: 1714552200000 }] },
  });
});

it.each([0, '0', -1, 1714552200, '1714552200'])('omits a time that is none if it may be missing: %j', (came) => {
  expect(readWith({ At: optional(epochMs()) }, { At: came })).toEqual({ RequestId: 'R-1' });
});

it('takes a single element for a list of one, and an empty text for no list', () => {
  const response = { Items: optional(list(object({ Name: text() }))) };

  expect(readWith(response, { Items: { Name: 'a' } }).Items).toEqual([{ Name: 'a' }]);
  expect(readWith(response, { Items: '' })).toEqual({ RequestId: 'R-1' });
  expect(readWith(response, { Items: 'x' })).toEqual({ RequestId: 'R-1' });
});

it.each([
  [DescribeConfigurationRecorder, {}, 'expected ConfigurationRecorder to be an object'],
  [DescribeConfigurationRecorder, { ConfigurationRecorder: [] }, 'expected ConfigurationRecorder to be an object'],
  [DescribeConfigurationRecorder, { ConfigurationRecorder: null }, 'expected ConfigurationRecorder to be an object'],
  [GetCallerIdentity, { AccountId: 'x' }, 'expected AccountId to be an account id'],
  [GetCallerIdentity, { AccountId: 1.5 }, 'expected AccountId to be an account id'],
  [GetEnrolledAccount, { AccountUid: '' }, 'expected AccountUid to be an account id'],
  [
    GetResourceDirectory,
    { ResourceDirectory: { MasterAccountId: '1', RootFolderId: 'r-1', ResourceDirectoryId: '' } },
    'expected ResourceDirectory.ResourceDirectoryId to be a text',
  ],
  [
    GetResourceConfigurationTimeline,
    timeline({ CaptureTime: 1714552200000 }, { CaptureTime: 'x' }),
    'expected ResourceConfigurationTimeline.ConfigurationList.1.CaptureTime to be a time in milliseconds',
  ],
  // Seconds. Taken for milliseconds, they would be a moment in 1970.
  [
    GetResourceConfigurationTimeline,
    timeline({ CaptureTime: '1714552200' }),
    'expected ResourceConfigurationTimeline.ConfigurationList.0.CaptureTime to be a time in milliseconds',
  ],
  [
    GetResourceConfigurationTimeline,
    timeline({ CaptureTime: 1714552200000 }, 'x'),
    'expected ResourceConfigurationTimeline.ConfigurationList.1 to be an object',
  ],
] as [Operation, object, string][])(
  'refuses an answer of $action that lacks what must be there',
  async (operation, body, detail) => {
    await expect(refusal(operation, body)).resolves.toBe(detail);
  },
);

it('finds nothing among what objects inherit', async () => {
  const response = { constructor: text(), toString: optional(text()) } as unknown as Fields;

  await expect(refusal({ ...catalogue.GetCallerIdentity, response }, {})).resolves.toBe(
    'expected constructor to be a text',
  );
});

it('keeps the digits of any 64-bit id, as a number or as text', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.boolean(), (id, quoted) => {
      const digits = id.toString();
      const body = parseJson(`{"AccountId":${quoted ? `"${digits}"` : digits}}`) as object;

      expect(read(GetCallerIdentity, body)).toEqual({ RequestId: 'R-1', AccountId: digits });
    }),
    runs(10_000),
  );
});

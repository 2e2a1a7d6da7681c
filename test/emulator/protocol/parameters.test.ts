import { Refusal } from '../../../src/emulator/Refusal';
import { decodeRequest } from '../../../src/emulator/parameters';
import { defaultReadings } from '../../../src/emulator/readings';
import { CloudConfig } from '../../../src/operations/cloud-config/product';
import { Governance } from '../../../src/operations/governance/product';
import { defineOperation } from '../../../src/operations/operation';
import type { Operation, OperationKind, Product } from '../../../src/operations/operation';
import { ResourceManager } from '../../../src/operations/resource-manager/product';
import type { Fields } from '../../../src/operations/shapes';
import {
  accountId,
  count,
  epochMs,
  flag,
  int32,
  isoTime,
  list,
  object,
  oneOf,
  optional,
  text,
} from '../../../src/operations/shapes';
import type { Parameters } from './rawClient';

/** An operation with the parameters that a test needs. */
const taking = (parameters: Fields, other: Partial<Operation> = {}): Operation =>
  defineOperation<Fields, Fields, OperationKind>({
    product: CloudConfig,
    action: 'Invented',
    summary: 'Made up.',
    methods: ['GET', 'POST'],
    kind: 'read',
    retry: 'safe',
    parameters,
    response: {},
    errors: {},
    quota: 'unknown',
    ram: 'none',
    source: 'none',
    ...other,
  });

const decode = (parameters: Fields, sent: Parameters) => ({
  ...decodeRequest(taking(parameters), new Map(Object.entries(sent)), defaultReadings),
});

/** The refusal that a request gets, as code and text. */
function refusalOf(operation: Operation, sent: Parameters): string {
  try {
    decodeRequest(operation, new Map(Object.entries(sent)), defaultReadings);
  } catch (error) {
    if (error instanceof Refusal) return `${error.status} ${error.code}: ${error.message}`;
    throw error;
  }
  return 'accepted';
}

const pair = object({ Key: optional(text()), Value: optional(text()), Skip: optional(flag({ default: false })) });

describe('Plain parameters', () => {
  it('become values of their types', () => {
    const request = decode(
      {
        Text: text(),
        Flag: flag(),
        Int: int32(),
        Count: count(),
        Epoch: epochMs(),
        Id: accountId('number'),
        At: isoTime(),
      },
      {
        Text: ' as it is ',
        Flag: 'True',
        Int: '-7',
        Count: '9007199254740991',
        Epoch: '1605489195000',
        Id: '9223372036854775807',
        At: '2024-05-20T03:14:07Z',
      },
    );

    expect(request).toEqual({
      Text: ' as it is ',
      Flag: true,
      Int: -7,
      Count: 9007199254740991,
      Epoch: 1605489195000,
      Id: '9223372036854775807',
      At: '2024-05-20T03:14:07Z',
    });
  });

  it('take their documented default if they are omitted or empty, unless they are retired', () => {
    const fields = {
      Limit: optional(int32({ default: 10 })),
      Edition: optional(flag({ default: false })),
      MultiAccount: optional(flag({ default: false, retired: true })),
      NextToken: optional(text()),
    };

    expect(decode(fields, { Limit: '', NextToken: '' })).toEqual({ Limit: 10, Edition: false });
  });

  const wrong: readonly [string, Fields, string][] = [
    ['a number beyond 32 bits', { P: int32() }, '2147483648'],
    ['a number below its minimum', { P: int32({ min: 1 }) }, '0'],
    ['a number above its maximum', { P: int32({ max: 100 }) }, '101'],
    ['a number with an exponent', { P: count() }, '1e3'],
    ['a number that a double cannot hold', { P: count() }, '9007199254740993'],
    ['a flag of other words', { P: flag() }, 'yes'],
    ['an account id with letters', { P: accountId('number') }, '12ab'],
    ['an account id beyond 64 bits', { P: accountId('number') }, '9223372036854775808'],
    ['a value that is not one of the documented', { P: oneOf(['a', 'b']) }, 'c'],
    ['a time that is none', { P: isoTime() }, 'tomorrow'],
    ['JSON that is broken', { P: list(pair, { encoding: 'json' }) }, '[{"Key":'],
    ['JSON of another form', { P: list(pair, { encoding: 'json' }) }, '{"Key":"a"}'],
    ['JSON with items of another form', { P: list(pair, { encoding: 'json' }) }, '["a"]'],
    ['JSON with a member of another type', { P: list(pair, { encoding: 'json' }) }, '[{"Key":{}}]'],
    ['more items than allowed', { P: list(pair, { encoding: 'json', maxItems: 1 }) }, '[{},{}]'],
    ['JSON text for a flat list', { P: list(pair, { encoding: 'flat' }) }, '[{"Key":"a"}]'],
    ['one wrong among comma-joined values', { P: list(int32(), { encoding: 'csv' }) }, '1,x'],
  ];

  it.each(wrong)('are refused as not valid: %s', (_, fields, value) => {
    expect(refusalOf(taking(fields), { P: value })).toBe('400 InvalidP: Specified parameter P is not valid.');
  });
});

describe('A flat list', () => {
  const items = { Items: optional(list(pair, { encoding: 'flat', maxItems: 3 })) };

  it('is read by number, whatever the order and the gaps', () => {
    const request = decode(items, {
      'Items.10.Key': 'c',
      'Items.2.Key': 'b',
      'Items.2.Value': '',
      'Items.1.Key': 'a',
      'Items.1.Skip': 'true',
      ItemsUnrelated: 'x',
    });

    expect(JSON.parse(JSON.stringify(request))).toEqual({
      Items: [
        { Key: 'a', Skip: true },
        { Key: 'b', Value: '', Skip: false },
        { Key: 'c', Skip: false },
      ],
    });
  });

  it('may have plain values, and lists inside its items', () => {
    const request = decode(
      {
        Names: list(text(), { encoding: 'flat' }),
        Filters: list(object({ Key: text(), Values: list(text(), { encoding: 'flat' }) }), { encoding: 'flat' }),
      },
      { 'Names.1': 'x', 'Names.2': '', 'Filters.1.Key': 'k', 'Filters.1.Values.2': 'w', 'Filters.1.Values.1': 'v' },
    );

    expect(JSON.parse(JSON.stringify(request))).toEqual({
      Names: ['x', ''],
      Filters: [{ Key: 'k', Values: ['v', 'w'] }],
    });
  });

  it('is absent if nothing of it is sent', () => {
    expect(decode(items, {})).toEqual({});
  });

  it.each(['Items.0.Key', 'Items.x.Key', 'Items.01.Key', 'Items.99999.Key', 'Items.', 'Items.__proto__.Key'])(
    'is refused if an item is numbered as in %s',
    (name) => {
      expect(refusalOf(taking(items), { [name]: 'a' })).toBe(
        '400 InvalidItems: Specified parameter Items is not valid.',
      );
    },
  );

  it('is refused if it has more items than allowed', () => {
    const sent = { 'Items.1.Key': 'a', 'Items.2.Key': 'b', 'Items.3.Key': 'c', 'Items.4.Key': 'd' };

    expect(refusalOf(taking(items), sent)).toContain('InvalidItems');
  });

  it('is refused if an item lacks what it must have', () => {
    const operation = taking({ Items: list(object({ Key: text() }), { encoding: 'flat' }) });

    expect(refusalOf(operation, { 'Items.1.Other': 'a' })).toContain('InvalidItems');
  });

  it('takes names that every object has for what they are', () => {
    const request = decode(items, { 'Items.1.__proto__': 'x', 'Items.1.constructor': 'y', 'Items.1.Key': 'a' });

    expect(JSON.parse(JSON.stringify(request))).toEqual({ Items: [{ Key: 'a', Skip: false }] });
  });
});

it('A list in JSON text may write its scalars as JSON or as text', () => {
  const element = object({ Flag: flag(), Int: int32(), Id: accountId('number'), Text: optional(text()) });

  const request = decode(
    { Items: list(element, { encoding: 'json' }) },
    { Items: '[{"Flag":true,"Int":7,"Id":123,"Text":null},{"Flag":"false","Int":"8","Id":"456","__proto__":{"x":1}}]' },
  );

  expect(JSON.parse(JSON.stringify(request))).toEqual({
    Items: [
      { Flag: true, Int: 7, Id: '123' },
      { Flag: false, Int: 8, Id: '456' },
    ],
  });
});

it('A comma-joined list is split at its commas', () => {
  const request = decode(
    { Types: list(text(), { encoding: 'csv' }) },
    { Types: 'ACS::ECS::Instance,ACS::OSS::Bucket' },
  );

  expect(request).toEqual({ Types: ['ACS::ECS::Instance', 'ACS::OSS::Bucket'] });
});

describe('A missing and a wrong parameter are refused', () => {
  const parameters = { AccountId: accountId('string') };

  it.each<[string, Product, Operation['errors'], string, string]>([
    [
      'Cloud Config',
      CloudConfig,
      {},
      '400 MissingAccountId: AccountId is mandatory for this action.',
      '400 InvalidAccountId: Specified parameter AccountId is not valid.',
    ],
    [
      'Resource Management',
      ResourceManager,
      {},
      '400 MissingParameter.AccountId: You must specify AccountId.',
      '400 InvalidParameter.AccountId: The AccountId is invalid.',
    ],
    [
      'Cloud Governance Center',
      Governance,
      {
        InvalidParameter: {
          status: 400,
          message: 'The specified parameter %s is not valid.',
          code: 'BAD_USER_INPUT',
          explanation: { en: '', zh: '' },
        },
      },
      '400 InvalidParameter: The specified parameter AccountId is not valid.',
      '400 InvalidParameter: The specified parameter AccountId is not valid.',
    ],
  ])('in the words of %s', (_, product, errors, missing, wrong) => {
    const operation = taking(parameters, { product, errors });

    expect([refusalOf(operation, {}), refusalOf(operation, { AccountId: 'x' })]).toEqual([missing, wrong]);
  });
});

import fc from 'fast-check';
import {
  AssumeRole,
  catalogue,
  EnrollAccount,
  GetResourceConfigurationTimeline,
  ListAccountFactoryBaselineItems,
  ListAccounts,
  ListAggregators,
  ListDiscoveredResources,
  operations,
  PutConfigurationRecorder,
} from '../../../src/operations';
import type { Operation } from '../../../src/operations/operation';
import type { Fields } from '../../../src/operations/shapes';
import { count, epochMs, flag, int32, isoTime, list, object, optional, text } from '../../../src/operations/shapes';
import { encodeParameters } from '../../../src/rpc/encodeParameters';
import { runs } from '../../support/soak';
import { rejection } from './calls';

const operationWith = (parameters: Fields): Operation => ({ ...catalogue.GetCallerIdentity, parameters });

const encodeWith = (parameters: Fields, request: object) => encodeParameters(operationWith(parameters), request);

async function refusal(parameters: Fields, request: object): Promise<string | undefined> {
  const error = await rejection(Promise.resolve().then(() => encodeWith(parameters, request)));
  expect(error.kind).toBe('INVALID_REQUEST');
  return error.detail;
}

const timeline = GetResourceConfigurationTimeline.parameters;
const where = { ResourceId: 'i-1', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };

it('writes plain parameters as text, and omits what is absent', () => {
  const request = { ...where, StartTime: 1714552200000, Limit: 20, EndTime: undefined, NextToken: null };

  expect(encodeWith(timeline, request)).toEqual({ ...where, StartTime: '1714552200000', Limit: '20' });
});

it('writes each list in the form that its parameter has', () => {
  expect(
    encodeParameters(EnrollAccount, {
      AccountUid: '1234567890123456',
      BaselineItems: [{ Name: 'A', Skip: true, Config: '{"x":1}' }, { Name: 'B' }],
      Tag: [
        { Key: 'env', Value: '沙箱' },
        { Key: 'empty', Value: '' },
      ],
    }),
  ).toEqual({
    AccountUid: '1234567890123456',
    'BaselineItems.1.Name': 'A',
    'BaselineItems.1.Skip': 'true',
    'BaselineItems.1.Config': '{"x":1}',
    'BaselineItems.2.Name': 'B',
    Tag: '[{"Key":"env","Value":"沙箱"},{"Key":"empty","Value":""}]',
  });
});

it('writes comma-joined and nested flat lists, and plain objects by their fields', () => {
  const parameters = {
    Types: optional(list(text(), { encoding: 'csv' })),
    Filters: optional(list(object({ Key: text(), Values: optional(list(text())) }), { encoding: 'flat' })),
    Window: optional(object({ From: epochMs(), To: optional(epochMs()) }, { encoding: 'flat' })),
  };

  expect(
    encodeWith(parameters, {
      Types: ['ACS::ECS::Instance', 'ACS::OSS::Bucket'],
      Filters: [{ Key: 'a', Values: ['x', 'y'] }],
      Window: { From: 5 },
    }),
  ).toEqual({
    Types: 'ACS::ECS::Instance,ACS::OSS::Bucket',
    'Filters.1.Key': 'a',
    'Filters.1.Values.1': 'x',
    'Filters.1.Values.2': 'y',
    'Window.From': '5',
  });
});

it('writes lists of texts comma-joined or one by one, lists of objects by their members', () => {
  const page = { PageNumber: 2, PageSize: 100 };
  const ResourceTypes = ['ACS::ECS::Instance', 'ACS::OSS::Bucket'];

  expect(
    encodeParameters(ListDiscoveredResources, { ...page, ResourceTypes, Regions: ['cn-hangzhou'], ResourceDeleted: 0 }),
  ).toEqual({
    PageNumber: '2',
    PageSize: '100',
    ResourceTypes: 'ACS::ECS::Instance,ACS::OSS::Bucket',
    Regions: 'cn-hangzhou',
    ResourceDeleted: '0',
  });
  expect(encodeParameters(PutConfigurationRecorder, { ResourceTypes })).toEqual({
    ResourceTypes: 'ACS::ECS::Instance,ACS::OSS::Bucket',
  });
  expect(encodeParameters(ListAccountFactoryBaselineItems, { Names: ['B', null, 'A,C'], Versions: [] })).toEqual({
    'Names.1': 'B',
    'Names.2': 'A,C',
  });
  expect(encodeParameters(ListAccounts, { Tag: [{ Key: 'env' }, { Key: 'a.b', Value: '值, 2' }] })).toEqual({
    'Tag.1.Key': 'env',
    'Tag.2.Key': 'a.b',
    'Tag.2.Value': '值, 2',
  });
});

it.each<[Operation, object, string]>([
  [ListDiscoveredResources, { PageNumber: 1 }, 'PageSize is required'],
  [ListDiscoveredResources, { PageSize: 100 }, 'PageNumber is required'],
  [ListDiscoveredResources, { PageNumber: 0, PageSize: 100 }, 'PageNumber must be 1 to 2147483647, but got 0'],
  [
    ListDiscoveredResources,
    { PageNumber: 1, PageSize: 100, ResourceDeleted: 2 },
    'ResourceDeleted must be one of 0, 1, but got 2',
  ],
  [
    ListDiscoveredResources,
    { PageNumber: 1, PageSize: 100, ResourceDeleted: true },
    'ResourceDeleted must be a whole number, but got true',
  ],
  [
    ListDiscoveredResources,
    { PageNumber: 1, PageSize: 100, Regions: 'cn-hangzhou' },
    'Regions must be a list, but got a text of 11 characters',
  ],
  [
    AssumeRole,
    { RoleArn: 'a', RoleSessionName: 'g' },
    'RoleSessionName must be 2 to 64 characters, but got a text of 1 characters',
  ],
  [
    AssumeRole,
    { RoleArn: 'a', RoleSessionName: 'g'.repeat(65) },
    'RoleSessionName must be 2 to 64 characters, but got a text of 65 characters',
  ],
  [
    AssumeRole,
    { RoleArn: 'a', RoleSessionName: 'my gw' },
    String.raw`RoleSessionName must be of the form [A-Za-z0-9.@\-_]+, but got a text of 5 characters`,
  ],
  [
    AssumeRole,
    { RoleArn: 'a', RoleSessionName: 'gw', Policy: `"${'x'.repeat(2047)}"` },
    'Policy must be at most 2048 characters, but got a text of 2049 characters',
  ],
  [PutConfigurationRecorder, { ResourceTypes: [] }, 'ResourceTypes is required'],
  [PutConfigurationRecorder, { ResourceTypes: [7] }, 'ResourceTypes.1 must be a text, but got 7'],
  [ListAccountFactoryBaselineItems, { Names: [{}] }, 'Names.1 must be a text, but got an object'],
  [
    ListAccountFactoryBaselineItems,
    { Type: 'Other' },
    'Type must be one of AccountFactory, but got a text of 5 characters',
  ],
])('refuses of $action %j', async ({ parameters }, request, detail) => {
  await expect(refusal(parameters, request)).resolves.toBe(detail);
});

it('sends no null, no undefined and no empty list, at any depth', () => {
  const tags = [null, { Key: 'a', Value: null }, undefined, { Key: undefined }];

  expect(
    encodeParameters(EnrollAccount, {
      DisplayName: undefined,
      BaselineItems: [],
      Tag: tags,
    }),
  ).toEqual({ Tag: '[{"Key":"a"}]' });
  expect(
    encodeParameters(EnrollAccount, {
      BaselineItems: [null, { Name: null, Config: '{}' }, {}, { Name: 'B' }],
      Tag: [null],
    }),
  ).toEqual({ 'BaselineItems.1.Config': '{}', 'BaselineItems.2.Name': 'B' });
});

it.each([
  [{ ...where, ResourceId: undefined }, 'ResourceId is required'],
  [{ ...where, ResourceId: '' }, 'ResourceId is required'],
  [{ ...where, ResourceId: 7 }, 'ResourceId must be a text, but got 7'],
  [{ ...where, Limit: 0 }, 'Limit must be 1 to 100, but got 0'],
  [{ ...where, Limit: 101 }, 'Limit must be 1 to 100, but got 101'],
  [{ ...where, Limit: 1.5 }, 'Limit must be a whole number, but got 1.5'],
  [{ ...where, Limit: '20' }, 'Limit must be a whole number, but got a text of 2 characters'],
  [{ ...where, Limit: Number.NaN }, 'Limit must be a whole number, but got NaN'],
  [{ ...where, StartTime: -1 }, 'StartTime must be 0 to 9007199254740991, but got -1'],
  [{ ...where, NextToken: '\ud800' }, 'NextToken must be well-formed Unicode, but got a text of 1 characters'],
  [{ ...where, MultiAccount: true }, 'MultiAccount is retired and must not be sent'],
  [{ ...where, MemberId: '1234567890123456' }, 'MemberId is retired and must not be sent'],
  [{ ...where, PageSize: 3 }, 'PageSize is no parameter'],
  [{ ...where, resourceId: 'i-2' }, 'resourceId is no parameter'],
  [{ ...where, 'no such name': 1 }, 'a name of 12 characters is no parameter'],
  [{ ...where, constructor: 1 }, 'constructor is no parameter'],
])('refuses %j', async (request, detail) => {
  await expect(refusal(timeline, request)).resolves.toBe(detail);
});

it.each([
  [{ AccountUid: '1x' }, 'AccountUid must be an account id, which is digits, but got a text of 2 characters'],
  [{ AccountUid: 'x1' }, 'AccountUid must be an account id, which is digits, but got a text of 2 characters'],
  [{ AccountUid: 'abc' }, 'AccountUid must be an account id, which is digits, but got a text of 3 characters'],
  [{ AccountUid: 1234567890123456 }, 'AccountUid must be a text, but got 1234567890123456'],
  [{ ResellAccountType: 'x' }, 'ResellAccountType must be one of resell, non_resell, but got a text of 1 characters'],
  [{ BaselineItems: { Name: 'x' } }, 'BaselineItems must be a list, but got an object'],
  [{ BaselineItems: ['x'] }, 'BaselineItems.1 must be an object, but got a text of 1 characters'],
  [
    { BaselineItems: [{}, { Skip: 'yes' }] },
    'BaselineItems.2.Skip must be true or false, but got a text of 3 characters',
  ],
  [{ BaselineItems: [{ Config: '{' }] }, 'BaselineItems.1.Config must be JSON text, but got a text of 1 characters'],
  [{ BaselineItems: [{ Signature: 'x' }] }, 'BaselineItems.1.Signature is no parameter'],
  [{ Tag: () => undefined }, 'Tag must be a list, but got a function'],
  [{ Tag: Array(21).fill({ Key: 'k' }) }, 'Tag must be at most 20 items, but got a list of 21'],
])('refuses the enrollment %j', async (request, detail) => {
  await expect(refusal(EnrollAccount.parameters, request)).resolves.toBe(detail);
});

it('takes as many items as a list may have', () => {
  const { Tag = '' } = encodeWith(EnrollAccount.parameters, { Tag: Array(20).fill({ Key: 'k' }) });

  expect(JSON.parse(Tag)).toHaveLength(20);
});

it.each([
  ['2024-05-01T08:30Z', true],
  ['2024-05-01T08:30:00Z', true],
  ['2024-05-01T08:30:00.000+08:00', true],
  ['x2024-05-01T08:30:00Z', false],
  ['2024-13-01T08:30:00Z', false],
  ['20240501T083000Z', false],
  ['2024-5-1T8:30', false],
  ['Wed, 01 May 2024 08:30:00 GMT', false],
])('takes %s for a time in ISO 8601: %s', async (At, isOne) => {
  const parameters = { At: optional(isoTime()) };

  if (isOne) expect(encodeWith(parameters, { At })).toEqual({ At });
  else await expect(refusal(parameters, { At })).resolves.toMatch(/^At must be a time in ISO 8601/);
});

it('hides no mistake of ours behind a refusal', () => {
  const request = Object.defineProperty({}, 'At', {
    enumerable: true,
    get: () => {
      throw new TypeError('a mistake');
    },
  });

  expect(() => encodeWith({ At: optional(text()) }, request)).toThrow(new TypeError('a mistake'));
});

it('holds texts to their length', async () => {
  const { parameters } = ListAggregators;

  expect(encodeWith(parameters, { MaxResults: 10, NextToken: 't'.repeat(100) })).toMatchObject({ MaxResults: '10' });
  await expect(refusal(parameters, { MaxResults: 10, NextToken: 't'.repeat(101) })).resolves.toBe(
    'NextToken must be 1 to 100 characters, but got a text of 101 characters',
  );
  await expect(refusal(parameters, { MaxResults: 10, NextToken: '' })).resolves.toBe(
    'NextToken must be 1 to 100 characters, but got a text of 0 characters',
  );
});

it('refuses what a comma-joined list cannot carry, times that are none, and counts below nothing', async () => {
  const parameters = {
    Types: optional(list(text(), { encoding: 'csv' })),
    At: optional(isoTime()),
    N: optional(count()),
  };

  for (const Types of [['a,b'], ['a', ''], ['']]) {
    await expect(refusal(parameters, { Types })).resolves.toBe(
      'Types must be a list of texts without commas, none of them empty',
    );
  }
  await expect(refusal(parameters, { At: 'soon' })).resolves.toMatch(/^At must be a time in ISO 8601/);
  await expect(refusal(parameters, { N: -1 })).resolves.toMatch(/^N must be 0 to/);
});

it('never takes one of the protocol’s own parameters, however it is spelled, even if a table had it', async () => {
  const names = ['Action', 'version', 'FORMAT', 'accessKeyId', 'securitytoken', 'SignatureMethod'];
  names.push('signatureVersion', 'SIGNATURENONCE', 'timestamp', 'signature', 'SignatureType');

  for (const name of names) {
    await expect(refusal({ [name]: optional(text()) }, { [name]: 'evil' })).resolves.toBe(
      `${name} belongs to the protocol`,
    );
    await expect(refusal({}, { [name]: 'evil' })).resolves.toBe(`${name} is no parameter`);
  }
});

it('quotes nothing of a free text that it refuses', async () => {
  const canary = 'canary-value-\ud800';

  await expect(refusal(timeline, { ...where, NextToken: canary, [canary]: 1 })).resolves.not.toContain('canary');
  await expect(refusal(timeline, { ...where, NextToken: canary })).resolves.not.toContain('canary');
});

it('turns any request into texts under declared names, or refuses it', () => {
  const parameters = {
    Name: optional(text()),
    Flag: optional(flag()),
    Number: optional(int32({ min: 1, max: 9 })),
    Items: optional(list(object({ Key: optional(text()), Values: optional(list(text())) }), { encoding: 'flat' })),
  };
  const known = [/^Name$/, /^Flag$/, /^Number$/, /^Items\.\d+\.Key$/, /^Items\.\d+\.Values\.\d+$/];
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true });
  const plausible = fc.record(
    {
      Name: fc.oneof(fc.string({ unit: 'binary' }), anything),
      Flag: fc.oneof(fc.boolean(), anything),
      Number: fc.oneof(fc.integer(), anything),
      Items: fc.oneof(fc.array(fc.record({ Key: fc.string(), Values: fc.array(fc.option(fc.string())) })), anything),
    },
    { requiredKeys: [] },
  );

  fc.assert(
    fc.property(plausible, (request) => {
      let encoded: Readonly<Record<string, string>>;
      try {
        encoded = encodeWith(parameters, request);
      } catch (error) {
        expect(error).toMatchObject({ name: 'RpcError', kind: 'INVALID_REQUEST' });
        return;
      }
      for (const [name, value] of Object.entries(encoded)) {
        expect(known.some((pattern) => pattern.test(name))).toBe(true);
        expect(typeof value).toBe('string');
        expect(
          ['null', 'undefined', '[object Object]'].includes(value) && !JSON.stringify(request).includes(value),
        ).toBe(false);
      }
    }),
    runs(2000),
  );
});

it('has a declared encoding for every list of the catalogue', () => {
  for (const { action, parameters } of operations) {
    for (const [name, shape] of Object.entries(parameters)) {
      if (shape.kind !== 'list' && shape.kind !== 'object') continue;
      expect([action, name, shape.encoding]).toEqual([action, name, expect.stringMatching(/^(flat|json|csv)$/)]);
    }
  }
});

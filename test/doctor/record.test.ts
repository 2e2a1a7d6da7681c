import { ShapeRecord } from '../../src/doctor/record/ShapeRecord';
import { settlements } from '../../src/doctor/record/settleReadings';
import type { Readings } from '../../src/emulator';
import { defaultReadings } from '../../src/emulator';
import { isJsonObject } from '../../src/json/jsonObject';
import { GetFolder, operations } from '../../src/operations';
import type { Fields, Shape } from '../../src/operations/shapes';
import { managementId, smallWorld } from '../emulator/world/worlds';
import { otherReadings, readingSets } from '../support/readingSets';
import { recordGateway } from './recordGateway';

const writes = new Set(operations.filter(({ kind }) => kind === 'write').map(({ action }) => action));
const asMember = { EMULATOR_ACCESS_KEY_ID: 'memberid', EMULATOR_ACCESS_KEY_SECRET: 'membersecret' };

describe('points that the documents leave open', () => {
  const unable: readonly string[] = [
    // What REGISTRABLE says of an account that was never activated, it says of one that was, too.
    'neverActivated REGISTRABLE',
    // Nothing distinguishes a member that gets an answer from a delegated administrator.
    'directoryForMembers answered',
  ];
  /** A busy account, in which changes are older than any check of the index, and events name several resources. */
  const busy = smallWorld({
    causes: 'written',
    management: { recorder: { since: '2025-01-01T00:00:00.000Z' } },
    resources: Array.from({ length: 12 }, (_, index) => ({
      accountId: managementId,
      region: 'cn-hangzhou',
      resourceType: 'ACS::ECS::Instance',
      resourceId: `i-${index}`,
      changes: [
        { at: index === 0 ? '2026-06-30T06:00:00.000Z' : `2026-06-${index + 10}T00:00:00.000Z`, type: 'DISCOVERED' },
      ],
    })),
    writes: [
      {
        at: '2026-06-29T06:55:10.000Z',
        accountId: managementId,
        operation: 'StopInstances',
        resources: ['i-1', 'i-2'].map((name) => ({ type: 'ACS::ECS::Instance', name })),
      },
      {
        at: '2026-06-29T06:56:10.000Z',
        accountId: managementId,
        operation: 'RunInstances',
        resources: [
          { type: 'ACS::ECS::Instance', name: 'i-3', isMade: true },
          { type: 'ACS::ECS::SecurityGroup', name: 'sg-1' },
        ],
        parameters: { SecurityGroupId: 'sg-1' },
      },
    ],
  });
  /** The gateway that settles each point, of the points that can be settled. */
  const places: readonly (readonly [string, Parameters<typeof recordGateway>[0], readonly (keyof Readings)[]])[] = [
    ['an account that was never activated', { emulator: { world: 'fresh' } }, ['neverActivated']],
    ['a busy account', { emulator: { world: busy } }, ['updateMoves', 'trailNameMatch', 'trailCreatedNamed']],
    ['a plain member', { environment: asMember }, ['directoryForMembers', 'accountGroupsOfOthers']],
  ];
  const elsewhere = places.flatMap(([, , readings]) => readings);
  const ofManagement = (Object.keys(settlements) as (keyof Readings)[]).filter((each) => !elsewhere.includes(each));

  describe.each([...places, ['the management account', {}, ofManagement] as const])('to %s', (_, options, asked) => {
    const defaults: Partial<Readings> = Object.fromEntries(asked.map((reading) => [reading, defaultReadings[reading]]));
    const others = otherReadings.filter(
      ([reading, value]) => asked.includes(reading) && !unable.includes(`${reading} ${value}`),
    );

    it.each([['the defaults', defaults] as const, ...readingSets(others)])(
      'are settled as the upstream does it: %s',
      async (__, readings) => {
        const { settled, actions } = await recordGateway({ ...options, emulator: { ...options.emulator, readings } });

        expect(Object.fromEntries(Object.keys(readings).map((each) => [each, settled(each)]))).toEqual(readings);
        expect(actions.filter((action) => writes.has(action))).toEqual([]);
      },
    );
  });

  it('that only writes could show are reported as such, and those without an occasion, too', async () => {
    const { settled } = await recordGateway({ emulator: { world: 'fresh' } });

    expect(settled('startAnswer')).toBe('not settled: reads through this client cannot show it');
    expect(settled('totalCount')).toBe('not settled: this account has no suitable data');
  });
});

describe('what comes otherwise than the catalogue says', () => {
  it('is nothing if the emulator does as the catalogue says', async () => {
    const { report } = await recordGateway({});

    expect(report.operations.flatMap(({ differences }) => differences)).toEqual([]);
    expect(report.notSeen).toEqual([]);
  });

  it('is reported if keys are spelled otherwise', async () => {
    const { differences } = await recordGateway({ faults: [{ kind: 'oddCasing', action: 'GetFolder' }] });

    expect(differences('GetFolder').length).toBeGreaterThan(3);
    expect(differences('GetFolder').every((line) => /^[\w.]+: spelled \w+ ×\d+$/.test(line))).toBe(true);
  });

  it('is reported if ids are of another type', async () => {
    const { differences } = await recordGateway({
      faults: [{ kind: 'idsAs', as: 'string', action: 'ListEnrolledAccounts' }],
    });

    expect(differences('ListEnrolledAccounts')).toContain(
      'EnrolledAccounts[].AccountUid: type: digits as text; expected number',
    );
  });

  it('is reported if a value is not documented, by its form alone', async () => {
    const { differences, report } = await recordGateway({
      faults: [{ kind: 'unknownEnum', action: 'DescribeConfigurationRecorder', value: 'HALF_done-7' }],
    });

    expect(differences('DescribeConfigurationRecorder')).toContain(
      'ConfigurationRecorder.ConfigurationRecorderStatus: undocumented values of the form AAAA_aaaa-0 (11)',
    );
    expect(JSON.stringify(report)).not.toContain('HALF_done-7');
  });

  const shapesOf = (body: object) => {
    const record = new ShapeRecord();
    const text = Buffer.from(JSON.stringify(body));
    record.observe(GetFolder, { status: 200, headers: {}, body: text });
    return [...(record.operations()[0]?.fields ?? [])].filter(([, { shape }]) => !shape).map(([path]) => path);
  };

  it('names an unknown field if it is a word of the API, and reports others by their form', () => {
    const folder = { FolderId: 'fd-a', FolderName: 'A', CreateTime: '', NewSetting: 1, 'cost/center': 'x', 李娜: 'y' };

    expect(shapesOf({ RequestId: 'R', Folder: folder })).toEqual([
      'Folder.NewSetting',
      'Folder.(a key of the form aaaa?aaaaaa (11))',
      'Folder.(a key of the form aa (2))',
    ]);
  });

  it('never names the keys of what may be a map: they are somebody’s names', () => {
    expect(shapesOf({ RequestId: 'R', Folder: { Production: 1, Payments: 2 } })).toEqual(['Folder.(an unknown key)']);
  });

  it('is no reason to fail, whatever comes', () => {
    const record = new ShapeRecord();
    for (const text of ['', '<html>', 'null', '[1]', '"x"', '{"Folder":[null,{}]}', '{"__proto__":{"a":1}}']) {
      record.observe(GetFolder, { status: 200, headers: {}, body: Buffer.from(text) });
    }

    expect(record.operations()[0]?.answers).toBe(2);
  });
});

/** Every text and long number in a JSON value, keys of unknown objects apart. */
const leavesOf = (value: unknown): string[] => {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  return isJsonObject(value) ? Object.values(value).flatMap(leavesOf) : [];
};

/** Words that the report may use: what the catalogue documents as values. */
const documentedValues = (fields: Fields): string[] =>
  Object.values<Shape>(fields).flatMap((shape) => [
    ...(shape.values ?? []),
    ...documentedValues(shape.fields ?? shape.of?.fields ?? {}),
  ]);

/** Whether a text has another in it, not as part of a longer word. */
const hasWord = (text: string, word: string): boolean => {
  const parts = text.split(word);
  return parts.some(
    (after, index) => index > 0 && !/[\p{L}\p{N}]$/u.test(parts[index - 1] ?? '') && !/^[\p{L}\p{N}]/u.test(after),
  );
};

it('sees sessions being opened, and writes down the form of their answers alone', async () => {
  const { report, bodies } = await recordGateway({});

  const sessions = bodies.flatMap((body) => {
    const { Credentials: keys } = JSON.parse(body) as { Credentials?: Record<string, string> };
    return keys ? [keys] : [];
  });
  const secrets = sessions.flatMap(({ AccessKeyId, AccessKeySecret, SecurityToken }) => [
    AccessKeyId ?? '',
    AccessKeySecret ?? '',
    SecurityToken ?? '',
  ]);
  const text = JSON.stringify(report);

  expect(secrets).toHaveLength(30);
  expect(secrets.filter((secret) => secret.length < 8 || text.includes(secret))).toEqual([]);
  expect(report.operations.find(({ operation }) => operation === 'Sts 2015-04-01 AssumeRole')).toEqual({
    operation: 'Sts 2015-04-01 AssumeRole',
    answers: sessions.length,
    refusals: { 'HTTP 403 NoPermission': 1, 'HTTP 404 EntityNotExist.Role': 1 },
    differences: [],
    fields: expect.objectContaining({ 'Credentials.AccessKeySecret': '10 of 10; text ×10' }) as object,
  });
});

/** Numbers of few digits, a flag as text, and the user name of every root user. */
const isOfEverybody = /^(?:\d{1,4}|true|root)$/;

it.each([
  ['the demo', {}, {}],
  ['the demo to a member', {}, asMember],
  ['a generated directory', { accounts: 150 }, {}],
  ['the documents', { world: 'documents' }, {}],
])('repeats no value of %s, however long one looks', async (_, emulator, environment) => {
  const { report, bodies } = await recordGateway({
    emulator,
    environment,
    faults: [{ kind: 'unknownEnum', action: 'GetAccount', value: 'canaryStatus' }],
  });

  const documented = new Set(operations.flatMap(({ response }) => documentedValues(response)));
  const values = new Set(bodies.flatMap((body) => leavesOf(JSON.parse(body))));
  // Codes of refusals are the upstream's vocabulary.
  const codes = new Set(bodies.map((body) => (JSON.parse(body) as { Code?: string }).Code ?? ''));
  const canaries = [...values].filter(
    (value) => value.length > 3 && !documented.has(value) && !codes.has(value) && !isOfEverybody.test(value),
  );
  // What the open points are about is the same in every report.
  const openPoints = report.openPoints.map(({ settled }) => settled);
  // A word of a code, as the Role of EntityNotExist.Role, may be the name of something, too.
  const text = [...codes].reduce((rest, code) => rest.replaceAll(code, ''), JSON.stringify({ ...report, openPoints }));

  expect(canaries.length).toBeGreaterThan(50);
  expect(canaries.filter((value) => hasWord(text, value))).toEqual([]);
});

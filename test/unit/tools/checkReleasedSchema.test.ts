import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announcedBreaks, checkReleasedSchema, compareSchemas, judge } from '../../../src/tools/checkReleasedSchema';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';
const released = `${link}
  type Query { account(id: ID!): Account  legacy: String }
  type Account @key(fields: "accountId") @key(fields: "region  name") { accountId: ID! name: String region: String }
  enum Status { PENDING DONE }
  input AccountInput { name: String }
`;

const changesOf = async (change: (sdl: string) => string) =>
  (await compareSchemas(released, change(released)))
    .filter(({ criticality }) => criticality !== 'NON_BREAKING')
    .map(({ criticality, path }) => `${criticality} ${path}`);

it.each([
  ['a removed field', 'legacy: String', '', ['BREAKING Query.legacy']],
  ['a new required argument', 'id: ID!', 'id: ID!, year: Int!', ['BREAKING Query.account.year']],
  ['a field that may become null', 'accountId: ID!', 'accountId: ID', ['BREAKING Account.accountId']],
  ['a removed enum value', 'PENDING ', '', ['BREAKING Status.PENDING']],
  ['a new enum value', 'PENDING ', 'PENDING RUNNING ', ['DANGEROUS Status.RUNNING']],
  ['a new required input field', 'name: String }\n', 'name: String year: Int! }\n', ['BREAKING AccountInput.year']],
  ['a lost key', '@key(fields: "accountId")', '', ['BREAKING Account @key(fields: "accountId")']],
  ['another key', '"region  name"', '"region"', ['BREAKING Account @key(fields: "region name")']],
  ['a key written otherwise', '"region  name"', '" region name "', []],
  ['one more key', '@key(fields: "accountId")', '@key(fields: "accountId") @key(fields: "name")', []],
  ['a new field', 'legacy: String', 'legacy: String fresh: String', []],
  ['a deprecation', 'legacy: String', 'legacy: String @deprecated(reason: "Use account.")', []],
])('sees %s', async (_, before, after, expected) => {
  expect(await changesOf((sdl) => sdl.replace(before, after))).toEqual(expected);
});

const removal = { criticality: 'BREAKING', path: 'Query.legacy', message: 'Field was removed' } as const;
const danger = { criticality: 'DANGEROUS', path: 'Status.RUNNING', message: 'Enum value was added' } as const;

it('fails for a breaking change that the changelog does not announce', () => {
  expect(
    judge([removal, danger], '# Changelog\n\n## Unreleased\n\n### Breaking\n\n- `Query.legacyName` is gone.\n'),
  ).toEqual({
    passed: false,
    lines: [
      'BREAKING Query.legacy: Field was removed',
      'DANGEROUS Status.RUNNING: Enum value was added',
      '1 breaking change is not announced: expected each path in backticks under "## Unreleased", "### Breaking" of CHANGELOG.md.',
    ],
  });
});

it('passes a breaking change that the changelog announces, and still prints it', () => {
  expect(judge([removal], '## Unreleased\n\n### Breaking\n\n- `Query.legacy` is gone.\n\n### Added\n')).toEqual({
    passed: true,
    lines: [
      'BREAKING (announced) Query.legacy: Field was removed',
      'schema/schema.graphql breaks nothing that schema/released.graphql promised without announcing it.',
    ],
  });
});

it('takes announcements from the unreleased section alone, under its heading', () => {
  const changelog = [
    '# Changelog',
    '## Unreleased',
    '### Added',
    '- `A.added`',
    '### Breaking',
    '- `A.first` and `B @key(fields: "id")`',
    '### Fixed',
    '- `A.fixed`',
    '## 1.0.0',
    '### Breaking',
    '- `A.old`',
  ].join('\n');

  expect([...announcedBreaks(changelog)]).toEqual(['A.first', 'B @key(fields: "id")']);
  expect([...announcedBreaks('# Changelog\n')]).toEqual([]);
});

describe('on a checkout', () => {
  let root = '';

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'released-'));
    mkdirSync(join(root, 'schema'));
    writeFileSync(join(root, 'schema/released.graphql'), released);
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('reads both schemas and the changelog', async () => {
    writeFileSync(join(root, 'schema/schema.graphql'), released.replace('legacy: String', ''));
    expect(await checkReleasedSchema(root)).toMatchObject({ passed: false });

    writeFileSync(join(root, 'CHANGELOG.md'), '## Unreleased\n### Breaking\n- `Query.legacy`\n');
    expect(await checkReleasedSchema(root)).toMatchObject({ passed: true });
  });

  it('fails if a schema is missing', async () => {
    expect(await checkReleasedSchema(root)).toEqual({
      passed: false,
      lines: ['Expected schema/schema.graphql and schema/released.graphql, but one is missing.'],
    });
  });
});

import eslint from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { flatConfigs as importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * The floors of ARCHITECTURE.md: each names its folders, and below, what they may not import. Every entry of `src` is in
 * one of them: test/architecture.test.ts holds both against it.
 * `src/rpc` and `src/emulator` share a floor and never see each other: they are two witnesses of one protocol.
 */
const ground = [
  'src/environment',
  'src/access',
  'src/settings',
  'src/errors',
  'src/json',
  'src/process',
  'src/observability',
];
const operations = ['src/operations', 'src/ram'];
const rpc = ['src/rpc', 'src/redis'];
const emulator = ['src/emulator'];
const values = ['src/pagination', 'src/changes', 'src/feed'];
const auth = ['src/cache', 'src/auth'];
const loaders = ['src/loaders', 'src/ledger', 'src/context.ts'];
const schema = ['schema'];
const resolvers = ['resolvers'];
const top = [
  'src/buildSchema.ts',
  'src/federation',
  'src/execution',
  'src/cost',
  'src/server',
  'src/upstream.ts',
  'src/openDoor.ts',
  'src/readEnvironment.ts',
  'src/main.ts',
  'src/runGateway.ts',
  'src/tools',
  'src/doctor',
];

const floors = [
  { folders: ground, above: [operations, rpc, emulator, values, auth, loaders, schema, resolvers, top] },
  { folders: operations, above: [rpc, emulator, values, auth, loaders, schema, resolvers, top] },
  { folders: rpc, above: [emulator, values, auth, loaders, schema, resolvers, top] },
  { folders: emulator, above: [rpc, values, auth, loaders, schema, resolvers, top] },
  { folders: values, above: [rpc, emulator, auth, loaders, schema, resolvers, top] },
  { folders: auth, above: [emulator, loaders, schema, resolvers, top] },
  { folders: loaders, above: [emulator, schema, resolvers, top] },
  // What a type shows is read elsewhere.
  { folders: schema, above: [rpc, emulator, auth, loaders, resolvers, top] },
  { folders: resolvers, above: [rpc, emulator, auth, top] },
];

const zones = floors.flatMap(({ folders, above }) =>
  folders.map((target) => ({
    target: `./${target}`,
    from: above.flat().map((folder) => `./${folder}`),
    message: 'A floor imports from floors below it, never upward (ARCHITECTURE.md).',
  })),
);

/** The emulator is a product of its own: everything else imports src/emulator/index.ts. Its own tests see the inside. */
const entrance = ['./src', './test'].map((target) => ({
  target: [`${target}/!(emulator)`, `${target}/!(emulator)/**/*`],
  from: './src/emulator/!(index.ts)',
  message: 'Import from src/emulator, its only entrance.',
}));

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      'coverage/',
      'reports/',
      '**/generated/',
      '.stryker-tmp/',
      // Packages of their own, which `npm run test:examples` installs and type-checks.
      'docs/examples/**/*.{ts,tsx}',
    ],
  },
  { files: ['**/*.{ts,js,mjs}'], extends: [eslint.configs.recommended] },
  {
    // What clients see; the subgraph's schema is the same with directives that only composition knows.
    files: ['schema/api.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: './schema/api.graphql' } },
    },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          DirectiveDefinition: true,
          EnumValueDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
        },
      ],
      // Beside the global `id`, an object has its ID in the upstream: `accountId` says which of the two it is.
      '@graphql-eslint/no-typename-prefix': 'off',
      // Which types have an `id` is a rule of test/graphql/schemaRules.test.ts: those that a key or `node(id:)` finds.
      '@graphql-eslint/strict-id-in-types': 'off',
      // The upstream pages forward only.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/relay-edge-types': [
        'error',
        {
          withEdgeSuffix: true,
          // Connections hold what has no identity, too: changes, items on offer.
          shouldImplementNode: false,
          // `nodes` beside `edges`, and short lists that come whole.
          listTypeCanWrapOnlyEdgeType: false,
        },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      importX.recommended,
      importX.typescript,
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })] },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // Classes with decorators and nothing else are how type-graphql describes a schema.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowStaticOnly: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      // It compares the types of every assignment, a tenth of the time of all rules, for enums. There are none: see below.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSEnumDeclaration',
          message: 'Use a union of strings: it needs no code, and JSON has its values.',
        },
      ],
      // Lists that the compiler cannot know to be complete are indexed through `noUncheckedIndexedAccess` instead.
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Fastify's handlers and Apollo's hooks are promises by their interface.
      '@typescript-eslint/require-await': 'off',
      // The compiler checks these. test/architecture.test.ts looks for cycles, types included, in a second.
      'import-x/namespace': 'off',
      'import-x/default': 'off',
      'import-x/named': 'off',
      'import-x/export': 'off',
      'import-x/no-unresolved': 'off',
      'import-x/no-restricted-paths': ['error', { zones: [...zones, ...entrance] }],
      'import-x/no-named-as-default': 'off',
      'import-x/no-named-as-default-member': 'off',
      'import-x/order': ['error', { alphabetize: { order: 'asc' } }],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@alicloud/pop-core', message: 'Only src/rpc/popCore.ts imports pop-core.' }] },
      ],
    },
  },
  { files: ['src/rpc/popCore.ts', 'test/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['schema/**/*.ts', 'resolvers/**/*.ts'],
    // A class of the schema describes a shape: `satisfies` and return types hold object literals against it.
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        module: 'readonly',
        require: 'readonly',
        __dirname: 'readonly',
        process: 'readonly',
        console: 'readonly',
        structuredClone: 'readonly',
      },
    },
  },
);

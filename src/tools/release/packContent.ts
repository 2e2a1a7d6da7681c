/** What `npm pack` puts into the package. */

/** One file, by its path in the package. */
export interface PackedFile {
  readonly path: string;
  readonly text: string;
}

/** What docs/DEPLOYING.md, docs/EMULATOR.md and `exports` promise. */
const promised = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'deploy/helm/Chart.yaml',
  'deploy/systemd/alicloud-governance-gateway.service',
  'dist/gateway.js',
  'dist/graphiql.LICENSE',
  'dist/graphiql.js',
  'dist/src/doctor/main.js',
  'dist/src/emulator/index.d.ts',
  'dist/src/emulator/index.js',
  'dist/src/emulator/main.js',
  'docs/DEPLOYING.md',
  'package.json',
  'packaging/run.mjs',
  'schema/api.graphql',
  'schema/schema.graphql',
];

const expected = [
  /^(CHANGELOG|README|README\.zh-CN)\.md$|^LICENSE$|^package\.json$|^packaging\/run\.mjs$/,
  /^dist\/(gateway\.js|graphiql\.(js|LICENSE))$/,
  /^dist\/(src|schema|resolvers)\/.*\.(js|d\.ts)$/,
  /^schema\/(api|schema)\.graphql$|^schema\/operations\/\w+\.(graphql|json)$/,
  /^docs\/(?!examples\/).*\.(md|json|svg|png)$/,
  /^deploy\/.*\.(yaml|json|tpl|service)$|^deploy\/helm\/\.helmignore$/,
];

/** What secrets look like. The emulator's keys, such as `testid`, look like none. */
const secrets: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=]{40}/,
  'an access key of Alibaba Cloud': /\bLTAI[A-Za-z0-9]{12,26}\b/,
  'a token of npm or GitHub': /\b(npm_|gh[pousr]_)[A-Za-z0-9]{36}\b/,
  'a path of a home folder': /\/(home|Users)\/[a-z][a-z0-9]*\//,
};

/** What is wrong with the content of the package, a sentence each. */
export const problemsOfPack = (files: readonly PackedFile[]): readonly string[] => {
  const paths = new Set(files.map(({ path }) => path));
  return [
    ...promised.filter((path) => !paths.has(path)).map((path) => `The package lacks ${path}.`),
    ...[...paths]
      .filter((path) => !expected.some((pattern) => pattern.test(path)))
      .map((path) => `The package has ${path}, which nobody promised.`),
    ...files.flatMap(({ path, text }) =>
      Object.entries(secrets)
        .filter(([, pattern]) => pattern.test(text))
        .map(([what]) => `${path} has what looks like ${what}.`),
    ),
  ];
};

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `packaging/run.mjs`, which runs every program of package.json. .ci/package.mjs runs what was built by it. */

const root = join(__dirname, '../../..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** @param environment besides the way to Node. */
const run = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const { PATH } = process.env;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['packaging/run.mjs', ...args], {
    cwd: root,
    env: { PATH, ...environment },
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
};

it('runs a program with its arguments, as the main program of Node', () => {
  const { stdout, stderr, status } = run(['src/tools/ramPolicy.ts', 'read']);

  expect([stderr, status]).toEqual(['', 0]);
  expect(JSON.parse(stdout)).toMatchObject({ Version: '1' });
});

it('hands on the exit code', () => {
  expect(run(['src/tools/ramPolicy.ts', 'everything'])).toMatchObject({ stdout: '', status: 2 });
});

it('says what to do if nothing was built', () => {
  expect(run(['src/missing.ts'], { NODE_ENV: 'production' })).toEqual({
    stdout: '',
    stderr: 'Expected dist/src/missing.js. Run npm run build, with the packages of development installed.\n',
    status: 1,
  });
});

it('has a source for every script that needs it', () => {
  const sources = Object.values(scripts).flatMap((script) => /^node packaging\/run\.mjs (\S+)/.exec(script)?.[1] ?? []);

  expect(sources).toContain('src/main.ts');
  expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
});

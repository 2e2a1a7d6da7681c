import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/doctor/examine';
import { startProcess } from '../support/startProcess';

/** Everything that a run printed, and its exit code. */
const run = async (environment: Record<string, string>, ...args: string[]) => {
  const doctor = startProcess('src/doctor/main.ts', environment, args);
  const code = await doctor.exited();
  return { code, stdout: doctor.stdout, stderr: doctor.stderr };
};

it('exits with 0 if nothing is wrong, and writes the shapes of the answers to the file that is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  const file = join(folder, 'shapes.json');
  try {
    const { code, stdout, stderr } = await run({}, '--record', file);

    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^WARN {2}settings {5}UPSTREAM is the emulator, .*\n {19}-> Set UPSTREAM=alibaba-cloud/);
    expect(stdout).toMatch(/\n\nNothing is wrong, 5 warnings\.\n/);
    expect(stdout.endsWith(`\nThe shapes of the responses are in ${file}. Read the file before you share it.\n`)).toBe(
      true,
    );
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ upstream: 'emulator', notSeen: [] });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('exits with 1 if there are warnings, and they count', async () => {
  const { code, stdout } = await run({}, '--strict');

  expect(code).toBe(1);
  expect(stdout).toMatch(/\n\nNothing is wrong, 5 warnings\.\n$/);
});

it('exits with 1 if something is wrong, and prints JSON for machines', async () => {
  const { code, stdout } = await run({ EMULATOR_WORLD: 'fresh' }, '--json');

  const report = JSON.parse(stdout) as Report;
  expect(code).toBe(1);
  expect(report.outcome).toBe('problems');
  expect(report.findings).toContainEqual({
    check: 'recorder',
    status: 'problem',
    message: 'Cloud Config is not activated in this account, so it records nothing and has no history.',
    remedy: 'Activate it in the Cloud Config console, or with the mutation startConfigurationRecorder.',
  });
});

it('exits with 2 and every problem at once if the settings cannot be read', async () => {
  const environment = {
    PORT: 'x',
    HTTPS_PROXY: 'socks5://user:hunter2@proxy',
    EMULATOR_QUOTAS: 'maybe',
    MUTATION: 'on',
  };
  const [words, json] = await Promise.all([run(environment), run(environment, '--json')]);

  const problems = [
    'PORT must be 0 to 65535, but got "x".',
    'HTTPS_PROXY must be an http or https URL without a path, its port at most 65535, but got another value (not repeated: it may hold a secret).',
    'EMULATOR_QUOTAS must be on or off, but got "maybe".',
    'MUTATION is not a setting. Did you mean MUTATIONS? If not, unset it.',
  ];
  expect([words.code, json.code]).toEqual([2, 2]);
  expect(words.stderr).toBe(
    `${problems.map((problem) => `FAIL  settings  ${problem}\n`).join('')}\nSee docs/SETTINGS.md.\n`,
  );
  expect((JSON.parse(json.stdout) as Report).findings.map(({ message }) => message)).toEqual(problems);
});

it('exits with 2 if the certificates or an argument cannot be read', async () => {
  const [file, argument] = await Promise.all([run({ CA_FILE: '/nowhere.pem' }), run({}, '--fix')]);

  expect([file.code, argument.code]).toEqual([2, 2]);
  expect(file.stderr).toContain(
    'CA_FILE must be a file of certificates in PEM, but "/nowhere.pem" cannot be read (ENOENT).',
  );
  expect(argument.stderr).toContain('--fix');
});

// Packs the package, and uses what it exports as a stranger would: `node .ci/package.mjs`, after `npm run build`.
/* global fetch, URL */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'package-'));

/** A process on the real upstream has loaded what it needs, and no code of the emulator. */
const checkLoaded = (output, needed) => {
  const [, list] = /^LOADED (.*)$/m.exec(output) ?? [];
  assert(list, `Expected the process to start and end, but it printed: ${output}`);
  const files = JSON.parse(list);
  assert.deepEqual(
    files.filter((file) => /\/dist\/(src\/emulator\/|graphiql)|\/node_modules\/(tsx|esbuild|typescript)\//.test(file)),
    [],
  );
  assert(files.some((file) => file.includes(needed)));
};

/** Starts a gateway on a free port. */
const startGateway = (environment, args) => {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, PORT: '0', DRAIN_SECONDS: '0', ...environment },
  });
  let output = '';
  const ready = new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const line = output.split('\n').find((one) => one.includes('"gateway started"'));
      if (line) resolve(JSON.parse(line));
    });
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', () => reject(new Error(`The gateway ended: ${output}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'close');
    return output;
  };
  return { ready, stop };
};

/** The names of the functions of a file that ran, as V8 has counted them. */
const functionsIn = (folder, file) =>
  readdirSync(folder)
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).result)
    .filter(({ url }) => url.endsWith(file))
    .flatMap(({ functions }) => functions)
    .filter(({ ranges }) => ranges[0].count > 0)
    .map(({ functionName }) => functionName);

try {
  const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', work], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  const home = join(work, 'node_modules', 'alicloud-governance-gateway');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['xzf', join(work, packed), '-C', home, '--strip-components', '1']);
  // Its dependencies are those that are installed here.
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
  const require = createRequire(join(work, 'stranger.js'));

  const { startEmulator } = require('alicloud-governance-gateway/emulator');
  const emulator = await startEmulator({ world: 'demo' });
  assert.equal((await fetch(`${emulator.url}/_emulator`)).status, 200);
  await emulator.close();
  assert.match(readFileSync(require.resolve('alicloud-governance-gateway/schema/api.graphql'), 'utf8'), /^type Query/m);

  const { bin } = require('alicloud-governance-gateway/package.json');
  const started = spawn(process.execPath, [join(home, bin['alicloud-emulator'])], {
    env: { ...process.env, EMULATOR_PORT: '0' },
  });
  const [banner] = await once(started.stdout, 'data');
  assert.match(String(banner), /^Emulator of Alibaba Cloud at http:/);
  started.kill('SIGTERM');
  await once(started, 'exit');

  // The gateway of the package answers, on the emulator in it.
  const demo = startGateway({ NODE_ENV: 'production', EMULATOR_PORT: '0' }, [
    join(home, 'packaging/run.mjs'),
    'src/main.ts',
  ]);
  const { url } = await demo.ready;
  const asked = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ currentAccount { accountId } }' }),
  });
  assert.match((await asked.json()).data.currentAccount.accountId, /^\d+$/);
  assert.match(await (await fetch(`${url}/graphiql`)).text(), /GraphiQL/);
  await demo.stop();

  // So do its other programs, as the scripts of the package run them.
  const printed = (...args) =>
    execFileSync(process.execPath, [join(home, 'packaging/run.mjs'), ...args], {
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
    });
  assert.equal(JSON.parse(printed('src/tools/ramPolicy.ts', 'read')).Version, '1');
  assert.match(printed('src/tools/printSettings.ts'), /UPSTREAM/);
  assert.match(printed('src/doctor/main.ts', '--help'), /^npm run doctor/);

  // On the real upstream no code of the emulator runs, and no loader of TypeScript.
  const report = join(work, 'report.cjs');
  writeFileSync(
    report,
    `process.on('exit', () => console.log('LOADED ' + JSON.stringify(Object.keys(require.cache))));`,
  );
  const coverage = join(work, 'coverage');
  const real = startGateway(
    { UPSTREAM: 'alibaba-cloud', ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true', NODE_V8_COVERAGE: coverage },
    ['--require', report, join(home, bin['alicloud-governance-gateway'])],
  );
  await real.ready;
  checkLoaded(await real.stop(), '/dist/gateway.js');
  const ran = functionsIn(coverage, '/dist/gateway.js');
  assert(ran.includes('dist/src/runGateway.js'), `Expected the bundle's modules to have names, but got ${ran.length}.`);
  assert.deepEqual(
    ran.filter((name) => name.startsWith('dist/src/emulator/')),
    [],
  );

  // Nor does the doctor load any.
  const doctor = spawnSync(process.execPath, ['--require', report, join(root, 'dist/src/doctor/main.js')], {
    env: { PATH: process.env.PATH, UPSTREAM: 'alibaba-cloud', CA_FILE: join(work, 'missing.pem') },
    encoding: 'utf8',
  });
  assert.match(doctor.stderr, /CA_FILE must be a file of certificates/);
  checkLoaded(doctor.stdout, '/dist/src/doctor/');
  console.log(
    'The package has an emulator and a gateway that start, and the gateway and the doctor load an emulator only if they use it.',
  );
} finally {
  rmSync(work, { recursive: true });
}

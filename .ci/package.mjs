// Packs the package, and uses what it exports as a stranger would: `node .ci/package.mjs`, after `npm run build`.
/* global fetch, URL */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
    files.filter((file) => file.includes('/dist/src/emulator/')),
    [],
  );
  assert(files.some((file) => file.includes(needed)));
};

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

  // On the real upstream no code of the emulator is loaded.
  const report = join(work, 'report.cjs');
  writeFileSync(
    report,
    `process.on('exit', () => console.log('LOADED ' + JSON.stringify(Object.keys(require.cache))));`,
  );
  const gateway = spawn(process.execPath, ['--require', report, join(root, 'dist/src/main.js')], {
    env: { PATH: process.env.PATH, PORT: '0', UPSTREAM: 'alibaba-cloud', ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true' },
  });
  let output = '';
  gateway.stdout.on('data', (chunk) => {
    output += chunk;
    if (output.includes('gateway started')) gateway.kill('SIGTERM');
  });
  await once(gateway, 'close');
  checkLoaded(output, '/dist/src/rpc/');

  // Nor does the doctor load any.
  const doctor = spawnSync(process.execPath, ['--require', report, join(root, 'dist/src/doctor/main.js')], {
    env: { PATH: process.env.PATH, UPSTREAM: 'alibaba-cloud', CA_FILE: join(work, 'missing.pem') },
    encoding: 'utf8',
  });
  assert.match(doctor.stderr, /CA_FILE must be a file of certificates/);
  checkLoaded(doctor.stdout, '/dist/src/doctor/');
  console.log('The package exports an emulator that starts, and gateway and doctor load it only if they use it.');
} finally {
  rmSync(work, { recursive: true });
}

// Runs one program of the gateway: `node packaging/run.mjs src/main.ts`. Its sources, in a checkout with the packages of
// development. What `npm run build` made of them, in production (NODE_ENV=production, or `npm ci --omit=dev`) and in the
// package.
import { existsSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { fileURLToPath, URL } from 'node:url';

/** The program of each source file that is a bundle. All others are where tsc puts them. */
const bundles = { 'src/main.ts': 'dist/gateway.js' };

const pathOf = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const [source = ''] = process.argv.splice(2, 1);
const built = bundles[source] ?? `dist/${source.replace(/\.ts$/, '.js')}`;

if (canRunSources()) {
  await import('tsx');
  run(pathOf(source));
} else if (existsSync(pathOf(built))) {
  run(pathOf(built));
} else {
  console.error(`Expected ${built}. Run npm run build, with the packages of development installed.`);
  process.exitCode = 1;
}

function canRunSources() {
  if (process.env.NODE_ENV === 'production' || !existsSync(pathOf(source))) return false;
  try {
    createRequire(import.meta.url).resolve('tsx');
    return true;
  } catch {
    return false;
  }
}

/** Runs a file as Node runs the one that its command line names: programs ask whether they are that one. */
function run(file) {
  process.argv[1] = file;
  Module.runMain();
}

// Runs one program of the gateway: `node packaging/run.mjs src/main.ts`. Its sources, in a checkout with the packages of
// development. What `npm run build` made of them, in production (NODE_ENV=production, or `npm ci --omit=dev`) and in the
// package.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { URL } from 'node:url';

/** The program of each source file that is a bundle. All others are where tsc puts them. */
const bundles = { 'src/main.ts': 'dist/gateway.js' };

const root = new URL('../', import.meta.url);
const [source] = process.argv.splice(2, 1);

if (source !== undefined && canRunSources()) {
  await import('tsx');
  await import(new URL(source, root));
} else {
  const built = bundles[source] ?? `dist/${String(source).replace(/\.ts$/, '.js')}`;
  if (existsSync(new URL(built, root))) await import(new URL(built, root));
  else fail(`Expected ${built}. Run npm run build, with the packages of development installed.`);
}

function canRunSources() {
  if (process.env.NODE_ENV === 'production' || !existsSync(new URL(source, root))) return false;
  try {
    createRequire(import.meta.url).resolve('tsx');
    return true;
  } catch {
    return false;
  }
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

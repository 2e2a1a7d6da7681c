/* global fetch */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { freePorts, root, start } from '../peers/processes.mjs';

/** Runs npm in the package of an example. @throws Error with what npm printed if it fails. */
async function npm(folder, ...args) {
  const child = spawn('npm', args, { cwd: folder });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder}:\n${output}`);
}

/** The size of what a browser loads, in bytes, by the name of the file. */
async function bundleSizes(folder) {
  const assets = join(folder, 'dist/assets');
  const files = (await readdir(assets)).filter((file) => /\.(js|css)$/.test(file));
  const bytes = await Promise.all(files.map((file) => readFile(join(assets, file))));
  return {
    bytes: bytes.reduce((sum, { length }) => sum + length, 0),
    gzipBytes: bytes.reduce((sum, content) => sum + gzipSync(content).length, 0),
  };
}

/**
 * Installs and builds an example, serves it before a gateway over an emulator of its own, and opens it in Chromium.
 *
 * @param name the folder below docs/examples.
 */
export async function startExample(name) {
  const folder = join(root, 'docs/examples', name);
  await npm(folder, 'install');
  await npm(folder, 'run', 'build');

  const [PORT, EMULATOR_PORT, pagePort] = await freePorts(3);
  const gatewayUrl = `http://127.0.0.1:${PORT}`;
  const url = `http://127.0.0.1:${pagePort}/`;
  const running = [];
  // A slow machine is no reason to turn requests away.
  const env = { PORT, EMULATOR_PORT, LOG_LEVEL: 'error', MAX_EVENT_LOOP_DELAY_MS: '0' };
  running.push(await start(['--import', 'tsx', 'src/main.ts'], env, [`${gatewayUrl}/readyz`]));
  const vite = [join(folder, 'node_modules/vite/bin/vite.js'), 'preview', folder, '--port', pagePort];
  const listen = ['--host', '127.0.0.1', '--strictPort'];
  running.push(await start([...vite, ...listen], { GATEWAY_URL: gatewayUrl }, [url]));
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });

  return {
    url,
    size: await bundleSizes(folder),
    /**
     * Opens the page in a browser profile of its own.
     *
     * @returns the page, what it sent to the gateway, and what went wrong in it so far.
     */
    async open(options = {}) {
      const page = await (await browser.newContext(options)).newPage();
      page.setDefaultTimeout(60_000);
      const sent = [];
      const problems = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(url) && !request.url().startsWith('data:')) problems.push(request.url());
        if (request.url() === `${url}graphql`) sent.push(request.postDataJSON());
      });
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(String(error)));
      await page.goto(url);
      return { page, sent, problems };
    },
    /** Asks the gateway itself. */
    async ask(query, variables) {
      const response = await fetch(`${gatewayUrl}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return response.json();
    },
    /** Moves the clock of the emulated world. */
    async advance(advanceMs) {
      await fetch(`http://127.0.0.1:${EMULATOR_PORT}/_emulator/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ advanceMs }),
      });
    },
    async stop() {
      await browser.close();
      await Promise.all(running.map((stop) => stop()));
    },
  };
}

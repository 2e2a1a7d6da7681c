import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The Helm chart, and what it renders. Rendering needs Go, which no test installs, so the results are committed:
 * `npm run chart` writes them with the template engine that Helm uses.
 */

const root = join(__dirname, '../..');
export const chartFolder = join(root, 'deploy/helm');

/** The values that are rendered, by the name of the result: those of the chart, and more on top. */
export const renderings: Readonly<Record<string, readonly string[]>> = {
  defaults: [],
  everything: [join(__dirname, 'everything.values.yaml')],
};

export const renderedFile = (name: string): string => join(__dirname, 'rendered', `${name}.yaml`);

/** The first line of a result: what it was rendered from. */
export const headerOf = (name: string): string => {
  const templates = readdirSync(join(chartFolder, 'templates')).map((file) => join(chartFolder, 'templates', file));
  const files = [join(chartFolder, 'Chart.yaml'), join(chartFolder, 'values.yaml'), ...templates.sort()];
  const hash = createHash('sha256');
  for (const file of [...files, ...(renderings[name] ?? [])]) hash.update(readFileSync(file));
  return `# Rendered by \`npm run chart\` from files with the SHA-256 ${hash.digest('hex')}.`;
};

const render = (): void => {
  const work = mkdtempSync(join(tmpdir(), 'chart-'));
  try {
    const program = join(work, 'render');
    execFileSync('go', ['build', '-o', program, join(__dirname, 'render/main.go')], {
      env: { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode' },
      stdio: 'inherit',
    });
    for (const [name, values] of Object.entries(renderings)) {
      const text = execFileSync(program, [chartFolder, 'governance', ...values], { encoding: 'utf8' });
      writeFileSync(renderedFile(name), `${headerOf(name)}\n${text}`);
    }
  } finally {
    rmSync(work, { recursive: true });
  }
};

if (process.argv[1] === __filename) render();

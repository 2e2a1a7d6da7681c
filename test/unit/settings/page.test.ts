import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEmulatorSettings } from '../../../src/emulator';
import { settingDefinitions } from '../../../src/settings';

const root = join(__dirname, '..', '..', '..');

describe('docs/SETTINGS.md', () => {
  const page = readFileSync(join(root, 'docs', 'SETTINGS.md'), 'utf8');

  it('has a line for every setting, and for no other', () => {
    const table = page.slice(0, page.indexOf('The emulator, embedded'));
    const listed = [...table.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);

    expect(listed).toEqual(Object.keys(settingDefinitions));
  });

  it('lists the emulator’s settings behind them, with the defaults that the emulator takes', () => {
    const listed = [...page.matchAll(/^\| `(EMULATOR_[A-Z]+)` +\| [^|]+ \| ([^|]+?) +\|/gm)];
    const defaults = Object.fromEntries(listed.map(([, name = '', value = '']) => [name, value]));

    expect(defaults).toMatchObject({ EMULATOR_PORT: '4010', EMULATOR_WORLD: 'demo', EMULATOR_QUOTAS: 'on' });
    expect(parseEmulatorSettings({}).settings).toEqual({ port: 4010, world: 'demo', quotas: true, readings: {} });
  });

  it('names every setting that the emulator can find a mistake in', () => {
    const { problems } = parseEmulatorSettings({ EMULATOR_PORT: 'x', EMULATOR_QUOTAS: 'x', EMULATOR_READINGS: 'x' });
    const names = problems.map((problem) => problem.split(/[ :]/, 1)[0] ?? '');

    expect(names).toHaveLength(3);
    for (const name of names) expect(page).toContain(`\`${name}\``);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emulatorSettingsTable } from '../../../src/emulator';
import { settingsIn } from '../../../src/environment/Setting';
import { governanceErrorCodes } from '../../../src/errors/GovernanceErrorCode';
import { operations } from '../../../src/operations';
import { settingsTable } from '../../../src/settings';
import { generatedFiles } from '../../../src/tools/generatedFiles';

const files = generatedFiles();
const contentOf = (path: string): string => files.find((file) => file.path === path)?.content ?? '';

describe('generated files', () => {
  it.each(files)('$path is committed as the code says', ({ path, content }) => {
    expect(readFileSync(join(__dirname, '../../..', path), 'utf8')).toBe(content);
  });

  it('name every code that a client can meet, upstream codes included', () => {
    const upstreamCodes = operations.flatMap(({ errors }) => Object.keys(errors));
    const page = contentOf('docs/ERRORS.md');

    expect([...governanceErrorCodes, ...upstreamCodes].filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });

  it('name every setting of the gateway and the emulator, in the order of their tables', () => {
    const listed = [...contentOf('docs/SETTINGS.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);

    expect(listed).toEqual([settingsTable, emulatorSettingsTable].flatMap(settingsIn).map(({ name }) => name));
  });
});

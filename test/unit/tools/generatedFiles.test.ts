import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { governanceErrorCodes } from '../../../src/errors/GovernanceErrorCode';
import { operations } from '../../../src/operations';
import { settingDefinitions } from '../../../src/settings';
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

  it('name every setting', () => {
    const page = contentOf('docs/SETTINGS.md');

    expect(Object.keys(settingDefinitions).filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
  });
});

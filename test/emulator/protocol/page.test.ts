import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlPath } from '../../../src/emulator/control';
import { parseFaultRule } from '../../../src/emulator/faults';
import { readingValues } from '../../../src/emulator/readings';
import { send } from './rawClient';
import { startWithClocks } from './startWithClocks';

const page = readFileSync(join(__dirname, '../../../docs/EMULATOR.md'), 'utf8');

const messageOf = (explain: () => unknown): string => {
  try {
    explain();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
};

/** The cells of the rows of the page’s tables, marks of code removed. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.replaceAll('`', '').trim()));

it('The page of the emulator lists every reading with its values, the default first', () => {
  const listed = rows.filter(([, name = '']) => Object.hasOwn(readingValues, name));

  expect(Object.fromEntries(listed.map(([, name = '', values = '']) => [name, values.split(', ')]))).toEqual(
    readingValues,
  );
});

it('The page lists every kind of fault', () => {
  const explain = () => parseFaultRule({});
  const message = /^kind must be one of (.*), but got nothing\.$/;
  const [, known = ''] = message.exec(messageOf(explain)) ?? [];
  const listed = new Set(rows.map(([, kind]) => kind));

  expect(known.split(', ').filter((kind) => !listed.has(kind))).toEqual([]);
  expect(known.split(', ')).toContain('latency');
});

it('The page lists every control endpoint with its methods', async () => {
  const emulator = await startWithClocks();
  const { text } = await send(emulator.url, { path: controlPath });
  await emulator.close();

  const listed = rows.filter(([, path = '']) => path.startsWith(controlPath));
  const { endpoints } = JSON.parse(text) as { endpoints: object };
  expect(Object.fromEntries(listed.map(([, path, methods = '']) => [path, methods.split(', ')]))).toEqual(endpoints);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlPath } from '../../../src/emulator/control';
import { parseFaultRule } from '../../../src/emulator/faults';
import { readingValues } from '../../../src/emulator/readings';
import { send } from './rawClient';
import { startWithClocks } from './startWithClocks';

const page = readFileSync(join(__dirname, '../../../docs/EMULATOR.md'), 'utf8');

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
  const start = rows.findIndex(([, kind]) => kind === 'latency');
  const kinds = rows.slice(start, start + 13).map(([, kind]) => kind);

  expect(explain).toThrow(`kind must be one of ${kinds.join(', ')}, but got nothing.`);
});

it('The page lists every control endpoint with its methods', async () => {
  const emulator = await startWithClocks();
  const { text } = await send(emulator.url, { path: controlPath });
  await emulator.close();

  const listed = rows.filter(([, path = '']) => path.startsWith(controlPath));
  const { endpoints } = JSON.parse(text) as { endpoints: object };
  expect(Object.fromEntries(listed.map(([, path, methods = '']) => [path, methods.split(', ')]))).toEqual(endpoints);
});

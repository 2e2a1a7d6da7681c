import { OperationNames } from '../../../src/observability/metrics/OperationNames';

const times = (count: number, run: () => string): readonly string[] => Array.from({ length: count }, run);

it('labels a name from its third time on', () => {
  const names = new OperationNames();

  expect(times(4, () => names.labelOf('Recorders'))).toEqual(['other', 'other', 'Recorders', 'Recorders']);
});

it('labels operations without a name as anonymous, and gives no operation the labels with a meaning', () => {
  const names = new OperationNames();

  expect(names.labelOf(undefined)).toBe('anonymous');
  for (const name of ['anonymous', 'none', 'other']) {
    expect(new Set(times(10, () => names.labelOf(name)))).toEqual(new Set(['other']));
  }
});

it('labels the known names only, if there are such', () => {
  const names = new OperationNames({ known: ['Recorders'] });

  expect(names.labelOf('Recorders')).toBe('Recorders');
  expect(new Set(times(10, () => names.labelOf('Accounts')))).toEqual(new Set(['other']));
});

it('gives the label of the rarest name to one that comes twice as often', () => {
  const dropped: string[] = [];
  const names = new OperationNames({ most: 2, onDropped: (name) => dropped.push(name) });
  times(50, () => names.labelOf('Often'));
  times(5, () => names.labelOf('Rare'));

  expect(times(10, () => names.labelOf('New'))).toEqual([...times(9, () => 'other'), 'New']);
  expect(dropped).toEqual(['Rare']);
  expect(names.labelOf('Often')).toBe('Often');
});

it('keeps the number of labels bounded, whatever clients send', () => {
  const labels = new Set<string>();
  const live = new Set<string>();
  const names = new OperationNames({ most: 10, onDropped: (name) => live.delete(name) });
  for (let number = 0; number < 20_000; number += 1) {
    const label = names.labelOf(`Name${number % 500}`);
    labels.add(label);
    if (label !== 'other') live.add(label);
  }

  expect(labels).toContain('other');
  expect(live.size).toBeLessThanOrEqual(10);
});

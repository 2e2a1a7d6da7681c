import type { Guards } from './results';
import { table } from './text';

/** What each guard costs, as tables. */
export const guardTables = ({ compared, alone }: Guards): string => `
${table(
  ['guard', 'CPU time of a request, to that without', 'lowest to highest round'],
  compared.map(({ name, ratio: { median, low, high } }) => [
    name,
    median.toFixed(2),
    `${low.toFixed(2)} to ${high.toFixed(2)}`,
  ]),
)}
Some guards have no switch. Alone they take, in the best of forty rounds:

${table(
  ['guard', 'µs a request'],
  alone.map(({ name, micros }) => [name, micros < 10 ? micros.toFixed(1) : micros.toFixed(0)]),
)}`;

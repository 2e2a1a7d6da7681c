import type { GrowthTable } from '../growth/GrowthTable';
import { exponentIn } from '../growth/GrowthTable';
import type { Growth } from './results';
import { table, whole } from './text';

/** How work grows, as a section of the page. */
export const growthSection = ({ tables }: Growth): string => `
The exponent k says that the figure grows like \`size^k\`: 1 is linear growth, 0 is none. It is fitted over all rows. The command
fails if an exponent is more than 0.15 above what is expected.
${tables.map(sectionOf).join('')}`;

const sectionOf = (growth: GrowthTable): string => {
  const { title, work, columns, rows, held, mostExponent, note } = growth;
  return `
### ${title}

${work}

${table(
  columns,
  rows.map((row) => row.map(figure)),
)}
Fitted exponent of “${columns[held] ?? ''}”: ${exponentIn(growth).toFixed(2)} (expected: at most ${mostExponent}).${note === undefined ? '' : ` ${note}`}
`;
};

const figure = (value: number): string => (value < 10 && !Number.isInteger(value) ? value.toFixed(1) : whole(value));

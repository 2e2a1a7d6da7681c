import { scenarios } from '../comparison/scenarios';
import type { Spread } from '../comparison/spread';
import type { Summary } from '../comparison/summary';
import type { Comparison } from './results';

/** Draws the comparison: for each scenario a group of bars, one for each server. A line at 1 is the baseline. */
export const chartOf = ({ summaries }: Comparison): string => {
  const panels = [
    { title: 'Requests per second, to the baseline (more is better)', of: ({ throughput }: Summary) => throughput },
    { title: 'CPU time of a request, to the baseline (less is better)', of: ({ cpu }: Summary) => cpu },
  ];
  const servers = [...new Set(summaries.map(({ server }) => server))];
  const legend = servers.map(
    (server, index) =>
      `<rect x="${left + index * legendWidth}" y="14" width="12" height="12" fill="${colorOf(index)}"/>` +
      text(left + index * legendWidth + 18, 24, server),
  );
  const height = top + panels.length * (panelHeight + gap);
  const drawn = panels.map(({ title, of }, index) =>
    panelOf(title, { of, summaries, servers, y: top + index * (panelHeight + gap) }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img">
<title>The gateway compared with other GraphQL servers on the same work</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${[...legend, ...drawn].join('\n')}
</svg>
`;
};

const [width, left, top, panelHeight, gap, legendWidth] = [820, 50, 60, 200, 60, 190];
const colors = ['#8a8f98', '#d9480f', '#1c7ed6', '#2f9e44', '#ae3ec9', '#f59f00'];
const colorOf = (index: number): string => colors[index % colors.length] ?? '';

const text = (x: number, y: number, content: string, attributes = ''): string =>
  `<text x="${round(x)}" y="${round(y)}"${attributes}>${escape(content)}</text>`;
const escape = (content: string): string => content.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const round = (value: number): number => Math.round(value * 10) / 10;

interface Panel {
  readonly of: (summary: Summary) => Spread;
  readonly summaries: readonly Summary[];
  readonly servers: readonly string[];
  readonly y: number;
}

const panelOf = (title: string, { of, summaries, servers, y }: Panel): string => {
  const shown = scenarios.filter(({ id }) => summaries.some(({ scenario }) => scenario === id));
  const highest = Math.max(1, ...summaries.map((summary) => of(summary).high));
  const scale = panelHeight / highest;
  const base = y + panelHeight;
  const groupWidth = (width - left - 20) / shown.length;
  const barWidth = (groupWidth - 24) / servers.length;
  const bars = shown.flatMap(({ id }, group) => {
    const x = left + group * groupWidth + 12;
    return [
      text(x, base + 16, id),
      ...servers.flatMap((server, index) => {
        const found = summaries.find((summary) => summary.scenario === id && summary.server === server);
        if (!found) return [];
        const { median, low, high } = of(found);
        const [at, middle] = [x + index * barWidth, x + (index + 0.5) * barWidth - 1];
        return [
          `<rect x="${round(at)}" y="${round(base - median * scale)}" width="${round(barWidth - 2)}" height="${round(median * scale)}" fill="${colorOf(index)}"/>`,
          `<path d="M${round(middle)} ${round(base - low * scale)}V${round(base - high * scale)}" stroke="#000"/>`,
          text(middle, base - high * scale - 4, median.toFixed(2), ' text-anchor="middle" font-size="10"'),
        ];
      }),
    ];
  });
  const one = round(base - scale);
  return [
    text(left, y - 16, title, ' font-weight="bold"'),
    `<path d="M${left} ${base}H${width - 20}" stroke="#000"/>`,
    `<path d="M${left} ${one}H${width - 20}" stroke="#888" stroke-dasharray="4 3"/>`,
    text(left - 6, one + 4, '1', ' text-anchor="end"'),
    ...bars,
  ].join('\n');
};

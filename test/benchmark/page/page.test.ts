import { existsSync, readFileSync } from 'node:fs';
import { chartOf } from './chart';
import { readResults } from './results';
import { chartPath, formattedPage, pagePath } from './writePage';

const results = readResults();

it('is written from the results, to the letter', async () => {
  expect(readFileSync(pagePath, 'utf8')).toBe(await formattedPage(results));
});

it('has a chart that is drawn from the results', () => {
  expect(existsSync(chartPath) && readFileSync(chartPath, 'utf8')).toBe(
    results.comparison !== undefined && chartOf(results.comparison),
  );
});

it('shows every server in every scenario', async () => {
  const page = await formattedPage(results);

  for (const { server, throughput } of results.comparison?.summaries ?? []) {
    expect(page).toContain(`| ${server} `);
    expect(page).toContain(`${throughput.median.toFixed(2)}×`);
  }
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { chartOf } from './chart';
import { renderPage } from './renderPage';
import type { Results } from './results';

/** Where the page is. */
export const pagePath = join(__dirname, '../../../docs/PERFORMANCE.md');

/** Where its chart is. */
export const chartPath = join(__dirname, '../../../docs/performance.svg');

/** The page as it is written. */
export const formattedPage = async (results: Results): Promise<string> =>
  format(renderPage(results), { ...(await resolveConfig(pagePath)), parser: 'markdown' });

/** Writes the page, and its chart, from the results. */
export const writePage = async (results: Results): Promise<void> => {
  writeFileSync(pagePath, await formattedPage(results));
  if (results.comparison) writeFileSync(chartPath, chartOf(results.comparison));
};

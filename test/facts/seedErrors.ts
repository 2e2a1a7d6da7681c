import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One row of the error table of a published page. */
export interface SeedError {
  readonly action: string;
  readonly language: string;
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Where the upstream's message ends in a page that lost its table: the description is Chinese, or opens like this. */
const description = /\s+(?:The error message returned|[^\p{ASCII}]).*$/u;

/** Reads the error table of a page: a Markdown table, or the lines that one became when the page was saved as text. */
export function parseSeedErrors(page: string): readonly Pick<SeedError, 'status' | 'code' | 'message'>[] {
  return page.split('\n').flatMap((line) => {
    const [, status, code, rest] = /^\|?\s*(\d{3})\s*[|\s]\s*([A-Za-z][\w.]*)\s*[|\s]\s*(.+)$/.exec(line.trim()) ?? [];
    if (status === undefined || code === undefined || rest === undefined) return [];
    const message = line.includes('|') ? rest.split('|')[0] : rest.replace(description, '');
    return [{ status: Number(status), code, message: (message ?? '').trim() }];
  });
}

/** The error tables of the pages in `seeds/`, named `<Operation>.<language>.md`. */
export function loadSeedErrors(): readonly SeedError[] {
  const folder = join(__dirname, 'seeds');
  return readdirSync(folder).flatMap((file) => {
    const [action = '', language = ''] = file.split('.');
    return parseSeedErrors(readFileSync(join(folder, file), 'utf8')).map((row) => ({ action, language, ...row }));
  });
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudConfigVersion } from '../../src/settings';

/**
 * What the question over 500 accounts comes to, as docs/UPSTREAM-CALLS.md says it: one row for each version of Cloud
 * Config, written by test/graphql/quota/question.test.ts, which runs under both; the rest of the page is written by
 * test/graphql/upstreamCalls.test.ts.
 */

export const upstreamCallsPage = join(__dirname, '..', '..', 'docs', 'UPSTREAM-CALLS.md');

/** What one run of the question came to. Of simulated time only what it stays below is the same on every machine. */
export interface QuestionFigures {
  readonly version: CloudConfigVersion;
  readonly accounts: number;
  readonly recorders: number;
  readonly falseStatements: number;
  readonly nulls: number;
  readonly throttled: number;
  /** Calls by action, those alone whose number is the same in every run. */
  readonly calls: Readonly<Record<string, number>>;
  /** Seconds. */
  readonly below: number;
}

const rowOf = (of: QuestionFigures): string => {
  const calls = Object.entries(of.calls).map(([action, count]) => `${action} × ${count}`);
  const columns = [of.accounts, of.recorders, of.falseStatements, of.nulls, calls.join(', '), of.throttled];
  return `| ${[of.version, ...columns, `below ${of.below} s`].join(' | ')} |`;
};

const rowsIn = (text: string): string[] => text.split('\n').filter((line) => /^\| 20\d\d-\d\d-\d\d \|/.test(line));

/** The part of the page, with the rows that stand in `text`. */
export const questionSection = (text: string): string =>
  [
    '## The question that it is built for',
    '“Which of our 500 accounts are not recording, when a role is missing in 25 of them?” One document, cold, in simulated time, over an emulator that enforces the documented quotas. Six more are suspended. What cannot be read is null, with an error that says why. The document is what a router sends that has the accounts from a neighbor; others ask `nodes(ids: …)`, a hundred at a time, for the same calls:',
    '```graphql\nquery ($of: [_Any!]!) {\n  _entities(representations: $of) { ... on ConfigurationRecorder { accountId status } }\n}\n```',
    [
      '| Cloud Config | accounts | recorders read | told wrongly | null, with an error each | calls | throttled | simulated time |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      ...rowsIn(text),
    ].join('\n'),
  ].join('\n\n');

/** Expects the row on the page. With UPDATE_PAGES, writes it. */
export const expectOnPage = (figures: QuestionFigures): void => {
  const row = rowOf(figures);
  const text = readFileSync(upstreamCallsPage, 'utf8');
  if (process.env.UPDATE_PAGES === '1') {
    const others = rowsIn(text).filter((line) => !line.startsWith(`| ${figures.version} |`));
    const rows = [...others, row].sort().join('\n');
    writeFileSync(upstreamCallsPage, text.replace(questionSection(text), questionSection(rows)));
  }
  expect(rowsIn(readFileSync(upstreamCallsPage, 'utf8'))).toContain(row);
};

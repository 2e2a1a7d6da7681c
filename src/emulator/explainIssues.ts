import type { z } from 'zod';
import { shorten } from '../errors/shorten';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Turns what zod found into sentences: path, expected, got. One sentence a problem. */
export function explainIssues(issues: readonly Issue[], input: unknown): readonly string[] {
  return issues.flatMap((issue) => explain(issue, input)).map((sentence) => sentence.toWellFormed());
}

function explain(issue: Issue, input: unknown): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${toText([...issue.path, key])}: expected no such property, but it is there.`);
  }
  if (issue.code === 'invalid_key') {
    const expected = issue.issues.map(expectation).join(' and ');
    return [`${toText(issue.path.slice(0, -1))}: expected names of ${expected}, but got ${print(issue.path.at(-1))}.`];
  }
  return [`${toText(issue.path)}: expected ${expectation(issue)}, but got ${print(valueAt(input, issue.path))}.`];
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return article(issue.expected);
    case 'invalid_value':
      return anyOf(issue.values);
    case 'invalid_format':
      return issue.format === 'datetime'
        ? 'a UTC time such as 2026-06-30T08:00:00.000Z'
        : `text of the form ${issue.pattern ?? issue.format}`;
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') {
        return `at least ${issue.minimum} ${issue.origin === 'string' ? 'character' : 'entry'}`;
      }
      return `${issue.inclusive === true ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big':
      return `${issue.inclusive === true ? 'at most' : 'less than'} ${issue.maximum}`;
    case 'invalid_union':
      return 'options' in issue && issue.options ? anyOf(issue.options) : 'one of the documented forms';
    default:
      return issue.message;
  }
}

const anyOf = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(' or ');

const article = (type: string): string =>
  type === 'int' ? 'a whole number' : `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;

/** `accounts[2].site`; the world itself where the path is empty. */
export function toText(path: Path): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text.replace(/^\./, '') || 'world';
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    input,
  );
}

function print(value: unknown): string {
  if (value === undefined) return 'nothing';
  return shorten(JSON.stringify(value), 60, '...');
}

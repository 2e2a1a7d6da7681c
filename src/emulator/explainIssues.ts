import { z } from 'zod';
import { shorten } from '../json/shorten';

/**
 * Turns what zod found into sentences: the path, what was expected, and what came.
 *
 * @param issues of a parse with `reportInput`.
 */
export const explainIssues = (issues: readonly z.core.$ZodIssue[]): readonly string[] =>
  issues.map((issue) => {
    const path = z.core.toDotPath(issue.path);
    return `${path === '' ? '' : `${path}: `}${issue.message}${cameOf(issue)}.`.toWellFormed();
  });

/** In two cases zod's own message names what came. */
const cameOf = ({ code, input }: z.core.$ZodIssue): string =>
  code === 'invalid_type' || code === 'unrecognized_keys'
    ? ''
    : `, but got ${shorten(input === undefined ? 'nothing' : JSON.stringify(input), 60, '...')}`;

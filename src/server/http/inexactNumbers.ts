import { isLosslessNumber, isSafeNumber, parse } from 'lossless-json';
import type { InexactNumber } from '../../errors/InexactNumber';
import { maxNesting } from '../limits/fixedLimits';
import { isNestedDeeper } from '../limits/isNestedDeeper';

/**
 * A cheap search for numbers that a double may not hold: 16 digits, or an exponent. If it finds one inside a string, the
 * slow parser runs in vain.
 */
const candidate = /(?:^|[:[,])\s*-?(?:[\d.]{16}|\d[\d.]*[eE])/;

/** The numbers in a JSON text that a double cannot hold. None if the text is no JSON, or is nested too deep to be accepted. */
export const findInexactNumbers = (text: string, at: readonly string[] = []): readonly InexactNumber[] => {
  if (!candidate.test(text) || isNestedDeeper(text, maxNesting)) return [];
  try {
    const found: InexactNumber[] = [];
    collect(parse(text, undefined, { onDuplicateKey: ({ newValue }) => newValue }), [...at], found);
    return found;
  } catch {
    // Refused elsewhere.
    return [];
  }
};

const collect = (value: unknown, path: string[], found: InexactNumber[]): void => {
  if (isLosslessNumber(value)) {
    const literal = value.toString();
    if (!isSafeNumber(literal)) found.push({ path: [...path], literal });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      path.push(key);
      collect(item, path, found);
      path.pop();
    }
  }
};

/** The numbers in the query of an address that a double cannot hold. */
export const inexactNumbersIn = (query: Readonly<Record<string, unknown>>): readonly InexactNumber[] =>
  ['variables', 'extensions'].flatMap((name) => {
    const text = query[name];
    return typeof text === 'string' ? findInexactNumbers(text, [name]) : [];
  });

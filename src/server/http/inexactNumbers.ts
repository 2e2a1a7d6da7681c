import type { FastifyRequest } from 'fastify';
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

const ofBodies = new WeakMap<FastifyRequest, readonly InexactNumber[]>();

/** Notes the numbers of a request's body that a double cannot hold: once it is parsed, they are lost. */
export const noteInexactNumbers = (request: FastifyRequest, text: string): void => {
  const found = findInexactNumbers(text);
  if (found.length > 0) ofBodies.set(request, found);
};

/** The numbers of a request that a double cannot hold, in its body and in its query. */
export const inexactNumbersOf = (request: FastifyRequest): readonly InexactNumber[] => [
  ...(ofBodies.get(request) ?? []),
  ...['variables', 'extensions'].flatMap((name) => {
    const text = (request.query as Readonly<Record<string, unknown>>)[name];
    return typeof text === 'string' ? findInexactNumbers(text, [name]) : [];
  }),
];

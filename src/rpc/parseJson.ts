import { parse } from 'lossless-json';

/**
 * A cheap search for integers that a double may not hold: 17 digits, or 16 that begin with 9 (the limit is
 * 9007199254740991). It may find one inside a string; then the slow parser runs for nothing, and gives the same.
 */
const longInteger = /(?:^|[:[,])\s*-?(?:\d{17}|9\d{15})/;

const integer = /^-?\d+$/;

function readNumber(literal: string): number | string {
  const number = Number(literal);
  return Number.isSafeInteger(number) || !integer.test(literal) ? number : literal;
}

/**
 * Parses JSON like `JSON.parse`, save that integers beyond ±(2^53 − 1) become strings of their exact digits.
 *
 * Keys named `__proto__` or `constructor` become ordinary properties, and of two equal keys the last one counts.
 *
 * @throws where the text is not JSON. The error quotes the text: do not let it out.
 */
export function parseJson(text: string): unknown {
  if (!longInteger.test(text)) return JSON.parse(text);
  return parse(text, undefined, { parseNumber: readNumber, onDuplicateKey: ({ newValue }) => newValue });
}

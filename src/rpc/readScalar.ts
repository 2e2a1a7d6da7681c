/** How single values of an answer are read: tolerant in form. Undefined is what is none. */

/** The last instant that a JavaScript Date can hold. */
const lastInstantMs = 8.64e15;

export function readText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  // Ids that samples print as text arrive as numbers too.
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

export function readFlag(value: unknown): boolean | undefined {
  switch (typeof value === 'string' ? value.trim().toLowerCase() : value) {
    case true:
    case 'true':
    case 1:
    case '1':
      return true;
    case false:
    case 'false':
    case 0:
    case '0':
      return false;
    default:
      return undefined;
  }
}

function readInteger(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

export function readIntegerWithin(value: unknown, min: number, max: number): number | undefined {
  const number = readInteger(value);
  return number !== undefined && number >= min && number <= max ? number : undefined;
}

/** Digits. The parser has kept those that a double cannot hold as text. */
export function readAccountId(value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === 'string' && /^\d{1,32}$/.test(text) ? text : undefined;
}

/** A moment in ISO 8601. The times of these APIs are UTC: if the zone is missing, UTC is added, lest local time be read. */
function readIsoText(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(value)) return undefined;
  const text = value.replace(' ', 'T');
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`;
  return Number.isNaN(Date.parse(zoned)) ? undefined : zoned;
}

/** Fewer milliseconds than this, which is in 1973, are a count of seconds or no time at all. */
const leastEpochMs = 1e11;

/** Milliseconds since the epoch. Some answers have ISO 8601 in their place. */
export function readEpochMs(value: unknown): number | undefined {
  const isoText = readIsoText(value);
  return isoText === undefined ? readIntegerWithin(value, leastEpochMs, lastInstantMs) : Date.parse(isoText);
}

/** A moment in ISO 8601. Some answers have milliseconds in its place. */
export function readIsoTime(value: unknown): string | undefined {
  const ms = readIntegerWithin(value, leastEpochMs, lastInstantMs);
  return ms === undefined ? readIsoText(value) : new Date(ms).toISOString();
}

/** Keeps JSON text as it came, broken or not. If the value itself came instead of its text, prints it. */
export function readJsonText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value);
  } catch {
    // Nested deeper than the stack.
    return undefined;
  }
}

import { refuse } from './gatewayErrors';

/** A request's parameters as sent: names and values decoded, query and form body united. */
export type WireParameters = ReadonlyMap<string, string>;

/** More names than any operation has; keeps one request from occupying the server. */
const maxParameters = 10_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Decodes one name or value: `+` is a space, `%XX` a byte of UTF-8. Throws if either is malformed. */
function decode(encoded: string): string {
  if (!/[+%]/.test(encoded)) return encoded;
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch {
    throw refuse('InvalidParameter', 'a percent-encoding is broken');
  }
}

/** The form body's text; bytes that are not UTF-8 have no reading that a signature could cover. */
function textOf(body: Uint8Array): string {
  try {
    return utf8.decode(body);
  } catch {
    throw refuse('InvalidParameter', 'the body is not UTF-8');
  }
}

/**
 * The union of the parameters in a query string and a form body.
 *
 * The same pair twice counts once. One name with two values is refused: the signature is defined over a map, and
 * which of the two a real gateway would take is not documented.
 */
export function unitedParameters(query: string, body: Uint8Array): WireParameters {
  const parameters = new Map<string, string>();
  for (const part of [query, textOf(body)]) {
    for (const pair of part.split('&')) {
      if (pair === '') continue;
      const equals = pair.indexOf('=');
      const name = decode(equals < 0 ? pair : pair.slice(0, equals));
      const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
      const earlier = parameters.get(name);
      if (earlier !== undefined && earlier !== value) {
        throw refuse('IncompleteSignature', 'a parameter occurs twice with different values');
      }
      parameters.set(name, value);
      if (parameters.size > maxParameters) throw refuse('InvalidParameter', `there are more than ${maxParameters}`);
    }
  }
  return parameters;
}

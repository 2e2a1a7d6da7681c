import type { Shape } from '../../operations/shapes';

/** Of what kind a value is on the wire; nothing of the value itself. */
export type WireType =
  'text' | 'empty text' | 'digits as text' | 'number' | 'true or false' | 'null' | 'list' | 'object';

/** A number that `lossless-json` keeps as text, so that it loses no precision. */
const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'object' && value !== null && 'isLosslessNumber' in value);

export function wireTypeOf(value: unknown): WireType {
  if (value === null || value === undefined) return 'null';
  if (isNumber(value)) return 'number';
  if (typeof value === 'boolean') return 'true or false';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'object';
  const text = value as string;
  return text === '' ? 'empty text' : /^\d+$/.test(text) ? 'digits as text' : 'text';
}

const text: readonly WireType[] = ['text', 'empty text', 'digits as text'];

/** The types that the catalogue expects of a field. */
export function expectedTypes({ kind, wire, wireAlso }: Shape): readonly WireType[] {
  switch (kind) {
    case 'text':
    case 'jsonText':
    case 'isoTime':
    case 'presence':
      return text;
    case 'json':
      return [...text, 'object', 'list'];
    case 'hashes':
      return ['object'];
    case 'epochMsText':
      return ['digits as text', 'empty text', ...(wireAlso === 'number' ? (['number'] as const) : [])];
    case 'flag':
      return ['true or false'];
    case 'int32':
    case 'count':
    case 'epochMs':
      return ['number'];
    case 'accountId':
      return [wire, wireAlso].flatMap((each) => (each === 'number' ? ['number'] : each === 'string' ? text : []));
    case 'list':
      return ['list'];
    case 'object':
      return ['object'];
  }
}

/** The form of a text without the text: letters are A or a, digits 0, anything unusual a question mark. */
export const formOf = (value: string): string => `${Array.from(value.slice(0, 40), kindOf).join('')} (${value.length})`;

function kindOf(character: string): string {
  if (/\p{Lu}/u.test(character)) return 'A';
  if (/\p{L}/u.test(character)) return 'a';
  if (/\p{N}/u.test(character)) return '0';
  return /[_.:+ -]/.test(character) ? character : '?';
}

/**
 * The name of a field that the catalogue does not know, where it is a word of an API rather than somebody's data: keys
 * of maps are ids, names and tags.
 */
export const fieldNameOf = (key: string): string =>
  /^[A-Z][a-z]{1,15}([A-Z][a-z]{1,15}){0,5}$/.test(key) ? key : `(a key of the form ${formOf(key)})`;

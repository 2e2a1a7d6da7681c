import XMLBuilder from 'fast-xml-builder';
import type { WireObject } from './answer';

export type Format = 'JSON' | 'XML';

/** The media type of an answer in a format. */
export const contentTypeOf = (format: Format): string =>
  format === 'JSON' ? 'application/json;charset=utf-8' : 'application/xml;charset=utf-8';

/** Under this key the builder puts a text into a CDATA section. */
const cdataKey = '#cdata';

const builder = new XMLBuilder({
  cdataPropName: cdataKey,
  suppressBooleanAttributes: false,
  tagValueProcessor: (_name, value) => printable(String(value)),
});

/**
 * Prints XML under a root element. An array is its element repeated, without a wrapper; `Recommend` is a CDATA
 * section, as in published error bodies.
 */
export function toXml(root: string, value: WireObject): string {
  const { Recommend: recommend, ...members } = value;
  const body = recommend === undefined ? members : { ...members, Recommend: { [cdataKey]: recommend } };
  return `<?xml version='1.0' encoding='UTF-8'?>${builder.build({ [root]: body })}`;
}

/** XML 1.0 has no way to write these, not even escaped. */
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const printable = (text: string): string => text.replace(unprintable, '\uFFFD');

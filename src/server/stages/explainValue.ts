import type { GraphQLSchema } from 'graphql';
import { isEnumType } from 'graphql';
import type { Explanation, Language } from '../../errors/Explanation';

/** What graphql-js says of a value that does not fit its type. */
interface Misfit {
  /** Where the value is in the variables. Undefined for one in the document. */
  readonly place?: string;
  /** The type, if it is a built-in scalar or one of ours. */
  readonly scalar?: string;
  readonly enumeration?: string;
}

const ofVariable = /^Variable "\$(\w+)" got invalid value /;
const ofScalar = /(DateTime|ID|Int|Float|String|Boolean|JSON) cannot represent /y;
const ofEnum = /Enum "(\w+)"/y;
const endOfUnknown = '" does not exist in "';

/** What a value must be, by its type. */
const expectedOf: Readonly<Record<string, Explanation>> = {
  DateTime: {
    en: 'a date and time in ISO 8601 with a time zone, such as "2024-06-01T08:00:00Z"',
    zh: '带时区的 ISO 8601 日期时间，例如 "2024-06-01T08:00:00Z"',
  },
  ID: { en: 'a string', zh: '字符串' },
  Int: { en: 'a whole number of 32 bits', zh: ' 32 位整数' },
  Float: { en: 'a number', zh: '数字' },
  String: { en: 'a string', zh: '字符串' },
  Boolean: { en: 'true or false', zh: ' true 或 false' },
  JSON: { en: 'a JSON value', zh: ' JSON 值' },
};

/**
 * The message of graphql-js about a value that does not fit its type, with what was expected, in the language of the
 * request.
 *
 * @returns undefined for any other message.
 */
export const explainValue = (message: string, schema: GraphQLSchema, language: Language): string | undefined => {
  const misfit = findMisfit(message);
  const { place, scalar, enumeration } = misfit ?? {};
  const expected = scalar === undefined ? valuesOf(enumeration, schema) : expectedOf[scalar];
  if (expected === undefined) return undefined;
  if (language === 'en') return `${message.replace(/[.?]?$/, (end) => end || '.')} Expected ${expected.en}.`;
  const subject = place === undefined ? `${scalar ?? enumeration} 的值` : `变量 "$${place}" 的值`;
  return `${subject}不合法：应为${expected.zh}。`;
};

/**
 * Finds the complaint in a message, which may have a whole value of the client before it: `Variable "$first" got invalid
 * value "x" at "page.first"; Int cannot represent non-integer value: "x"`. Looks at each place once.
 */
const findMisfit = (message: string): Misfit | undefined => {
  const [start, variable] = ofVariable.exec(message) ?? [];
  const unknownIn = enumerationAtEnd(message);
  if (start === undefined) return complaintAt(message, 0, unknownIn);
  for (let at = message.indexOf('; ', start.length); at >= 0; at = message.indexOf('; ', at + 1)) {
    const complaint = complaintAt(message, at + 2, unknownIn);
    if (complaint !== undefined) return { ...complaint, place: pathBefore(message, at) ?? variable };
  }
  return undefined;
};

/** @param unknownIn the enumeration, if the complaint is about a value that it lacks. */
const complaintAt = (message: string, at: number, unknownIn: string | undefined): Misfit | undefined => {
  ofScalar.lastIndex = ofEnum.lastIndex = at;
  const scalar = ofScalar.exec(message)?.[1];
  if (scalar !== undefined) return { scalar };
  const enumeration = ofEnum.exec(message)?.[1] ?? (message.startsWith('Value "', at) ? unknownIn : undefined);
  return enumeration === undefined ? undefined : { enumeration };
};

/** The enumeration at the end of a message that says that it lacks a value. */
const enumerationAtEnd = (message: string): string | undefined => {
  const end = message.lastIndexOf(endOfUnknown);
  return end < 0 ? undefined : message.slice(end + endOfUnknown.length).split('"', 1)[0];
};

/** The path that ends there: ` at "page.first"`. */
const pathBefore = (message: string, end: number): string | undefined => {
  if (message[end - 1] !== '"') return undefined;
  const start = message.lastIndexOf('"', end - 2);
  return message.slice(0, start).endsWith(' at ') ? message.slice(start + 1, end - 1) : undefined;
};

const valuesOf = (name: string | undefined, schema: GraphQLSchema): Explanation | undefined => {
  const type = name === undefined ? undefined : schema.getType(name);
  if (!isEnumType(type)) return undefined;
  const values = type.getValues().map((value) => value.name);
  return { en: `one of ${values.join(', ')}`, zh: `以下之一：${values.join('、')}` };
};

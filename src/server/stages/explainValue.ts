import type { GraphQLSchema } from 'graphql';
import { isEnumType } from 'graphql';
import type { Explanation, Language } from '../../errors/Explanation';

/** What the messages of graphql-js say of a value that does not fit its type. */
const misfit =
  /^(?:Variable "\$(?<variable>\w+)" got invalid value .*?(?: at "(?<path>[^"]+)")?; )?(?:(?<scalar>DateTime|ID|Int|Float|String|Boolean|JSON) cannot represent .*|(?:Enum|Value ".*" does not exist in) "(?<enumeration>\w+)".*)$/s;

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
  const { variable, path, scalar, enumeration } = misfit.exec(message)?.groups ?? {};
  const expected = scalar === undefined ? valuesOf(enumeration, schema) : expectedOf[scalar];
  if (expected === undefined) return undefined;
  if (language === 'en') return `${message.replace(/[.?]?$/, (end) => end || '.')} Expected ${expected.en}.`;
  const name = path === undefined ? variable && `$${variable}` : `$${path}`;
  const subject = name === undefined ? `${scalar ?? enumeration} 的值` : `变量 "${name}" 的值`;
  return `${subject}不合法：应为${expected.zh}。`;
};

const valuesOf = (name: string | undefined, schema: GraphQLSchema): Explanation | undefined => {
  const type = name === undefined ? undefined : schema.getType(name);
  if (!isEnumType(type)) return undefined;
  const values = type.getValues().map((value) => value.name);
  return { en: `one of ${values.join(', ')}`, zh: `以下之一：${values.join('、')}` };
};

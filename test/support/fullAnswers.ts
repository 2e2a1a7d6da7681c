import type { Handlers } from '../../src/emulator';
import { catalogue } from '../../src/operations';
import type { Operation } from '../../src/operations/operation';
import type { Fields, Shape } from '../../src/operations/shapes';

/** One moment for all. */
const moment = Date.parse('2026-06-01T08:00:00Z');

/** The one account of all. */
export const account = '1587203946182045';

/** Members of temporary credentials: codes of errors, which are logged, contain these names. */
const keys: ReadonlySet<string> = new Set(['AccessKeyId', 'AccessKeySecret', 'SecurityToken']);

/** What stands in a member of a record, by its shape; a text says which member it is. */
const valueOf = (name: string, shape: Shape): unknown => {
  switch (shape.kind) {
    case 'text':
      // An enrollment that failed has the most members.
      return (
        shape.values?.find((value) => value === 'Failed') ??
        shape.values?.[0] ??
        `${keys.has(name) ? 'Some' : ''}${name}`
      );
    case 'jsonText':
      return '{"key":["value"]}';
    case 'flag':
      return true;
    case 'int32':
    case 'count':
      return 1;
    case 'accountId':
      return account;
    case 'epochMs':
    case 'epochMsText':
      return moment;
    case 'isoTime':
      return new Date(moment).toISOString();
    case 'list':
      return shape.of === undefined ? [] : [valueOf(name, shape.of)];
    case 'object':
      return recordOf(shape.fields ?? {});
  }
};

/** Whole, but for what would lead to a further page. */
const recordOf = (fields: Fields): object =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name !== 'NextToken')
      .map(([name, shape]) => [name, valueOf(name, shape)]),
  );

/**
 * Handlers of an upstream that leaves nothing out: each operation answers with every member that the catalogue knows of
 * its records, and a list with one record. The same member has the same value wherever it is answered.
 */
export const fullAnswers = Object.fromEntries(
  Object.entries<Operation>(catalogue).map(([name, { response }]) => [name, () => recordOf(response)]),
) as unknown as Handlers;

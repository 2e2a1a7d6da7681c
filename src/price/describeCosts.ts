import type { GraphQLField } from 'graphql';
import { getNamedType, getNullableType, isAbstractType, isListType } from 'graphql';
import { costsOf } from '../../schema/costs';
import type { Operation } from '../operations/operation';
import { maxPageSize } from '../pagination/pageSize';

/**
 * What a field can call, as the last sentence of its description: whoever reads the schema learns from the very list that
 * prices it. Undefined where it calls nothing.
 */
export const describeCosts = (field: GraphQLField<unknown, unknown>): string | undefined => {
  const { calls, peeks, peeksFrom, tells, keys } = costsOf(field);
  const isPage = field.args.some(({ name }) => name === 'first');
  const told = tells.length === 0 ? undefined : listOf(tells);
  if (calls.length === 0) return told && `Selecting more than its ID costs at most ${told}.`;

  const isByKeys = keys !== undefined && isListType(getNullableType(field.type));
  const subject = isByKeys ? `Each of \`${keys}\`` : isPage ? 'A page' : 'It';
  const dearest = isAbstractType(getNamedType(field.type)) ? 'what the dearest type does, ' : '';
  const from = peeksFrom === maxPageSize ? `${peeksFrom}` : `${peeksFrom} or more`;
  const peeked = peeks.length === 0 ? '' : ` (${numberOf(peeks.length)} more where \`first\` is ${from})`;
  const rest = told && `; ${isPage ? 'what the list does not bring' : 'selecting more than its ID'} costs ${told}`;
  return `${subject} costs at most ${dearest}${listOf(calls, peeked)}${rest ?? ''}.`;
};

/**
 * "one call of A, one of B and two of C".
 *
 * @param note stands behind the first.
 */
const listOf = (operations: readonly Operation[], note = ''): string => {
  const actions = operations.map(({ action }) => action);
  const counted = [...new Set(actions)].map((action, index) => {
    const count = actions.filter((each) => each === action).length;
    if (index > 0) return `${numberOf(count)} of ${action}`;
    return `${numberOf(count)} ${count === 1 ? 'call' : 'calls'} of ${action}${note}`;
  });
  const last = counted.pop() ?? '';
  return counted.length === 0 ? last : `${counted.join(', ')} and ${last}`;
};

const numberOf = (count: number): string => ['no', 'one', 'two', 'three'][count] ?? `${count}`;

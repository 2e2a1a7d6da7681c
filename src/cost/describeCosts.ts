import type { GraphQLField } from 'graphql';
import { getNullableType, isListType } from 'graphql';
import type { Load } from '../../schema/costs';
import { costsOf, peeksOf, weightOf } from '../../schema/costs';
import { maxPageSize } from '../pagination/pageSize';

/**
 * Describes what a field can call, as the last sentences of its description. They come from the declaration that counts
 * the field. Undefined for a field that calls nothing.
 */
export const describeCosts = (field: GraphQLField<unknown, unknown>): string | undefined => {
  const costs = costsOf(field);
  if (costs === undefined || weightOf(costs) === 0) return undefined;
  const { page, ifEmpty, keys, details } = costs;
  const loads: readonly Load[] = [
    ...(page ? [{ operation: page.list, per: 'arguments' as const }] : []),
    ...(costs.loads ?? keys?.most ?? []),
  ];
  const isPage = field.args.some(({ name }) => name === 'first');
  const ofDetails = details && listOf(details);
  if (loads.length === 0) return ofDetails && `Selecting more than its ID costs at most ${ofDetails}.`;

  const isByKeys = keys !== undefined && isListType(getNullableType(field.type));
  const subject = isByKeys ? `Each of \`${keys.argument}\`` : isPage ? 'A page' : 'It';
  const ofType = keys === undefined ? '' : 'what the most expensive type does, ';
  const peeksFrom = page?.peeksFrom ?? maxPageSize;
  const from = peeksFrom === maxPageSize ? `${peeksFrom}` : `${peeksFrom} or more`;
  const peeks = page ? peeksOf(page) : 0;
  const peeked =
    peeks === 0 ? '' : ` (${ifEmpty === undefined ? `${numberOf(peeks)} more` : 'another'} if \`first\` is ${from})`;
  return [
    `${subject} costs at most ${ofType}${listOf(loads, peeked)}.`,
    ofDetails && `${isPage ? 'What the list omits' : 'Selecting more than its ID'} adds at most ${ofDetails}.`,
    ifEmpty && `An empty first page instead adds at most ${listOf(ifEmpty)}.`,
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
};

/**
 * "one call of A, one of B and two of C".
 *
 * @param note follows the first.
 */
const listOf = (loads: readonly Load[], note = ''): string => {
  const counts = new Map<string, number>();
  for (const { operation, calls = 1, untilJudged = 0 } of loads) {
    counts.set(operation.action, (counts.get(operation.action) ?? 0) + calls + untilJudged);
  }
  const counted = [...counts].map(([action, count], index) => {
    if (index > 0) return `${numberOf(count)} of ${action}`;
    return `${numberOf(count)} ${count === 1 ? 'call' : 'calls'} of ${action}${note}`;
  });
  const last = counted.pop() ?? '';
  return counted.length === 0 ? last : `${counted.join(', ')} and ${last}`;
};

const numberOf = (count: number): string => ['no', 'one', 'two', 'three'][count] ?? `${count}`;

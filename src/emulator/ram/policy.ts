import { z } from 'zod';
import { tryParseJson } from '../../json/tryParseJson';
import { covers } from './actions';

const oneOrMore = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

const statement = z
  .strictObject({
    Effect: z.enum(['Allow', 'Deny']),
    Action: oneOrMore.optional(),
    NotAction: oneOrMore.optional(),
    Resource: oneOrMore,
    Condition: z.record(z.string(), z.unknown()).optional(),
  })
  .refine(({ Action, NotAction }) => (Action === undefined) !== (NotAction === undefined));

const policy = z.strictObject({
  Version: z.literal('1'),
  Statement: z.union([statement, z.array(statement).min(1)]),
});

/** Whether a policy lets an action be taken. */
export type Policy = (action: string) => boolean;

/**
 * Reads a RAM policy: an action is allowed if a statement allows it and none denies it. Resources and conditions are
 * ignored.
 *
 * @returns undefined if the text is no policy.
 */
export function parsePolicy(text: string): Policy | undefined {
  const { data } = policy.safeParse(tryParseJson(text));
  if (!data) return undefined;
  const statements = [data.Statement].flat();
  const isAbout = ({ Action, NotAction }: z.output<typeof statement>, action: string): boolean =>
    Action === undefined ? !covers([NotAction ?? []].flat(), action) : covers([Action].flat(), action);
  const has = (effect: 'Allow' | 'Deny', action: string): boolean =>
    statements.some((one) => one.Effect === effect && isAbout(one, action));
  return (action) => has('Allow', action) && !has('Deny', action);
}

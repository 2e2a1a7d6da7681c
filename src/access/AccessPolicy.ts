import { z } from 'zod';
import { readText } from '../environment/readText';
import { tryParseJson } from '../json/tryParseJson';
import type { Grant } from './Principal';
import { hasAny, scopes } from './Principal';
import { accountIdPattern, accountsIn, isAll } from './accountIds';

const accountId = z.string().regex(accountIdPattern);

const rule = z
  .strictObject({
    value: z.string().min(1).describe('The value of the claim, or one of its values if it is a list.'),
    accounts: z
      .array(z.union([accountId, z.literal('*')]))
      .min(1)
      .optional()
      .describe('IDs of accounts, as strings; `*` is every account. Omitted: those that the token itself names.'),
    scopes: z
      .array(z.enum(scopes))
      .min(1)
      .optional()
      .describe('What the value allows in these accounts. Omitted: the scopes of the token itself.'),
  })
  .describe('What one value of the claim allows. A token with several values may do what any of them allows.');

const policy = z.strictObject({
  $schema: z.string().optional(),
  claim: z
    .string()
    .min(1)
    .describe(
      'The claim whose values have rules, such as `groups`: a text, or a list of texts, at the top of the token.',
    ),
  rules: z.array(rule).describe('What the values allow. A value without a rule allows nothing.'),
});

/** What the values of a claim allow: the content of `ACCESS_POLICY_FILE`. */
export type AccessPolicy = z.output<typeof policy>;

/** The published schema of the file. */
export const accessPolicyJsonSchema = (): object => ({
  ...z.toJSONSchema(policy, { target: 'draft-2020-12' }),
  title: 'Access policy of the Alibaba Cloud governance gateway',
});

/**
 * Reads the policy file.
 *
 * @throws Error in a sentence for operators.
 */
export const readAccessPolicy = (path: string): AccessPolicy => {
  const expected = `ACCESS_POLICY_FILE must be a JSON file as docs/access-policy.schema.json describes it, but ${JSON.stringify(path)}`;
  const content = tryParseJson(readText(path, expected));
  if (content === undefined) throw new Error(`${expected} is not valid JSON.`);
  const { data, error } = policy.safeParse(content);
  if (data === undefined) throw new Error(`${expected} does not fit:\n${z.prettifyError(error)}`);
  return data;
};

/** What the policy grants, by the values of its claim in a token. */
export const grantsOf = (
  { claim, rules }: AccessPolicy,
  claims: Readonly<Record<string, unknown>>,
  ofToken: Grant,
): readonly Grant[] => {
  const values = new Set([claims[claim]].flat());
  return rules
    .filter(({ value }) => values.has(value))
    .map((one) => ({
      scopes: one.scopes === undefined ? ofToken.scopes : new Set(one.scopes),
      accounts:
        one.accounts === undefined ? ofToken.accounts : one.accounts.some(isAll) ? 'all' : accountsIn(one.accounts),
    }))
    .filter(({ accounts }) => hasAny(accounts));
};

/**
 * The resources of a RAM permission as a policy names them: the account, and any of whatever else is filled in. A region
 * that is omitted is any, too: pages disagree on whether these products have one.
 *
 * @param resource as the catalogue has it, with `{accountId}`, `{region}` or, from newer pages, `{#AggregatorId}`.
 * @param accountId `*`: whichever account the policy is attached in.
 */
export const resourcePattern = (resource: string, accountId = '*'): string =>
  resource
    .replace(/\{#?accountId\}/g, accountId)
    .replace(/\{[^{}]*\}/g, '*')
    .replace(/^(acs:[^:]+):(?=:)/, '$1:*');

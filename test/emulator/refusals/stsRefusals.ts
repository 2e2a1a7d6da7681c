import type { RefusalState } from './RefusalState';
import { memberId, smallWorld } from './smallWorld';

const RoleArn = `acs:ram::${memberId}:role/ResourceDirectoryAccountAccessRole`;
const RoleSessionName = 'gateway';
const assume = { operation: 'AssumeRole', world: smallWorld(), parameters: { RoleArn, RoleSessionName } } as const;

/** A value of a parameter that is refused by its form. */
const malformed = (parameter: string, value: string | number, state: string, what = parameter): RefusalState => ({
  ...assume,
  code: `InvalidParameter.${what}`,
  state,
  parameters: { ...assume.parameters, [parameter]: value },
});

export const stsRefusals: readonly RefusalState[] = [
  ...(['GetCallerIdentity', 'AssumeRole'] as const).map((operation): RefusalState => ({
    ...assume,
    operation,
    code: 'InternalError',
    state: 'the Security Token Service being down',
    world: smallWorld({ outages: ['Sts'] }),
  })),
  malformed('DurationSeconds', 3601, 'a session that is longer than the role allows'),
  malformed('ExternalId', '?', 'a text that can be no external id'),
  malformed('RoleArn', 'gateway', 'a text that can be no role’s ARN'),
  malformed('RoleSessionName', 'my gateway', 'a text that can be no session’s name'),
  malformed('Policy', '{"Statement":[]}', 'a policy without a statement', 'PolicyGrammar'),
  malformed('Policy', '"汉汉汉"'.padEnd(2045), 'a policy of more than 2048 bytes', 'PolicySize'),
  {
    ...assume,
    code: 'NoPermission',
    state: 'a root key',
    world: smallWorld({ key: { identity: { type: 'Account' } } }),
  },
  {
    ...assume,
    code: 'EntityNotExist.Role',
    state: 'a member that lacks the role',
    parameters: { RoleArn: `acs:ram::${memberId}:role/nobody`, RoleSessionName },
  },
];

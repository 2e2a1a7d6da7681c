import { registerEnumType } from 'type-graphql';
import { enumMembers, enumValue } from '../enumValue';

export const AccountJoinMethod = enumMembers('INVITED', 'CREATED', 'UNKNOWN');
export type AccountJoinMethod = keyof typeof AccountJoinMethod;
registerEnumType(AccountJoinMethod, {
  name: 'AccountJoinMethod',
  description: 'How a member joined the resource directory.',
  valuesConfig: {
    INVITED: { description: 'It existed before, and was invited.' },
    CREATED: { description: 'It was made in the directory.' },
    UNKNOWN: { description: 'A value that this gateway does not know yet: see `rawJoinMethod`.' },
  },
});

const names = { invited: 'INVITED', created: 'CREATED' } as const;

/** Reads how a member joined as the upstream prints it. */
export const parseJoinMethod = (raw: string | undefined): AccountJoinMethod => enumValue(names, raw);

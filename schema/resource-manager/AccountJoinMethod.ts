import { defineEnum, enumValue, unknownBeside } from '../enumValue';

export const AccountJoinMethod = defineEnum('AccountJoinMethod', 'How a member joined the resource directory.', {
  INVITED: 'The account existed before and was invited.',
  CREATED: 'The account was created in the directory.',
  UNKNOWN: unknownBeside('rawJoinMethod'),
});
export type AccountJoinMethod = keyof typeof AccountJoinMethod;

const names = { invited: 'INVITED', created: 'CREATED' } as const;

/** Reads how a member joined as the upstream prints it. */
export const parseJoinMethod = (raw: string | undefined): AccountJoinMethod => enumValue(names, raw);

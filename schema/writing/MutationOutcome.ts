import { registerEnumType } from 'type-graphql';
import { enumMembers } from '../enumValue';

export const MutationOutcome = enumMembers(
  'SUCCEEDED',
  'ALREADY_DONE',
  'IN_PROGRESS',
  'REJECTED',
  'UNKNOWN',
  'VALIDATED',
);
export type MutationOutcome = keyof typeof MutationOutcome;
registerEnumType(MutationOutcome, {
  name: 'MutationOutcome',
  description: 'How a mutation ended.',
  valuesConfig: {
    SUCCEEDED: { description: 'It was done.' },
    ALREADY_DONE: { description: 'It had been done before; nothing was changed.' },
    IN_PROGRESS: {
      description: 'The upstream accepted it, or was at it already; it takes minutes. Read the object to follow it.',
    },
    REJECTED: { description: 'It was refused before anything was changed: see `errors`.' },
    UNKNOWN: {
      description:
        'It was sent, and no valid answer came: it may have been done. Read the object before you send it again.',
    },
    VALIDATED: { description: 'A dry run: the input is valid, and nothing was sent.' },
  },
});

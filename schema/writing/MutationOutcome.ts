import { defineEnum } from '../enumValue';

export const MutationOutcome = defineEnum('MutationOutcome', 'How a mutation ended.', {
  SUCCEEDED: 'The mutation succeeded.',
  ALREADY_DONE: 'It had been done before, so nothing was changed.',
  IN_PROGRESS:
    'The upstream accepted the mutation, or was already carrying it out. It takes minutes. Read the object to follow the progress.',
  REJECTED:
    'The mutation was rejected before anything was changed, or a dry run found or could not rule out a reason to reject it. See `errors`.',
  UNKNOWN:
    'The mutation was sent, but no valid response came, and it is not known yet whether it was done. Send it again with the same `idempotencyKey` to learn that: nothing is done twice. Without a key, do not simply send it again: the message names what to read first.',
  VALIDATED: 'A dry run found no reason to reject the mutation. Nothing was changed.',
});
export type MutationOutcome = keyof typeof MutationOutcome;

import { defineEnum } from '../enumValue';

export const MutationOutcome = defineEnum('MutationOutcome', 'How a mutation ended.', {
  SUCCEEDED: 'It was done.',
  ALREADY_DONE: 'It had been done before; nothing was changed.',
  IN_PROGRESS: 'The upstream accepted it, or was at it already; it takes minutes. Read the object to follow it.',
  REJECTED:
    'It was refused before anything was changed, or a dry run found or could not rule out a reason to refuse it: see `errors`.',
  UNKNOWN:
    'It was sent, and no valid answer came: it may have been done. The message names what to read first. Never just send it again.',
  VALIDATED: 'A dry run: nothing that can be looked up stands against it, and nothing was changed.',
});
export type MutationOutcome = keyof typeof MutationOutcome;

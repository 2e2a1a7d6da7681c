import { defineEnum } from '../enumValue';

export const MutationOutcome = defineEnum('MutationOutcome', 'How a mutation ended.', {
  SUCCEEDED: 'It was done.',
  ALREADY_DONE: 'It had been done before; nothing was changed.',
  IN_PROGRESS: 'The upstream accepted it, or was at it already; it takes minutes. Read the object to follow it.',
  REJECTED: 'It was refused before anything was changed: see `errors`.',
  UNKNOWN: 'It was sent, and no valid answer came: it may have been done. Read the object before you send it again.',
  VALIDATED: 'A dry run: the input is valid, and nothing was sent.',
});
export type MutationOutcome = keyof typeof MutationOutcome;

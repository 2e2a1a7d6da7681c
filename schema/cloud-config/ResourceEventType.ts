import { defineEnum, enumValue, unknownBeside } from '../enumValue';

const known = {
  DISCOVERED: 'The resource was created, or seen for the first time.',
  MODIFY: 'The resource was modified.',
  REMOVE: 'The resource was deleted.',
  DISCOVERED_REVISED: 'A creation that was recorded later, by a periodic check.',
  MODIFY_REVISED: 'A modification that was recorded later, by a periodic check.',
};

export const ResourceEventType = defineEnum('ResourceEventType', 'Kind of a configuration change.', {
  ...known,
  UNKNOWN: unknownBeside('rawEventType'),
});
export type ResourceEventType = keyof typeof ResourceEventType;

export const ResourceEventTypeInput = defineEnum(
  'ResourceEventTypeInput',
  'Kind of a configuration change, to ask for.',
  known,
);
export type ResourceEventTypeInput = keyof typeof ResourceEventTypeInput;

/** Reads an event type as the upstream prints it. */
export const parseEventType = (raw: string | undefined): ResourceEventType => enumValue(ResourceEventTypeInput, raw);

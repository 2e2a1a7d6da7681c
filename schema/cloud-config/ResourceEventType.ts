import { defineEnum, enumValue, unknownBeside } from '../enumValue';

const known = {
  DISCOVERED: 'The resource was created, or seen for the first time.',
  MODIFY: 'The resource was modified.',
  REMOVE: 'The resource was deleted.',
  DISCOVERED_REVISED: 'A periodic check found that the resource had been created.',
  MODIFY_REVISED: 'A periodic check found that the resource had been modified.',
};

export const ResourceEventType = defineEnum('ResourceEventType', 'Kind of a configuration change.', {
  ...known,
  UNKNOWN: unknownBeside('rawEventType'),
});
export type ResourceEventType = keyof typeof ResourceEventType;

export const ResourceEventTypeInput = defineEnum(
  'ResourceEventTypeInput',
  'Kind of a configuration change, as a filter.',
  known,
);
export type ResourceEventTypeInput = keyof typeof ResourceEventTypeInput;

/** Reads an event type as the upstream prints it. */
export const parseEventType = (raw: string | undefined): ResourceEventType => enumValue(ResourceEventTypeInput, raw);

import { registerEnumType } from 'type-graphql';
import { enumMembers, enumValue } from '../enumValue';

const known = ['DISCOVERED', 'MODIFY', 'REMOVE', 'DISCOVERED_REVISED', 'MODIFY_REVISED'] as const;

const descriptions = {
  DISCOVERED: { description: 'The resource was created, or seen for the first time.' },
  MODIFY: { description: 'The resource was modified.' },
  REMOVE: { description: 'The resource was deleted.' },
  DISCOVERED_REVISED: { description: 'A creation that was recorded later, by a periodic check.' },
  MODIFY_REVISED: { description: 'A modification that was recorded later, by a periodic check.' },
};

export const ResourceEventType = enumMembers(...known, 'UNKNOWN');
export type ResourceEventType = keyof typeof ResourceEventType;
registerEnumType(ResourceEventType, {
  name: 'ResourceEventType',
  description: 'Kind of a configuration change.',
  valuesConfig: {
    ...descriptions,
    UNKNOWN: { description: 'A value that this gateway does not know yet: see `rawEventType`.' },
  },
});

export const ResourceEventTypeInput = enumMembers(...known);
export type ResourceEventTypeInput = keyof typeof ResourceEventTypeInput;
registerEnumType(ResourceEventTypeInput, {
  name: 'ResourceEventTypeInput',
  description: 'Kind of a configuration change, to ask for.',
  valuesConfig: descriptions,
});

/** Reads an event type as the upstream prints it. */
export const parseEventType = (raw: string | undefined): ResourceEventType => enumValue(ResourceEventTypeInput, raw);

import { registerEnumType } from 'type-graphql';
import { enumMembers, enumValue } from '../enumValue';

export const BaselineType = enumMembers('SYSTEM', 'CUSTOM', 'UNKNOWN');
export type BaselineType = keyof typeof BaselineType;
registerEnumType(BaselineType, {
  name: 'BaselineType',
  description: 'Who made a baseline.',
  valuesConfig: {
    SYSTEM: { description: 'The account factory brings it along.' },
    CUSTOM: { description: 'It was made by a customer.' },
    UNKNOWN: { description: 'A value that this gateway does not know yet: see `rawType`.' },
  },
});

const names = { System: 'SYSTEM', Custom: 'CUSTOM' } as const;

/** Reads a baseline's kind as the upstream prints it. */
export const parseBaselineType = (raw: string | undefined): BaselineType => enumValue(names, raw);

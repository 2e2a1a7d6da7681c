import { defineEnum, enumValue, unknownBeside } from '../enumValue';

export const BaselineType = defineEnum('BaselineType', 'Who made a baseline.', {
  SYSTEM: 'The account factory brings it along.',
  CUSTOM: 'It was made by a customer.',
  UNKNOWN: unknownBeside('rawType'),
});
export type BaselineType = keyof typeof BaselineType;

const names = { System: 'SYSTEM', Custom: 'CUSTOM' } as const;

/** Reads a baseline's kind as the upstream prints it. */
export const parseBaselineType = (raw: string | undefined): BaselineType => enumValue(names, raw);

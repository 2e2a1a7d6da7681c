import { defineEnum, enumValue, unknownBeside } from '../enumValue';

export const BaselineType = defineEnum('BaselineType', 'Who created a baseline.', {
  SYSTEM: 'The baseline is part of the account factory.',
  CUSTOM: 'A customer created the baseline.',
  UNKNOWN: unknownBeside('rawType'),
});
export type BaselineType = keyof typeof BaselineType;

const names = { System: 'SYSTEM', Custom: 'CUSTOM' } as const;

/** Reads a baseline's kind as the upstream prints it. */
export const parseBaselineType = (raw: string | undefined): BaselineType => enumValue(names, raw);

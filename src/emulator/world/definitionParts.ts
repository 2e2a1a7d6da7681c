import { z } from 'zod';

export const time = z.iso
  .datetime({
    error: ({ code }) =>
      code === 'invalid_format' ? 'Expected a UTC time such as 2026-06-30T08:00:00.000Z' : undefined,
  })
  .describe('UTC, ISO 8601: 2026-06-30T08:00:00.000Z');
export const accountId = z
  .string()
  .regex(/^\d[\d*]{5,31}$/)
  .describe('Digits, 16 as a rule. Masked digits (*) as in printed samples are accepted.');

/** Embedded JSON of the wire: as an object, or as a text that may be malformed. */
export const textOr = <T extends z.ZodType>(schema: T) => z.union([z.string(), schema], 'Expected an object or a text');

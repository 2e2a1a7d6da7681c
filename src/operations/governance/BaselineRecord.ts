import type { RecordOf } from '../shapes';
import { isoTime, jsonText, list, object, oneOf, optional, text } from '../shapes';

/** Kinds of baseline. */
export const baselineTypes = ['System', 'Custom'] as const;

export const baselineFields = {
  BaselineId: text(),
  BaselineName: optional(text()),
  CreateTime: optional(isoTime()),
  Description: optional(text()),
  Type: optional(oneOf(baselineTypes)),
  UpdateTime: optional(isoTime()),
};

/** A baseline in the list form: without its items. */
export const BaselineSummaryRecord = object(baselineFields);
export type BaselineSummaryRecord = RecordOf<typeof baselineFields>;

/** The items of a baseline, which only GetAccountFactoryBaseline answers. */
export const BaselineItems = list(
  object({ Config: optional(jsonText()), Name: optional(text()), Version: optional(text()) }),
);

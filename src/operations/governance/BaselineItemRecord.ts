import type { RecordOf } from '../shapes';
import { flag, jsonText, object, optional, text } from '../shapes';

const fields = {
  /** Settings of the item: JSON text. */
  Config: optional(jsonText()),
  Name: optional(text()),
  Skip: optional(flag()),
  Version: optional(text()),
};

/** One item of an account baseline, as an answer prints it. */
export const BaselineItemRecord = object(fields);
export type BaselineItemRecord = RecordOf<typeof fields>;

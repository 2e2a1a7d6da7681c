import type { RecordOf } from '../../shapes';
import { list, object, oneOf, optional, text } from '../../shapes';
import { recorderStatuses } from '../ConfigurationRecorderRecord';

const fields = {
  ConfigurationRecorderStatus: optional(oneOf(recorderStatuses)),
  /** Every supported type unless narrowed. */
  ResourceTypes: optional(list(text())),
};

/** The configuration recorder of the calling account: this version no longer says whose it is. */
export const RecorderRecord = object(fields);
export type RecorderRecord = RecordOf<typeof fields>;

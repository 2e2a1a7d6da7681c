import type { RecordOf } from '../shapes';
import { isoTime, object, optional, text } from '../shapes';

const summaryFields = {
  FolderId: text(),
  CreateTime: optional(isoTime()),
  FolderName: optional(text()),
};

/** A folder as ListFoldersForParent and ListAncestors answer it: without its parent. */
export const FolderSummaryRecord = object(summaryFields);
export type FolderSummaryRecord = RecordOf<typeof summaryFields>;

const detailFields = {
  ...summaryFields,
  /** Absent or empty for the root folder. */
  ParentFolderId: optional(text()),
  /** Slash-joined ids, from the directory down to this folder. */
  ResourceDirectoryPath: optional(text()),
};

/** A folder as GetFolder answers it. */
export const FolderDetailRecord = object(detailFields);
export type FolderDetailRecord = RecordOf<typeof detailFields>;

/** A place among the changes of many resources: newest first, then by resource, then by content. */
export interface Place {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The resource, as text. The empty text stands before every resource. */
  readonly text: string;
  /** What distinguishes changes of one resource and one millisecond. The empty text stands before all of them. */
  readonly content: string;
}

/** Negative if the first place comes first. */
export const comparePlaces = (one: Place, other: Place): number =>
  other.at - one.at || compareTexts(one.text, other.text) || compareTexts(one.content, other.content);

const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

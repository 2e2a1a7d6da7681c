/** Keeps what a ledger notes for the next process. */
export interface Journal {
  /** Resolves when the record survives the end of the process. */
  append(record: object): Promise<void>;
  /** Leaves it to the next process. */
  close(): Promise<void>;
}

/** How large the answer to one request has become, while it is put together. */
export class AnswerSize {
  private bytes = 0;
  private made: Error | undefined;

  /**
   * @param createError makes the error of the field that makes the answer too large.
   * @param abort called when it is: what is still read is of no use.
   */
  constructor(
    readonly maxBytes: number,
    private readonly createError: () => Error,
    private readonly abort: () => void,
  ) {}

  get isTooLarge(): boolean {
    return this.bytes > this.maxBytes;
  }

  /** Whether so many bytes more would fit. */
  hasRoomFor(bytes: number): boolean {
    return this.bytes + bytes <= this.maxBytes;
  }

  /** The error of every field for which there is no room. */
  get error(): Error {
    return (this.made ??= this.createError());
  }

  /** @throws the error if the answer becomes too large. */
  add(bytes: number): void {
    this.bytes += bytes;
    if (!this.isTooLarge) return;
    this.abort();
    throw this.error;
  }
}

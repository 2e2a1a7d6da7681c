/** How large the answer to one request has become, while it is put together. */
export class AnswerSize {
  private bytes = 0;
  private readonly controller = new AbortController();

  constructor(
    readonly maxBytes: number,
    /** The error of the field that makes it too large. */
    readonly error: Error,
  ) {}

  get isTooLarge(): boolean {
    return this.bytes > this.maxBytes;
  }

  /** Aborted when the answer becomes too large. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** @throws the error if the answer becomes too large. */
  add(bytes: number): void {
    this.bytes += bytes;
    if (!this.isTooLarge) return;
    // A reason of our own spares the costly default one.
    this.controller.abort('the answer is too large');
    throw this.error;
  }
}

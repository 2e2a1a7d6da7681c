/** What the emulator answers in place of a result: one row of an error table, filled in. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    /** The text on the wire. */
    override readonly message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** A file that is generated from the code and committed. `npm run generate:check` compares it with the code. */
export interface GeneratedFile {
  /** From the project's root. */
  readonly path: string;
  readonly content: string;
}

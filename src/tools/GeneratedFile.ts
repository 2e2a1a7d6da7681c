/** A file that is generated from the code, committed, and held against it by `npm run generate:check`. */
export interface GeneratedFile {
  /** From the project's root. */
  readonly path: string;
  readonly content: string;
}

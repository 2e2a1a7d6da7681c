/** One paragraph, cell, comment or message that a person reads. Code in it is one word, so that no rule reads it. */
export interface Passage {
  readonly file: string;
  /** The line of its first character, from 1. */
  readonly line: number;
  /** Has a line break wherever the file has one. */
  readonly text: string;
  /** The length of sentences is not checked in comments. */
  readonly kind: 'prose' | 'comment';
}

/** Replaces inline code by one word of the same length, so that positions stay the same. */
export const hideCode = (text: string): string =>
  text
    .replace(/`[^`\n]*`/g, (code) => 'x'.repeat(code.length))
    .replace(/\{@link [^}]*\}/g, (link) => 'x'.repeat(link.length));

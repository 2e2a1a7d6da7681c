/** One sentence for a client, in both languages that the gateway answers in. */
export interface Explanation {
  readonly en: string;
  readonly zh: string;
}

/** The languages of {@link Explanation}, chosen by `Accept-Language`. Defaults to English. */
export type Language = keyof Explanation;

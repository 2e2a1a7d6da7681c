/** What differs between two answers only because they were given at different moments. */
const moments = ['readAt', 'settledUntil', 'since'];

/** The data of an answer without the moments at which it was given. */
export const withoutMoments = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data ?? null), (name, value: unknown) => (moments.includes(name) ? name : value));

import { parse, pattern } from 'iso8601-duration';

/** A length of time whose months and years depend on the date at which it ends. */
export type Duration = Readonly<Required<ReturnType<typeof parse>>>;

/** The whole text, and no `T` behind which nothing stands. */
const whole = new RegExp(`^(?:${pattern.source})(?<!T)$`);

const dayMs = 24 * 60 * 60_000;

/** Reads an ISO 8601 duration, such as `P7D` or `PT12H`. Undefined for any other text, and for one of no length. */
export const parseDuration = (text: string): Duration | undefined => {
  if (!whole.test(text)) return undefined;
  try {
    const { years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = parse(text);
    const duration = { years, months, weeks, days, hours, minutes, seconds };
    return Object.values(duration).some((part) => part > 0) ? duration : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The moment that lies a duration before another one, both in milliseconds since the epoch, in UTC. A month before the
 * 31st is the last day of a shorter month. The epoch if the moment lies before it: nothing was recorded then, and years
 * before 0 have no RFC 3339 form. NaN if no date is so long ago.
 */
export const momentBefore = (end: number, duration: Duration): number => {
  const { years, months, weeks, days, hours, minutes, seconds } = duration;
  const date = new Date(end);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - 12 * years - months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  const rest = (weeks * 7 + days) * dayMs + Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
  return Math.max(0, new Date(date.getTime() - rest).getTime());
};

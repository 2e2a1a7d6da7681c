/** A moment on the wire, ISO 8601 text or milliseconds, as a Date; null if it is absent or no moment at all. */
export const presentDate = (moment: string | number | undefined): Date | null => {
  if (moment === undefined) return null;
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? null : date;
};

/** A text on the wire. Null if it is absent or empty, which the upstream does not distinguish. */
export const presentText = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;

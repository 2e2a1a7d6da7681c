/** A moment on the wire, ISO 8601 text or milliseconds, as a Date; null where it is absent or no moment at all. */
export const toDate = (moment: string | number | undefined): Date | null => {
  if (moment === undefined) return null;
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? null : date;
};

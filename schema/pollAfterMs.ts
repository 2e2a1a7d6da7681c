/** How long to wait before something that is in progress is worth reading again. */
export const pollAfterMs = 10_000;

/** The description of a field `pollAfterMs` beside `status`. */
export const pollAfterMsText =
  'How long to wait before `status` is worth reading again, in milliseconds. Null if `status` is settled.';

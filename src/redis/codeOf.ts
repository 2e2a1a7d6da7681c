/** The code of an error: the system's, or the first word of what Redis says. Never a text: it may name users or keys. */
export const codeOf = (error: unknown): string => {
  const { code, name, message = '' } = error as { code?: unknown; name?: unknown; message?: string };
  if (typeof code === 'string') return code;
  // The library wraps what went wrong while it looked for the nodes of a cluster, or for the primary.
  const last = (error as { lastNodeError?: unknown }).lastNodeError;
  if (last != null) return codeOf(last);
  return name === 'ReplyError' ? (/^[A-Z]+/.exec(message)?.[0] ?? 'ERR') : 'CONNECTION';
};

/** Writes the segments of a place as a JSON Pointer (RFC 6901), such as `/Permissions/1/PortRange`. */
export const toPointer = (segments: readonly string[]): string =>
  segments.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Reads a JSON Pointer. Undefined for text that is none. */
export const parsePointer = (text: string): readonly string[] | undefined => {
  if (!/^(?:\/(?:[^/~]|~[01])*)*$/su.test(text)) return undefined;
  return text
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
};

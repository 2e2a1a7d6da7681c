/** About how many bytes a value has as JSON in UTF-8. Escape sequences count as what they stand for. */
export const sizeOfJson = (value: unknown): number => {
  switch (typeof value) {
    case 'string':
      return Buffer.byteLength(value) + 2;
    case 'number':
      return 8;
    case 'boolean':
      return 5;
    case 'object':
      return value === null ? 4 : sizeOfObject(value);
    default:
      return 0;
  }
};

/** A time as ISO 8601, in quotes. */
const sizeOfDate = 26;

const sizeOfObject = (value: object): number => {
  if (value instanceof Date) return sizeOfDate;
  let size = 2;
  if (Array.isArray(value)) {
    for (const item of value) size += sizeOfJson(item) + 1;
    return size;
  }
  for (const [name, member] of Object.entries(value)) size += sizeOfMember(name) + sizeOfJson(member);
  return size;
};

/** The name of a member, with quotes, colon and comma. */
export const sizeOfMember = (name: string): number => name.length + 4;

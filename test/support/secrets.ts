/** Every way in which a secret may be written down somewhere, from plain to hidden. */
const writings: Readonly<Record<string, (secret: string) => readonly string[]>> = {
  plain: (secret) => [secret],
  'in a URL': (secret) => [encodeURIComponent(secret), new URLSearchParams({ '': secret }).toString().slice(1)],
  'in a string to sign': (secret) => [encodeURIComponent(encodeURIComponent(secret))],
  'in JSON': (secret) => [JSON.stringify(secret).slice(1, -1), secret.replaceAll('/', '\\/')],
  'in hex': (secret) => [Buffer.from(secret).toString('hex')],
  // What comes before it moves the digits: of each of the three places, those that depend on the secret alone.
  'in base64': (secret) =>
    [0, 1, 2].flatMap((shift) => {
      const digits = Buffer.from('\0'.repeat(shift) + secret).toString('base64');
      const own = digits.slice(Math.ceil((shift * 4) / 3), Math.floor(((shift + secret.length) * 4) / 3));
      return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
    }),
  backwards: (secret) => [Array.from(secret).reverse().join('')],
};

/** Where a secret was found, in words that do not repeat it. */
export interface Finding {
  readonly secret: string;
  readonly written: string;
  readonly place: string;
}

/** What secrets of many signatures are written with, in most of the ways. */
const run = /[\w+/%=\\-]{20,}/g;

/** A text to search for thousands of forms: what repeats itself in it, as most of a log does, is searched once. */
const searchable = (text: string): ((form: string) => boolean) => {
  const runs = [...new Set(text.match(run))].join('\n');
  return (form) => (form.replace(run, '') === '' ? runs : text).includes(form);
};

/**
 * Looks for secrets, however they are written.
 *
 * @param secrets by the names that findings call them.
 * @param places texts by the names that findings call them.
 */
export const findSecrets = (
  secrets: Readonly<Record<string, string>>,
  places: Readonly<Record<string, string>>,
): Finding[] => {
  // Percent-encoding and hex know two cases.
  const texts = Object.entries(places).map(([place, text]) => ({ place, has: searchable(text.toLowerCase()) }));
  return Object.entries(secrets).flatMap(([name, secret]) =>
    Object.entries(writings).flatMap(([written, write]) => {
      const forms = [...new Set(write(secret).map((form) => form.toLowerCase()))];
      return texts.filter(({ has }) => forms.some(has)).map(({ place }) => ({ secret: name, written, place }));
    }),
  );
};

import type { Operation } from '../operations/operation';
import type { Fields } from '../operations/shapes';

/** Longer messages are none of the documented ones. */
const maxMessageLength = 1000;

/**
 * The parameter that the message of a refusal names: nothing else of the upstream's text leaves this function.
 *
 * The message must fit the documented one, and what stands in its gaps must be a parameter of the operation, or a text
 * that this very request sent.
 *
 * @param sent the parameters of the request, flat.
 * @returns the parameter as the catalogue spells it, with the positions of list items as they are sent, counted from 1.
 */
export function namedParameter(
  { errors, parameters }: Operation,
  code: string | undefined,
  message: unknown,
  sent: Readonly<Record<string, string>>,
): string | undefined {
  const error = code !== undefined && Object.hasOwn(errors, code) ? errors[code] : undefined;
  if (error?.gaps === undefined || typeof message !== 'string' || message.length > maxMessageLength) return undefined;
  const found = templateOf(error.message).exec(message.trim())?.slice(1) ?? [];
  for (const [index, gap] of error.gaps.entries()) {
    const text = found[index];
    if (text === undefined) continue;
    const name =
      gap === 'name of a parameter' ? spelled(parameters, text.split('.')) : senderOf(text, gap.valueOf, sent);
    if (name !== undefined) return name;
  }
  return undefined;
}

function templateOf(message: string): RegExp {
  const parts = message.split('%s').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.{1,200}?)')}$`);
}

/** A path into the parameters in the catalogue's spelling: the upstream's letter case may differ. */
function spelled(fields: Fields, [first = '', ...rest]: readonly string[]): string | undefined {
  const entry = Object.entries(fields).find(([name]) => name.toLowerCase() === first.toLowerCase());
  if (entry === undefined) return undefined;
  const [name, shape] = entry;
  if (rest.length === 0) return name;
  const [position = ''] = rest;
  const isListed = shape.kind === 'list' && /^[1-9]\d{0,3}$/.test(position);
  const below = isListed ? rest.slice(1) : rest;
  const path = isListed ? `${name}.${position}` : name;
  if (below.length === 0) return path;
  const member = spelled((shape.kind === 'list' ? shape.of?.fields : shape.fields) ?? {}, below);
  return member && `${path}.${member}`;
}

/** The parameter of this name, positions of list items omitted, that was sent with this very text. */
function senderOf(text: string, name: string, sent: Readonly<Record<string, string>>): string | undefined {
  return Object.keys(sent).find((key) => sent[key] === text && key.replace(/\.\d+(?=\.|$)/g, '') === name);
}

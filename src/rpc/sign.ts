import { createHmac } from 'node:crypto';

/** What signature v1 leaves as it is. A space is `%20`, `*` is `%2A`. */
const plain = /^[\w.~-]*$/;

function percentEncode(text: string): string {
  if (plain.test(text)) return text;
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * The signed parameters of one call, ready to be a query string or a form body: `A=1&B=2&Signature=…`.
 *
 * Signature version 1.0, HMAC-SHA1. The protocol sorts names by their bytes; all our names are ASCII (they come from
 * the catalogue), for which JavaScript's own order is the same.
 *
 * @param parameters every parameter but `Signature`, the protocol's own included.
 * @throws URIError if a name or value holds a lone surrogate, which has no UTF-8 form.
 */
export function signParameters(
  method: 'GET' | 'POST',
  parameters: Readonly<Record<string, string>>,
  accessKeySecret: string,
): string {
  let canonical = '';
  for (const name of Object.keys(parameters).sort()) {
    canonical += `${canonical === '' ? '' : '&'}${percentEncode(name)}=${percentEncode(parameters[name] ?? '')}`;
  }
  // What is encoded already needs no other escapes.
  const encoded = canonical.replaceAll('%', '%25').replaceAll('=', '%3D').replaceAll('&', '%26');
  const stringToSign = `${method}&%2F&${encoded}`;
  const signature = createHmac('sha1', `${accessKeySecret}&`).update(stringToSign).digest('base64');
  return `${canonical}&Signature=${percentEncode(signature)}`;
}

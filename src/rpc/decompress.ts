import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

const decoders = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/**
 * Undoes a content encoding. We ask for none, but a proxy in between may not care.
 *
 * @param encoding the `Content-Encoding` header.
 * @throws if the encoding is unknown, the body is cut off, or more than `maxBytes` would come out of it.
 */
export async function decompress(body: Buffer, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity') return body;
  if (!(name in decoders)) throw new Error('unknown content encoding');
  return decoders[name as keyof typeof decoders](body, { maxOutputLength: maxBytes });
}

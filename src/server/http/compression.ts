import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import { LRUCache } from 'lru-cache';

/** The preferred one first. */
export const encodings = ['br', 'gzip'] as const;

export type Encoding = (typeof encodings)[number];

/** Answers below this size are not compressed, bytes. */
export const compressFromBytes = 1024;

/** The quality of brotli: more costs much time and saves little. */
const brotliQuality = 4;

export const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } };

/** Above this size an answer is compressed by other threads, bytes. */
export const compressHereBelowBytes = 16_384;

/** Clients send few different headers, but may send any. */
const known = new LRUCache<string, { readonly encoding: Encoding | undefined }>({ max: 200 });

/** What `@fastify/compress` takes for gzip as well. */
const gzipAlias = /\*|x-gzip/g;

/** How an answer may be compressed, by the `Accept-Encoding` of its request. Undefined if it may not. */
export const encodingOf = (accept: string): Encoding | undefined => {
  const asked = () => negotiate(accept.toLowerCase().replace(gzipAlias, 'gzip'), [...encodings]) ?? undefined;
  const found = known.get(accept) ?? { encoding: asked() };
  known.set(accept, found);
  return found.encoding;
};

const brotliElsewhere = promisify(brotliCompress);
const gzipElsewhere = promisify(gzip);

export const compressed = (bytes: Buffer, encoding: Encoding): Buffer | Promise<Buffer> => {
  if (bytes.length >= compressHereBelowBytes) {
    return encoding === 'br' ? brotliElsewhere(bytes, brotliOptions) : gzipElsewhere(bytes);
  }
  return encoding === 'br' ? brotliCompressSync(bytes, brotliOptions) : gzipSync(bytes);
};

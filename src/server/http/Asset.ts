import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

type Encoding = 'br' | 'gzip' | 'identity';

/** The smallest first. */
const preferred = ['br', 'gzip'] as const;

/** How a text is compressed: once, so the quality may cost some time. */
const encoders: Readonly<Record<Encoding, (text: string) => Promise<Buffer>>> = {
  br: (text) =>
    promisify(brotliCompress)(text, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
    }),
  gzip: promisify<string, Buffer>(gzip),
  identity: (text) => Promise.resolve(Buffer.from(text)),
};

/** A file that a page loads. Its name changes with its content, so that browsers and proxies may keep it for good. */
export class Asset {
  /** With the hash of the content in it, such as `app.5dfm3kQ0aZ.js`. */
  readonly fileName: string;
  private readonly encoded = new Map<Encoding, Promise<Buffer>>();

  constructor(
    name: string,
    extension: string,
    private readonly type: string,
    private readonly text: string,
  ) {
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 10);
    this.fileName = `${name}.${hash}.${extension}`;
  }

  async send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const accepted = new Negotiator(request.raw).encodings();
    const encoding = preferred.find((each) => accepted.includes(each)) ?? 'identity';
    const body = this.encoded.get(encoding) ?? encoders[encoding](this.text);
    this.encoded.set(encoding, body);
    void reply.headers({
      'content-type': `${this.type}; charset=utf-8`,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    });
    return reply.send(await body);
  }
}

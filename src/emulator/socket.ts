import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from './reply';

/** Reads a request's body; undefined, and the rest thrown away, once it is larger than `maxBytes`. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    // A client that goes on sending much more than is taken will not listen to an answer either.
    if (size > 4 * maxBytes) break;
  }
  return size > maxBytes ? undefined : Buffer.concat(chunks);
}

/** Sends a reply, as well or badly as it asks to be delivered. Its date is what the clock of the emulator says. */
export function send(reply: Reply, response: ServerResponse, now: number): void {
  response.setHeader('date', new Date(now).toUTCString());
  switch (reply.delivery) {
    case 'never':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'whole':
      response.writeHead(reply.status, headersOf(reply)).end(reply.body);
      return;
    case 'resetInBody': {
      const body = Buffer.from(reply.body, 'utf8');
      response.writeHead(reply.status, headersOf(reply));
      response.write(body.subarray(0, Math.ceil(body.length / 2)), () => {
        // The next turn, so that the first half is on its way before the reset overtakes it.
        setImmediate(() => response.socket?.resetAndDestroy());
      });
    }
  }
}

const headersOf = ({ headers, body }: Reply): Record<string, string | number> => ({
  ...headers,
  'content-length': Buffer.byteLength(body, 'utf8'),
});

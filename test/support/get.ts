import { get as send } from 'node:http';
import type { IncomingHttpHeaders, RequestOptions } from 'node:http';

/** An answer over HTTP. */
export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Gets a page over plain HTTP, on a connection that ends with it. */
export const get = (url: string, options: Pick<RequestOptions, 'headers' | 'method'> = {}): Promise<Got> =>
  new Promise((resolve, reject) => {
    send(url, { agent: false, ...options }, (response) => {
      let text = '';
      response
        .setEncoding('utf8')
        .on('data', (chunk: string) => {
          text += chunk;
        })
        .on('error', reject)
        .on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
    }).on('error', reject);
  });

import type autocannon from 'autocannon';

/** What a client of autocannon has besides its types. */
interface Internals extends autocannon.Client {
  _doRequest?: () => void;
  _resetConnection(): void;
}

/**
 * Makes a client of autocannon heed `Connection: close`, as any other client does: it sends the next request on a new
 * connection. Otherwise it goes on with the old one, and the server refuses.
 */
export const reconnectOnClose = (client: autocannon.Client): void => {
  const internals = client as Internals;
  client.on('headers', (message) => {
    // In spite of the types: names and values by turns.
    const { headers } = message as unknown as { readonly headers: readonly string[] };
    const at = headers.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === 'connection');
    if (at < 0 || headers[at + 1]?.toLowerCase() !== 'close') return;
    internals._doRequest = () => {
      // Opening the connection calls the method of the class again.
      delete internals._doRequest;
      internals._resetConnection();
    };
  });
};

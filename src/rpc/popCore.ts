// Its RPC half alone: the other one loads a parser and a writer of XML.
import RPCClient from '@alicloud/pop-core/lib/rpc';

/** What the gateway uses of pop-core's client, which its published types omit. */
interface SuccessCodes {
  /** Values of `Code` in a response that mean success. */
  readonly codes: ReadonlySet<unknown>;
}

/**
 * Creates pop-core's client of one product: it checks endpoint and version, and knows the codes that mean success.
 *
 * Its own `request` is never used. It cannot be aborted, ignores the HTTP status, reads bodies of any size, returns long
 * numbers as objects, and puts signed URLs into its errors. `RpcTransport` sends the same bytes.
 *
 * @throws Error if pop-core rejects the endpoint or version.
 */
export const popCoreClient = (endpoint: string, apiVersion: string): SuccessCodes => {
  // Placeholders: pop-core requires keys, and the gateway's come with each call.
  const client: unknown = new RPCClient({ endpoint, apiVersion, accessKeyId: 'unused', accessKeySecret: 'unused' });
  return client as SuccessCodes;
};

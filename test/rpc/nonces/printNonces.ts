import { Dispatcher } from 'undici';
import { GetCallerIdentity } from '../../../src/operations';
import { HttpPools } from '../../../src/rpc/http';
import { RpcTransport } from '../../../src/rpc/transport';

/** Prints the nonces of so many attempts, a line each. The attempts are signed, and end before they leave the process. */

const nonces: string[] = [];

class Recorder extends Dispatcher {
  override dispatch({ body }: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    nonces.push(new URLSearchParams(typeof body === 'string' ? body : '').get('SignatureNonce') ?? '');
    handler.onResponseError?.({} as Dispatcher.DispatchController, new Error('not sent'));
    return true;
  }
}

const recorder = new Recorder();

class RecordingPools extends HttpPools {
  override poolOf(): Dispatcher {
    return recorder;
  }
}

const run = async (count: number): Promise<void> => {
  const { product } = GetCallerIdentity;
  const transport = new RpcTransport({ product, endpoint: 'http://127.0.0.1:1', pools: new RecordingPools() });
  const credentials = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
  for (let attempt = 0; attempt < count; attempt += 1) {
    await transport.send({}, { operation: GetCallerIdentity, credentials }).catch(() => undefined);
  }
  process.stdout.write(`${nonces.join('\n')}\n`);
};

void run(Number(process.argv[2]));

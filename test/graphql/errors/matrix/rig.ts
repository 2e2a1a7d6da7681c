import type { FaultProxy, LineFault } from '../../../support/faultProxy';
import { certificateFile, startFaultProxy } from '../../../support/faultProxy';
import { SimulatedTime } from '../../../support/simulatedTime';
import type { AnswerWithCost, GatewayOptions, TestGateway } from '../../../support/startGateway';
import { startGateway } from '../../../support/startGateway';
import { waitingTime } from '../../../support/waitingTime';

/** What differs from a gateway in the time of this machine, behind a line that can be broken. */
export interface RigOptions extends Pick<GatewayOptions, 'clockAheadMs' | 'sparing' | 'callers'> {
  /** Simulated time, and quotas as in production: for what waits. */
  readonly simulated?: boolean;
  /** The line speaks TLS with this certificate, and the gateway trusts that of another file. */
  readonly tls?: {
    readonly certificate: 'server' | 'expired' | 'otherHost';
    readonly trusts?: 'authority' | 'expired' | 'otherHost';
  };
}

/** A gateway, the line to its emulator, and the emulator. */
export interface Rig {
  readonly gateway: TestGateway;
  readonly line: FaultProxy;
  /** Sends a document. Time passes until its answer is there. */
  ask(document: string, signal?: AbortSignal): Promise<AnswerWithCost>;
  /** Milliseconds, of which only differences mean something. */
  now(): number;
  stop(): Promise<void>;
}

export const startRig = async ({ simulated = false, tls, ...options }: RigOptions = {}): Promise<Rig> => {
  const time = simulated ? new SimulatedTime() : undefined;
  let line: FaultProxy | undefined;
  const gateway = await startGateway({
    ...options,
    clock: time,
    quotas: simulated,
    caFile: tls?.trusts && certificateFile(tls.trusts),
    through: async (upstream) => {
      line = await startFaultProxy({ upstream, certificate: tls?.certificate });
      return line.url;
    },
  });
  if (line === undefined) throw new Error('The gateway never looked for its upstream.');
  const proxy = line;
  return {
    gateway,
    line: proxy,
    ask: (document, signal) => {
      const answer = gateway.ask(document, {}, {}, signal);
      return time === undefined ? answer : time.passUntil(gateway, answer);
    },
    now: () => (time ?? waitingTime).now(),
    stop: async () => {
      await proxy.down();
      await gateway.stop();
    },
  };
};

/** A whole response of other bytes. */
export const response = (
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): LineFault => {
  const bytes = Buffer.from(body);
  const lines = Object.entries({
    'content-type': 'application/json',
    ...headers,
    'content-length': String(bytes.length),
  });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return { kind: 'instead', of: () => Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Some\r\n${head}\r\n`), bytes]) };
};

/** The upstream's own response, with another body or other headers. */
export const changed = (change: (body: string, head: string) => { body?: string; head?: string }): LineFault => ({
  kind: 'instead',
  of: (whole) => {
    const text = whole.toString();
    const at = text.indexOf('\r\n\r\n');
    const given = { head: text.slice(0, at), body: text.slice(at + 4) };
    const { head, body } = { ...given, ...change(given.body, given.head) };
    return Buffer.from(
      `${head.replace(/content-length: \d+/i, `content-length: ${Buffer.byteLength(body)}`)}\r\n\r\n${body}`,
    );
  },
});

import type { FaultProxy, LineFault } from '../../../support/faultProxy';
import { certificateFile, startFaultProxy } from '../../../support/faultProxy';
import { SimulatedTime } from '../../../support/simulatedTime';
import type { AnswerWithCost, GatewayOptions, TestGateway } from '../../../support/startGateway';
import { startGateway } from '../../../support/startGateway';
import { waitingTime } from '../../../support/waitingTime';

/** What differs from a gateway in the time of this machine, behind a line that can be broken. */
export interface RigOptions extends Pick<
  GatewayOptions,
  'clockAheadMs' | 'sparing' | 'callers' | 'world' | 'quotas' | 'reconcilePausesMs' | 'readings' | 'ledger' | 'auditLog'
> {
  /** Simulated time, and quotas as in production: for what waits. */
  readonly simulated?: boolean;
  /** The most that simulated time moves at once, milliseconds. */
  readonly longestStepMs?: number;
  /** Where the gateway looks for its upstream. Default: the line to the emulator. */
  readonly upstreamUrl?: string;
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
  /** Lets so many milliseconds pass. */
  pass(ms: number): Promise<void>;
  /** Milliseconds, of which only differences mean something. */
  now(): number;
  stop(): Promise<void>;
}

export const startRig = async ({
  simulated = false,
  longestStepMs,
  upstreamUrl,
  tls,
  ...options
}: RigOptions = {}): Promise<Rig> => {
  const time = simulated ? new SimulatedTime(undefined, undefined, longestStepMs) : undefined;
  let line: FaultProxy | undefined;
  const gateway = await startGateway({
    quotas: simulated,
    ...options,
    clock: time,
    caFile: tls?.trusts && certificateFile(tls.trusts),
    through: async (upstream) => {
      line = await startFaultProxy({ upstream, certificate: tls?.certificate });
      return upstreamUrl ?? line.url;
    },
  });
  if (line === undefined) throw new Error('The gateway never looked for its upstream.');
  const proxy = line;
  return {
    gateway,
    line: proxy,
    ask: (document, signal) => {
      const answer = gateway.ask(document, {}, {}, signal);
      return time === undefined ? answer : time.passUntil(answer);
    },
    pass: (ms) => (time === undefined ? waitingTime.sleep(ms) : time.passUntil(time.sleep(ms))),
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

/** The kinds of alarms in the log from a line on. */
export const alarmsOf = ({ gateway }: Rig, from: number): ReadonlySet<string> =>
  new Set(gateway.log.slice(from).flatMap((line) => (JSON.parse(line) as { alarm?: string }).alarm ?? []));

/** A host name that no resolver knows: its first label is too long for one. */
export const nowhere = `http://${'n'.repeat(64)}.invalid`;

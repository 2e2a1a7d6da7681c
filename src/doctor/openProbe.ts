import type { Operation } from '../operations/operation';
import type { Clock } from '../rpc/clock';
import type { CredentialsSource } from '../rpc/credentials/credentials';
import { endpointOf } from '../rpc/endpoints';
import type { HttpAnswer } from '../rpc/exchange';
import type { Settings } from '../settings';
import { alibabaCloudUpstream, emulatorUpstream } from '../upstream';
import type { Upstream } from '../upstream';
import { Probe } from './Probe';

export interface ProbeAccess {
  readonly settings: Settings;
  /** Where the emulator is that was started for the examination. */
  readonly emulatorUrl?: string;
  /** For `alibaba-cloud`. Default: the default chain. */
  readonly credentials?: CredentialsSource;
  /** How deadlines and pauses see time. Defaults to the clock of the machine. */
  readonly clock?: Clock;
  /** Decides how long a pause between two attempts is. Defaults to `Math.random`. */
  readonly random?: () => number;
  /** Default: the clock of the machine. */
  readonly wallTime?: () => number;
  /** Receives every answer as it came: nothing of it may be kept as it is. */
  readonly onAnswer?: (operation: Operation, answer: HttpAnswer) => void;
}

/** A probe with a connection to its upstream. */
export interface OpenProbe {
  readonly probe: Probe;
  close(): Promise<void>;
}

/** @throws if the settings name certificates that cannot be read, in a sentence for operators. */
export function openProbe({ settings, wallTime = Date.now, onAnswer, ...access }: ProbeAccess): OpenProbe {
  const emulatorUrl = access.emulatorUrl ?? settings.emulatorUrl ?? '';
  let clockSkewMs: number | undefined;

  const watch = (operation: Operation, answer: HttpAnswer): void => {
    const told = Date.parse(answer.headers.date ?? '');
    // The header counts whole seconds: on average the upstream is half of one further.
    if (!Number.isNaN(told)) clockSkewMs = told + 500 - wallTime();
    onAnswer?.(operation, answer);
  };

  // Nothing is cached and no circuit opens: the upstream itself has to answer each request.
  const { clock, random } = access;
  const options = { ...settings, cacheMaxBytes: 0, sparing: false, clock, random, wallTime, onAnswer: watch };
  const upstream: Upstream =
    settings.upstream === 'alibaba-cloud'
      ? alibabaCloudUpstream({ ...options, credentials: access.credentials })
      : emulatorUpstream({
          ...options,
          url: emulatorUrl,
          accessKeyId: settings.emulatorAccessKeyId,
          accessKeySecret: settings.emulatorAccessKeySecret,
        });

  const probe = new Probe({
    settings,
    rpc: upstream.rpc,
    wallTime,
    clockSkewMs: () => clockSkewMs,
    endpointOf: (product) =>
      settings.upstream === 'emulator'
        ? emulatorUrl
        : endpointOf(product, { site: settings.site, ...settings.network }),
  });
  return { probe, close: () => upstream.rpc.close() };
}

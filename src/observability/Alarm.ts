import type { Logger } from 'pino';

/** The kinds of {@link Alarm}. */
export const alarmKinds = [
  'CERTIFICATE',
  'SIGNATURE',
  'NONCE_USED',
  'CLOCK',
  'CIRCUIT_OPENED',
  'CIRCUIT_CLOSED',
] as const;

/**
 * Something about the upstream that an operator has to look at.
 *
 * | kind | meaning |
 * | --- | --- |
 * | `CERTIFICATE` | the certificate of the upstream is not valid |
 * | `SIGNATURE` | the upstream refuses our signatures |
 * | `NONCE_USED` | a copy of a write has reached the upstream: something on the way repeats requests |
 * | `CLOCK` | the clock of this machine is wrong |
 * | `CIRCUIT_OPENED` | a product has failed so often that calls are refused for a while |
 * | `CIRCUIT_CLOSED` | it is called again |
 */
export interface Alarm {
  readonly kind: (typeof alarmKinds)[number];
  /** The product's code as the upstream spells it; omitted if it is about no single one. */
  readonly product?: string;
  readonly action?: string;
  readonly host?: string;
  /** The region of the product that was called, if each has a host. */
  readonly region?: string;
  /** A word of the system's or the upstream's, never a text of theirs. */
  readonly detail?: string;
  /** How far the upstream's clock is ahead of ours. */
  readonly skewMs?: number;
  /** How long calls are refused. */
  readonly openMs?: number;
}

export type AlarmObserver = (alarm: Alarm) => void;

const messages: Readonly<Record<Alarm['kind'], string>> = {
  CERTIFICATE: 'the certificate of the upstream is not valid',
  SIGNATURE: 'the upstream refuses the signatures of the gateway',
  NONCE_USED: 'a copy of a write reached the upstream before the write itself',
  CLOCK: 'the clock of this machine differs from the clock of the upstream',
  CIRCUIT_OPENED: 'the upstream has failed repeatedly and is not called for a while',
  CIRCUIT_CLOSED: 'the upstream answers and is called again',
};

/** Logs alarms as errors; and as information that one is over. */
export const logAlarms =
  (logger: Logger): AlarmObserver =>
  ({ kind, ...about }) => {
    logger[kind === 'CIRCUIT_CLOSED' ? 'info' : 'error']({ alarm: kind, ...about }, messages[kind]);
  };

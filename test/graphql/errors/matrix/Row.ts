import type { FaultRuleInput } from '../../../../src/emulator';
import type { LineFault } from '../../../support/faultProxy';
import type { Rig, RigOptions } from './rig';

/** How the answer to one document ends, and what the upstream saw of it. */
export interface Outcome {
  /** The data of a healthy upstream, or this. Omitted: the field is null, and there is an error. */
  readonly data?: 'AS EVER' | Readonly<Record<string, unknown>>;
  readonly code?: string;
  readonly retryable?: boolean;
  /** Between these milliseconds. */
  readonly retryAfterMs?: readonly [least: number, most: number];
  /** How many calls of the row's action the emulator saw; or between how many. */
  readonly calls: number | readonly [least: number, most: number];
  /** How many connections were opened to the upstream. Default: it does not matter. */
  readonly connections?: number;
  /** Between these milliseconds of the gateway's clock. */
  readonly tookMs?: readonly [least: number, most: number];
  /** What operators see in the log. Default: no alarm. */
  readonly alarm?: string;
  /** Whether every connection to the upstream is closed in the end. */
  readonly closes?: boolean;
}

/** One row of the fault matrix: a fault, and how a read ends that meets it. */
export interface Row {
  readonly row: number;
  readonly fault: string;
  /** Default: a gateway that all rows share whose name this is. */
  readonly rig?: 'direct' | 'simulated' | RigOptions;
  readonly rules?: readonly FaultRuleInput[];
  readonly line?: LineFault;
  /** So many connections are hit by `line`. Default: all. */
  readonly times?: number;
  /** Whatever else has to be so before. */
  arrange?(rig: Rig): Promise<void>;
  /** Default: the recorder. */
  readonly document?: string;
  /** Whose calls are counted. Default: that of the recorder. */
  readonly action?: string;
  readonly read: Outcome;
}

import type { AlarmObserver } from '../observability/Alarm';
import { parseHttpDate } from './retryAfter';

/** Less than this is not corrected: the upstream accepts a quarter of an hour, and dates have whole seconds. */
const correctedAboveMs = 5000;
/** More than this is an alarm: the clock of this machine is not kept. */
const alarmedAboveMs = 60_000;
/** More than this is not believed: something else than the upstream has written the date. */
const ignoredAboveMs = 24 * 3_600_000;

/** One exchange, by our own clock. Milliseconds since the epoch. */
export interface Exchanged {
  readonly sentAt: number;
  readonly receivedAt: number;
}

/** How far the clock of one host is ahead of ours, as the dates of its responses say. */
export class ClockSkew {
  /** What has to be added to our time to get the host's. Milliseconds. */
  correctionMs = 0;

  constructor(
    private readonly host: string,
    private readonly onAlarm: AlarmObserver,
  ) {}

  /** @param date the `Date` header of a response. */
  measure(date: string | undefined, { sentAt, receivedAt }: Exchanged): void {
    const seconds = parseHttpDate(date);
    if (seconds === undefined) return;
    // The date is cut to seconds, and was written at some moment of the exchange.
    const skewMs = Math.round(seconds + 500 - (sentAt + receivedAt) / 2);
    const surelyMs = Math.abs(skewMs) - (receivedAt - sentAt) / 2;
    if (surelyMs > ignoredAboveMs) return;
    this.correctionMs = surelyMs > correctedAboveMs ? skewMs : 0;
    if (surelyMs > alarmedAboveMs) this.onAlarm({ kind: 'CLOCK', host: this.host, skewMs });
  }
}

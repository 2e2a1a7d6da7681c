import type { AlarmObserver } from '../Alarm';
import type { Metrics } from './Metrics';

/** Counts alarms, and passes them on. */
export const countAlarms =
  (metrics: Metrics | undefined, next: AlarmObserver): AlarmObserver =>
  (alarm) => {
    metrics?.count('alarms', { kind: alarm.kind });
    next(alarm);
  };

import type { Readings } from '../../emulator';
import type { Probe } from '../Probe';
import type { ShapeRecord } from './ShapeRecord';

/** What the answers say about one point; undefined: this account gives no occasion to tell. */
export type Settle<K extends keyof Readings> = (
  probe: Probe,
  record: ShapeRecord,
) => Promise<Readings[K] | typeof neither | undefined>;

/** The upstream does something that no reading foresees. */
export const neither = 'neither';

import type { Readings } from '../../emulator';
import type { RpcError } from '../../errors/RpcError';
import type { Probe } from '../Probe';
import type { ShapeRecord } from './ShapeRecord';

/** What the answers say about one point. Undefined if the data of this account does not decide it. */
export type Settle<K extends keyof Readings> = (
  probe: Probe,
  record: ShapeRecord,
) => Promise<Readings[K] | typeof neither | undefined>;

/** The upstream does something that no reading foresees. */
export const neither = 'neither';

/** Refusals that do not depend on the request. */
export const isRefusalOfAll = ({ code, family }: RpcError): boolean =>
  code === undefined || family === 'PERMISSION' || family === 'NOT_ACTIVATED';

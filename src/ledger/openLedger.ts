import type { LedgerSettings } from '../settings';
import { MemoryLedger } from './MemoryLedger';
import { openFileLedger } from './openFileLedger';

/** The ledger that the settings name. @throws if its file cannot be used. */
export const openLedger = async ({ place, keptMs }: LedgerSettings): Promise<MemoryLedger> =>
  place.kind === 'file'
    ? openFileLedger(place.path, { keptMs, now: Date.now })
    : new MemoryLedger({ keptMs, now: Date.now });

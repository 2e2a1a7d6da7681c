import type { LedgerSettings } from '../settings';
import { MemoryLedger } from './MemoryLedger';
import { openFileLedger } from './openFileLedger';

/** The ledger that the settings name. @throws an error in words for operators if its file cannot be used. */
export const openLedger = async ({ place, keptMs }: LedgerSettings): Promise<MemoryLedger> => {
  const options = { keptMs, now: Date.now };
  if (place.kind === 'memory') return new MemoryLedger(options);
  try {
    return await openFileLedger(place.path, options);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // An error of the system speaks of ports elsewhere.
    if (code === undefined) throw error;
    throw new Error(`LEDGER names the file ${place.path}, which cannot be used: ${message}.`, { cause: error });
  }
};

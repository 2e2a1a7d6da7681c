import type { RedisClient } from '../redis/RedisClient';
import type { LedgerSettings } from '../settings';
import type { LedgerPlace } from '../settings/ledger';
import { MemoryLedger } from './MemoryLedger';
import { RedisLedger } from './RedisLedger';
import { openFileLedger } from './openFileLedger';

/** The ledger that the settings name. @throws an error in words for operators if its file cannot be used. */
export const openLedger = async (
  { place: given, keptMs }: LedgerSettings,
  redis: RedisClient | undefined,
): Promise<MemoryLedger | RedisLedger> => {
  const place: LedgerPlace = given ?? { kind: redis === undefined ? 'memory' : 'redis' };
  const options = { keptMs, now: Date.now };
  if (place.kind === 'memory') return new MemoryLedger(options);
  if (place.kind === 'redis') {
    if (redis === undefined) throw new TypeError('Expected a Redis for the ledger.');
    return new RedisLedger({ redis, keptMs });
  }
  try {
    return await openFileLedger(place.path, options);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // An error of the system speaks of ports elsewhere.
    if (code === undefined) throw error;
    throw new Error(`LEDGER names the file ${place.path}, which cannot be used: ${message}.`, { cause: error });
  }
};

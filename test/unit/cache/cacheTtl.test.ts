import { cacheTtlMs } from '../../../src/cache/cacheTtl';
import {
  GetCallerIdentity,
  GetResourceConfigurationTimeline,
  GetSupportedResourceTypes,
  InitResourceDirectory,
  ListAccounts,
} from '../../../src/operations';

const now = Date.parse('2026-06-30T08:00:00Z');
const minutesAgo = (minutes: number) => ({ EndTime: String(now - minutes * 60_000) });

it.each([
  [ListAccounts, {}, 60_000],
  [GetSupportedResourceTypes, {}, 3_600_000],
  [GetCallerIdentity, {}, 0],
  [InitResourceDirectory, {}, 0],
  [GetResourceConfigurationTimeline, {}, 5000],
  [GetResourceConfigurationTimeline, minutesAgo(0), 5000],
  [GetResourceConfigurationTimeline, minutesAgo(20), 5000],
  [GetResourceConfigurationTimeline, { EndTime: String(now - 20 * 60_000 - 1) }, 3_600_000],
  [GetResourceConfigurationTimeline, { EndTime: 'never' }, 5000],
])(
  'is the time of the operation, and a long one for a time range that is closed',
  async (operation, parameters, ms) => {
    expect(await cacheTtlMs(operation, parameters, () => now)).toBe(ms);
  },
);

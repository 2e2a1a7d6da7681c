import type { Check } from '../Check';
import { ok, problem, skipped } from '../Finding';
import { identityOf } from '../reads';

/** Signatures are refused from 15 minutes on; a minute already says that nobody keeps the clock. */
const toleranceMs = 60_000;

/** The `Date` header of an answer against the clock of this machine. */
export const clockCheck: Check = {
  name: 'clock',
  about: 'this machine’s clock against the upstream’s',
  run: async (probe) => {
    await identityOf(probe);
    const skewMs = probe.clockSkewMs();
    if (skewMs === undefined)
      return [skipped('The upstream returned no time: its responses, if any, have no Date header.')];
    const seconds = Math.round(Math.abs(skewMs) / 1000);
    if (Math.abs(skewMs) <= toleranceMs) return [ok(`The clock is right within a minute (off by ${seconds} s).`)];
    return [
      problem(
        `The clock of this machine is ${seconds} s ${skewMs > 0 ? 'behind' : 'ahead of'} the upstream’s. The gateway corrects its calls for up to a day, but logs and certificates have the wrong time.`,
        'Set the clock and keep it right with NTP (timedatectl set-ntp true).',
      ),
    ];
  },
};

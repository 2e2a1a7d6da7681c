import type { Check } from '../Check';
import type { Finding } from '../Finding';
import { ok, skipped } from '../Finding';
import { diagnose, isDenied } from '../diagnose';
import { everyRead } from '../everyRead';
import { identityOf, standingOf } from '../reads';

/** Which reads RAM denies: every one is asked once. */
export const rightsCheck: Check = {
  name: 'rights',
  about: 'the RAM action of every read',
  run: async (patient) => {
    if (!(await identityOf(patient)).answer) return [skipped('Who is asking is not known: see credentials.')];
    await everyRead(patient);
    const standing = await standingOf(patient);
    const mayReadDirectory = standing === 'management' || standing === 'delegated';
    const outcomes = patient.outcomes().filter(({ accountId }) => accountId === undefined);
    const denied = new Map<string, Finding>();
    for (const { operation, outcome } of outcomes) {
      if (!outcome.error || !isDenied(outcome.error)) continue;
      // A plain member is denied these for what it is, which the directory's check tells.
      if (operation.product.service === 'resource-manager' && !mayReadDirectory) continue;
      denied.set(operation.action, diagnose(operation, outcome.error, patient));
    }
    const asked = new Set(outcomes.map(({ operation }) => operation.action)).size;
    if (denied.size > 0) return [...denied.values()];
    return [ok(`RAM denies none of the ${asked} reads that could be asked.`)];
  },
};

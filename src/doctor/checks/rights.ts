import { LookupEvents } from '../../operations';
import { ActionTrail } from '../../operations/actiontrail/product';
import type { Operation } from '../../operations/operation';
import { operationsFor } from '../../ram/duties';
import type { Check } from '../Check';
import type { Finding } from '../Finding';
import { ok, skipped } from '../Finding';
import type { Probe } from '../Probe';
import { diagnose, isDenied, isOfRole } from '../diagnose';
import { everyRead } from '../everyRead';
import { identityOf, recorderOperation, standingOf } from '../reads';

/** Of ActionTrail the gateway calls one operation, and none if it does not look up who made changes. */
const isCalled = (operation: Operation, { settings }: Probe): boolean =>
  operation.product !== ActionTrail || (operation === LookupEvents && settings.attribution.isOn);

/**
 * Checks which reads RAM denies. Sends each read once, including those of a version of Cloud Config that the gateway
 * does not call.
 */
export const rightsCheck: Check = {
  name: 'rights',
  about: 'the RAM action of every read',
  run: async (probe) => {
    if (!(await identityOf(probe)).answer) return [skipped('The caller is unknown: see credentials.')];
    await everyRead(probe);
    const standing = await standingOf(probe);
    const mayReadDirectory = standing === 'management' || standing === 'delegated';
    const outcomes = probe.outcomes().filter(({ accountId }) => accountId === undefined);
    const called = new Set(
      operationsFor(recorderOperation(probe).product.version).filter((each) => isCalled(each, probe)),
    );
    const denied = new Map<string, Finding>();
    const roles = new Map<string, Finding>();
    const spared = new Set<string>();
    for (const { operation, outcome } of outcomes) {
      if (!outcome.error) continue;
      if (isOfRole(operation, outcome.error)) {
        const finding = diagnose(operation, outcome.error, probe);
        roles.set(finding.message, finding);
        continue;
      }
      if (!isDenied(outcome.error)) continue;
      // A plain member is always denied these. The check of the directory reports that.
      if (operation.product.service === 'resource-manager' && !mayReadDirectory) continue;
      if (called.has(operation)) denied.set(operation.action, diagnose(operation, outcome.error, probe));
      else spared.add(operation.action);
    }
    if (denied.size + roles.size > 0) return [...roles.values(), ...denied.values()];
    const asked = new Set(outcomes.map(({ operation }) => operation)).size;
    if (spared.size === 0) return [ok(`RAM denies none of the ${asked} reads that could be tried.`)];
    const others = [...spared].sort().join(', ');
    return [
      ok(
        `RAM denies ${spared.size} of the ${asked} reads that could be tried, but none that the gateway calls: ${others}.`,
      ),
    ];
  },
};

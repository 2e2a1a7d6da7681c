import {
  DescribeRegions,
  GetCallerIdentity,
  GetResourceDirectory,
  ListAccountFactoryBaselines,
} from '../../operations';
import type { Operation, Quota } from '../../operations/operation';
import type { Check } from '../Check';
import type { Finding } from '../Finding';
import { ok, skipped } from '../Finding';
import type { Outcome, Probe } from '../Probe';
import { diagnose, isOfRole, unreachable } from '../diagnose';
import { baselinesOf, directoryOf, identityOf, recorderOf, recorderOperation } from '../reads';

/** One cheap read for each product. */
const firstReads: readonly {
  readonly operation: (probe: Probe) => Operation;
  readonly ask: (probe: Probe) => Promise<Outcome<unknown>>;
  /** Whether the gateway calls it by these settings. Default: always. */
  readonly isCalled?: (probe: Probe) => boolean;
}[] = [
  { operation: () => GetCallerIdentity, ask: identityOf },
  { operation: recorderOperation, ask: (probe) => recorderOf(probe) },
  { operation: () => GetResourceDirectory, ask: directoryOf },
  { operation: () => ListAccountFactoryBaselines, ask: baselinesOf },
  {
    operation: () => DescribeRegions,
    ask: (probe) => probe.read(DescribeRegions, {}),
    isCalled: ({ settings }) => settings.attribution.isOn,
  },
];

const inWords = (quota: Quota): string =>
  quota === 'unknown' ? 'quota not published' : `quota ${quota.calls} calls in ${quota.windowSeconds} s`;

/** Failures that say nothing against the product: it was reached, and what it refuses is the matter of other checks. */
const reached: ReadonlySet<string> = new Set(['CLIENT', 'AUTH']);

/** Whether each product answers at its host. */
export const productsCheck: Check = {
  name: 'products',
  about: 'whether each product responds, and its quota',
  run: async (probe) => {
    const findings: Finding[] = [];
    const unreached = new Map<string, Set<string>>();
    for (const { operation: operationFor, ask, isCalled } of firstReads) {
      if (isCalled?.(probe) === false) continue;
      const operation = operationFor(probe);
      const { error, durationMs } = await ask(probe);
      const { product, action, quota } = operation;
      const host = new URL(probe.endpointOf(product)).host;
      if (error?.kind === 'CREDENTIALS') findings.push(skipped(`${product.code} was not called: no credentials.`));
      else if (error?.kind === 'NOT_SENT') {
        const { detail = '' } = error;
        unreached.set(detail, (unreached.get(detail) ?? new Set()).add(host));
      } else if (error && isOfRole(operation, error)) {
        findings.push(skipped(`${product.code} was not called: the role for it cannot be assumed.`));
      } else if (error && !reached.has(error.kind)) findings.push(diagnose(operation, error, probe));
      else {
        const refusal = error?.code === undefined ? '' : `, though it refuses ${action} (${error.code})`;
        findings.push(
          ok(
            `${product.code} ${product.version} answers at ${host} in ${Math.round(durationMs)} ms${refusal}; ${action}: ${inWords(quota)}.`,
          ),
        );
      }
    }
    for (const [detail, hosts] of unreached) findings.push(unreachable([...hosts], detail, probe));
    return findings;
  },
};

import { catalogue } from '../operations';
import type { Operation } from '../operations/operation';
import type { Probe } from './Probe';
import { longestPage } from './reads';
import { requests } from './requests';

/**
 * Sends every read of the catalogue once, with parameters from earlier answers. Omits a read if no answer has what it
 * needs (without a directory, there is no folder to read).
 */
export async function everyRead(probe: Probe): Promise<void> {
  for (const [name, operation] of Object.entries<Operation>(catalogue)) {
    if (operation.kind !== 'read') continue;
    const build = (requests as Readonly<Record<string, (of: Probe) => unknown>>)[name];
    const request = build === undefined ? {} : await build(probe);
    if (request !== undefined) await probe.read(operation, { ...longestPage(operation), ...(request as object) });
  }
}

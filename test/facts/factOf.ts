import type { Operation } from '../../src/operations/operation';
import type { FactFile, FactOperation } from './load';
import { loadFacts } from './load';

const facts = loadFacts();

/** The fact file of an operation's product, in its version. */
export function factFileOf({ product }: Operation): FactFile {
  const file = facts.find(({ product: code, version }) => code === product.code && version === product.version);
  if (!file) throw new Error(`No fact file for ${product.code} ${product.version}.`);
  return file;
}

/** What the fact files say about an operation. */
export function factOf(operation: Operation): FactOperation {
  const fact = factFileOf(operation).operations[operation.action];
  if (!fact) throw new Error(`No facts about ${operation.product.code} ${operation.action}.`);
  return fact;
}

import * as described from './catalogue';
import type { Operation } from './operation';

export * from './catalogue';

/** By service, version and action: runtimes do not agree on the order of a module's exports. */
const orderOf = ({ product, action }: Operation): string => [product.service, product.version, action].join(' ');

const inOrder = Object.entries<Operation>(described).sort(([, a], [, b]) => (orderOf(a) < orderOf(b) ? -1 : 1));

/** Every operation of the catalogue by its name, in the order of {@link operations}. */
export const catalogue = Object.fromEntries(inOrder) as unknown as typeof described;

/** The catalogue as a list, without the types of the single operations. */
export const operations: readonly Operation[] = inOrder.map(([, operation]) => operation);

import { catalogue } from '../operations';
import type { Operation, Product } from '../operations/operation';
import { missing, refuse } from './gatewayErrors';
import type { WireParameters } from './wireParameters';

/** An operation, and the name under which the catalogue and the handlers know it. */
export interface Route {
  readonly name: keyof typeof catalogue;
  readonly operation: Operation;
}

const routes = new Map<string, Route>();
const products = new Map<string, Product>();
for (const [name, operation] of Object.entries(catalogue) as [keyof typeof catalogue, Operation][]) {
  routes.set(`${operation.product.version} ${operation.action}`, { name, operation });
  products.set(operation.product.version, operation.product);
}

/** The product that a request speaks to: all share one port here, so the version decides. */
export const productOf = (parameters: WireParameters): Product | undefined =>
  products.get(parameters.get('Version') ?? '');

/** The operation of `Version` and `Action`, if the request may use its method. @throws Refusal */
export function routeOf(method: string, parameters: WireParameters): Route {
  for (const name of ['Version', 'Action']) {
    if ((parameters.get(name) ?? '') === '') throw missing(name);
  }
  const version = parameters.get('Version') ?? '';
  if (!products.has(version)) throw refuse('InvalidVersion');
  const route = routes.get(`${version} ${parameters.get('Action') ?? ''}`);
  if (!route) throw refuse('InvalidAction.NotFound');
  if (!route.operation.methods.some((listed) => listed === method)) throw refuse('UnsupportedHTTPMethod');
  return route;
}

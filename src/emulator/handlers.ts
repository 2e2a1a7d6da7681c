import { catalogue } from '../operations';
import type { Operation } from '../operations/operation';
import { Refusal } from './Refusal';
import { trailHandlers } from './actiontrail/handlers';
import { trailRefusal } from './actiontrail/productErrors';
import { cloudConfig2020Handlers } from './cloud-config/2020-09-07/handlers';
import { cloudConfigHandlers } from './cloud-config/handlers';
import { governanceHandlers } from './governance/handlers';
import type { HandlerContext, Handlers } from './handler';
import { BusinessError } from './handler';
import { resourceManagerHandlers } from './resource-manager/handlers';
import { stsHandlers } from './sts/handlers';

const byName: Handlers = {
  ...cloudConfigHandlers,
  ...cloudConfig2020Handlers,
  ...resourceManagerHandlers,
  ...governanceHandlers,
  ...stsHandlers,
  ...trailHandlers,
};

/**
 * What answers each operation. Before its own handler looks at the request, the product must be up, and RAM must let
 * the caller take the action.
 */
export const handlers: Handlers = Object.fromEntries(
  Object.entries(byName).map(([name, handle]: [string, Handle]) => {
    const operation: Operation = catalogue[name as keyof typeof catalogue];
    const guarded: Handle = (request, context) => {
      const world = context.world.forRequest();
      assertUp(operation, context);
      assertPermitted(operation, context);
      // A world that keeps nothing has no effects to note.
      return handle(request, world === context.world ? context : { ...context, world, effect: () => undefined });
    };
    return [name, guarded];
  }),
) as unknown as Handlers;

/** A handler without the types of its operation: a guard is the same for all. */
type Handle = (request: never, context: HandlerContext) => object;

function assertUp({ product, errors }: Operation, { world }: HandlerContext): void {
  if (!world.isDown(product.code)) return;
  // Resource Management documents neither code for itself; the gateway's own then stands in.
  throw new BusinessError('InternalError' in errors ? 'InternalError' : 'ServiceUnavailable');
}

function assertPermitted({ ram, errors, product }: Operation, { world, caller }: HandlerContext): void {
  if (ram === 'none') return;
  if (world.permits(caller.principalId, ram.action) && caller.may?.(ram.action) !== false) return;
  if ('NoPermission' in errors) throw new BusinessError('NoPermission');
  if (product.service === 'actiontrail') throw trailRefusal('NoPermission');
  throw new Refusal(
    'Forbidden.RAM',
    403,
    "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
  );
}

import { Extensions } from 'type-graphql';
import { isDryRun } from '../costs';

type Arguments = Readonly<Record<string, unknown>>;

/** Whether a mutation field with these arguments does something that nobody can undo. */
export type IsIrreversible = (args: Arguments) => boolean;

/**
 * Marks a mutation that cannot be undone: a document may have one. A dry run does nothing, so it is none.
 *
 * @param when the arguments that make it so. Defaults to any.
 */
export const Irreversible = (when: IsIrreversible = () => true): MethodDecorator => {
  const isIrreversible: IsIrreversible = (args) => !isDryRun(args) && when(args);
  return Extensions({ isIrreversible });
};

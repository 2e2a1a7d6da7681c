import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';
import { Kind, visit } from 'graphql';
import { UserError } from '../../errors/UserError';
import type { RequestLimits } from '../../settings';
import { settingOfLimit } from '../../settings';
import { measureValue } from './measureValue';

/** How often an operation uses each of its variables, fragments included. */
type Uses = ReadonlyMap<string, number>;

/** Kept as long as the parsed document is. */
const usesOf = new WeakMap<OperationDefinitionNode, Uses>();

/**
 * Checks the size of variables once more, counting each wherever it is used: the estimate and the execution read it there
 * again.
 *
 * @param document a valid one.
 * @throws UserError LIMIT_EXCEEDED
 */
export const checkVariableUses = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  { variableValues: most, variableDepth }: RequestLimits,
): void => {
  const uses = usesOf.get(operation) ?? countUses(document, operation);
  usesOf.set(operation, uses);
  if (uses.size === 0) return;
  let used = 0;
  for (const [name, value] of Object.entries(variables)) {
    used += (uses.get(name) ?? 0) * measureValue(value, variableDepth).values;
  }
  if (used > most) throw tooMany(most, used);
};

const countUses = (document: DocumentNode, operation: OperationDefinitionNode): Uses => {
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const ofFragments = new Map<string, Uses>();

  const inDefinition = (definition: FragmentDefinitionNode | OperationDefinitionNode): Uses => {
    const uses = new Map<string, number>();
    const add = (name: string, count: number): void => {
      uses.set(name, (uses.get(name) ?? 0) + count);
    };
    visit(definition, {
      VariableDefinition: () => false,
      Variable: ({ name }) => {
        add(name.value, 1);
      },
      FragmentSpread: ({ name }) => {
        for (const [variable, count] of inFragment(name.value)) add(variable, count);
      },
    });
    return uses;
  };

  const inFragment = (name: string): Uses => {
    const fragment = fragments.get(name);
    const uses = ofFragments.get(name) ?? (fragment === undefined ? new Map<string, number>() : inDefinition(fragment));
    ofFragments.set(name, uses);
    return uses;
  };

  return inDefinition(operation);
};

const tooMany = (most: number, came: number): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: `The variables must have at most ${most} values, counting a variable wherever it is used, but have ${came}. Use large variables in fewer fields, or split the request. ${settingOfLimit('variableValues')} raises the limit.`,
    zh: `变量最多可包含 ${most} 个值（变量按每次使用计算），但此请求有 ${came} 个。请减少大变量的使用次数或拆分请求。运维人员可通过 ${settingOfLimit('variableValues')} 提高上限。`,
  });

import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';
import { Kind, visit } from 'graphql';
import { UserError } from '../../errors/UserError';
import type { RequestLimits } from '../../settings';
import { settingOfLimit } from '../../settings';
import { measureValue } from './measureValue';

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
  const sizes = new Map(
    Object.entries(variables).map(([name, value]) => [name, measureValue(value, variableDepth).values]),
  );
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const ofFragments = new Map<string, number>();

  const ofDefinition = (definition: FragmentDefinitionNode | OperationDefinitionNode): number => {
    let used = 0;
    visit(definition, {
      VariableDefinition: () => false,
      Variable: ({ name }) => {
        used += sizes.get(name.value) ?? 0;
      },
      FragmentSpread: ({ name }) => {
        used += ofFragment(name.value);
      },
    });
    return used;
  };

  const ofFragment = (name: string): number => {
    const known = ofFragments.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    const used = fragment === undefined ? 0 : ofDefinition(fragment);
    ofFragments.set(name, used);
    return used;
  };

  const used = ofDefinition(operation);
  if (used > most) throw tooMany(most, used);
};

const tooMany = (most: number, came: number): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: `The variables must have at most ${most} values, counting a variable wherever it is used, but have ${came}. Use large variables in fewer fields, or split the request. ${settingOfLimit('variableValues')} raises the limit.`,
    zh: `变量最多可包含 ${most} 个值（变量按每次使用计算），但此请求有 ${came} 个。请减少大变量的使用次数或拆分请求。运维人员可通过 ${settingOfLimit('variableValues')} 提高上限。`,
  });

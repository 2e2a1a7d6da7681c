import type {
  DirectiveNode,
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import { Kind } from 'graphql';
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

const none: Uses = new Map();

const countUses = (document: DocumentNode, operation: OperationDefinitionNode): Uses => {
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.length === 0) return none;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const ofFragments = new Map<string, Uses>();

  const inDefinition = ({ directives, selectionSet }: FragmentDefinitionNode | OperationDefinitionNode): Uses => {
    const uses = new Map<string, number>();
    const add = (name: string, count: number): void => {
      uses.set(name, (uses.get(name) ?? 0) + count);
    };
    const inValue = (value: ValueNode): void => {
      if (value.kind === Kind.VARIABLE) add(value.name.value, 1);
      else if (value.kind === Kind.LIST) value.values.forEach(inValue);
      else if (value.kind === Kind.OBJECT) inArguments(value.fields);
    };
    const inArguments = (given: readonly { readonly value: ValueNode }[] = []): void => {
      for (const { value } of given) inValue(value);
    };
    const inDirectives = (given: readonly DirectiveNode[] = []): void => {
      for (const one of given) inArguments(one.arguments);
    };
    const inSelections = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        inDirectives(selection.directives);
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          for (const [variable, count] of inFragment(selection.name.value)) add(variable, count);
          continue;
        }
        if (selection.kind === Kind.FIELD) inArguments(selection.arguments);
        if (selection.selectionSet !== undefined) inSelections(selection.selectionSet);
      }
    };
    inDirectives(directives);
    inSelections(selectionSet);
    return uses;
  };

  const inFragment = (name: string): Uses => {
    const fragment = fragments.get(name);
    const uses = ofFragments.get(name) ?? (fragment === undefined ? none : inDefinition(fragment));
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

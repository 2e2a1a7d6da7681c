import type { ConstDirectiveNode, DocumentNode, TypeNode } from 'graphql';
import { Kind, parseConstValue, visit } from 'graphql';

/**
 * Makes free what has no price of its own, where the cost specification would count one: an object, an input object.
 * What is left are the prices that fields name: upstream calls.
 */
export const zeroCosts = (document: DocumentNode): DocumentNode => {
  const inputs = new Set(
    document.definitions
      .filter((definition) => definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
      .map(({ name }) => name.value),
  );
  const roots = new Set(['Query', 'Mutation']);

  return visit(document, {
    ObjectTypeDefinition: (type) => (roots.has(type.name.value) ? undefined : free(type)),
    // `@cost` may stand on an object type, but on no input type: each place of one carries it.
    InputValueDefinition: (value) => (inputs.has(namedType(value.type)) ? free(value) : undefined),
  });
};

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

const free = <N extends { readonly directives?: readonly ConstDirectiveNode[] }>(node: N): N | undefined => {
  const directives = node.directives ?? [];
  if (directives.some(({ name }) => name.value === 'cost')) return undefined;
  return { ...node, directives: [...directives, zero] };
};

const zero: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'cost' },
  arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'weight' }, value: parseConstValue('0') }],
};

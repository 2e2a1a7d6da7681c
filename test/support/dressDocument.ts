import type { DocumentNode, FieldNode, SelectionNode, ValueNode, VariableDefinitionNode } from 'graphql';
import { Kind, parse, parseType, print, valueFromASTUntyped, visit } from 'graphql';

/** A document with the variables that it needs. */
export interface DressedDocument {
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

/**
 * Writes a query as clients and routers do: arguments as variables, `__typename`, fragments that select the same twice,
 * `@skip` and `@include`. What it selects stays the same, except what a directive omits.
 *
 * @param random from 0 up to, not including, 1.
 */
export const dressDocument = (document: string, random: () => number): DressedDocument => {
  const chance = (probability: number): boolean => random() < probability;
  const variables: Record<string, unknown> = { on: true, off: false };
  const definitions: VariableDefinitionNode[] = [define('on', 'Boolean!'), define('off', 'Boolean!')];
  const used = new Set<string>();

  const toVariable = (type: string, value: ValueNode): ValueNode => {
    const name = `v${definitions.length}`;
    definitions.push(define(name, type));
    used.add(name);
    variables[name] = valueFromASTUntyped(value);
    return variable(name);
  };
  const directive = (name: 'include' | 'skip', isOn: boolean) => {
    const of = isOn ? 'on' : 'off';
    used.add(of);
    return {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: name },
      arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'if' }, value: variable(of) }],
    } as const;
  };

  const dressed = visit(parse(document), {
    Argument: (argument) => {
      if (argument.name.value === 'representations' && chance(0.7)) {
        return { ...argument, value: toVariable('[_Any!]!', argument.value) };
      }
      if (argument.name.value === 'first' && chance(0.3))
        return { ...argument, value: toVariable('Int', argument.value) };
      return undefined;
    },
    Field: {
      leave: (field) => {
        if (!chance(0.05)) return undefined;
        const name = chance(0.5) ? 'include' : 'skip';
        return { ...field, directives: [directive(name, chance(name === 'include' ? 0.7 : 0.3))] };
      },
    },
    SelectionSet: {
      leave: (set) => {
        const selections: SelectionNode[] = [...set.selections];
        if (chance(0.2)) selections.push(typeName);
        if (chance(0.2)) {
          selections.push({ kind: Kind.INLINE_FRAGMENT, selectionSet: { ...set, selections: [...set.selections] } });
        }
        return { ...set, selections };
      },
    },
  });
  const [operation] = dressed.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('Expected a document of one operation.');
  const variableDefinitions = definitions.filter((definition) => used.has(definition.variable.name.value));
  const result: DocumentNode = { ...dressed, definitions: [{ ...operation, variableDefinitions }] };
  const isUsed = ([name]: readonly [string, unknown]): boolean => used.has(name);
  return { document: print(result), variables: Object.fromEntries(Object.entries(variables).filter(isUsed)) };
};

const typeName: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

const variable = (name: string) => ({ kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } }) as const;

const define = (name: string, type: string): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: variable(name),
  type: parseType(type),
});

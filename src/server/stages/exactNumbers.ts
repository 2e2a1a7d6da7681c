import type {
  DocumentNode,
  GraphQLInputType,
  GraphQLSchema,
  OperationDefinitionNode,
  TypeNode,
  ValueNode,
} from 'graphql';
import {
  getNamedType,
  getNullableType,
  GraphQLID,
  isInputObjectType,
  isListType,
  Kind,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { isSafeNumber } from 'lossless-json';
import type { InexactNumber } from '../../errors/InexactNumber';
import { UserError } from '../../errors/UserError';
import { shorten } from '../../json/shorten';
import type { Stage } from './Stage';
import { refusal } from './refusal';

/**
 * Refuses a request with a number that a double cannot hold, in its variables, its extensions, or its document: an
 * account ID that lost its last digits names another account.
 */
export const exactNumbers: Stage = ({ inexactNumbers }) => ({
  didResolveOperation: ({ schema, document, operation, source }) => {
    const inexact =
      inexactNumbers.find((number) => !isOfEntity(number, operation)) ?? literalOf(document, source, schema);
    if (inexact !== undefined) throw refusal(lostDigits(inexact));
  },
});

/** The first literal of a document that a double cannot hold. Kept as long as the parsed document is. */
const literals = new WeakMap<DocumentNode, InexactNumber | undefined>();

const literalOf = (document: DocumentNode, source: string, schema: GraphQLSchema): InexactNumber | undefined => {
  if (literals.has(document)) return literals.get(document);
  const [found] = candidate.test(source) ? inexactLiterals(document, schema) : [];
  literals.set(document, found);
  return found;
};

const lostDigits = ({ path, literal }: InexactNumber): UserError => {
  const name = path.join('.');
  const number = shorten(literal, 60);
  return new UserError(
    'BAD_USER_INPUT',
    {
      en: `${name} must be a number that JSON can represent exactly, but got ${number}. Send it as a string.`,
      zh: `${name} 应为 JSON 能够精确传递的数字，但收到 ${number}：请以字符串传递。`,
    },
    path,
  );
};

/** An integer in a representation of `_entities` is refused at its own place, so that the others are resolved. */
const isOfEntity = ({ path, literal }: InexactNumber, operation: OperationDefinitionNode | undefined): boolean => {
  const [of, name] = path;
  const definition = operation?.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return (
    of === 'variables' && definition !== undefined && nameOf(definition.type) === '_Any' && /^-?\d+$/.test(literal)
  );
};

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));

const namedOf = (type: GraphQLInputType | null | undefined) => (type ? getNamedType(type) : undefined);

/** A cheap search for literals that a double may not hold. */
const candidate = /[\d.]{16}|\d[eE]/;

function inexactLiterals(document: DocumentNode, schema: GraphQLSchema): readonly InexactNumber[] {
  const found: InexactNumber[] = [];
  const typeInfo = new TypeInfo(schema);

  const look = (value: ValueNode, path: readonly string[], type: GraphQLInputType | null | undefined): void => {
    switch (value.kind) {
      case Kind.INT:
      case Kind.FLOAT: {
        // The digits of an ID are taken as they are written.
        if (namedOf(type) !== GraphQLID && !isSafeNumber(value.value)) found.push({ path, literal: value.value });
        break;
      }
      case Kind.LIST: {
        const list = type && getNullableType(type);
        value.values.forEach((item, index) => {
          look(item, [...path, String(index)], isListType(list) ? list.ofType : type);
        });
        break;
      }
      case Kind.OBJECT: {
        const named = namedOf(type);
        const fields = isInputObjectType(named) ? named.getFields() : {};
        for (const { name, value: item } of value.fields) look(item, [...path, name.value], fields[name.value]?.type);
        break;
      }
      default:
    }
  };

  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Argument: ({ name, value }) => {
        look(value, [name.value], typeInfo.getInputType());
      },
      VariableDefinition: ({ variable, type, defaultValue }) => {
        if (defaultValue) look(defaultValue, [variable.name.value], typeFromAST(schema, type) as GraphQLInputType);
      },
    }),
  );
  return found;
}

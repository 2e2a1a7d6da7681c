import { collectFields } from '@graphql-tools/utils';
import type { FragmentDefinitionNode, GraphQLField } from 'graphql';
import { getArgumentValues, getVariableValues, Kind, OperationTypeNode } from 'graphql';
import type { IsIrreversible } from '../../../schema/writing/irreversible';
import { UserError } from '../../errors/UserError';
import { maxMutationFields } from '../limits/fixedLimits';
import type { Stage } from './Stage';
import { refusal } from './refusal';

/** Refuses documents with many mutations, or with more than one that nobody can undo. Nothing of such a document is done. */
export const mutationLimits: Stage = () => ({
  didResolveOperation: ({ schema, document, operation, request: { variables = {} } }) => {
    const type = schema.getMutationType();
    if (operation?.operation !== OperationTypeNode.MUTATION || type == null) return;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
    // The execution refuses wrong variables, and does nothing either.
    if (coerced === undefined) return;
    const fragments = Object.fromEntries(
      document.definitions
        .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
        .map((one) => [one.name.value, one]),
    );
    const { fields } = collectFields(schema, fragments, { coerced, sources: {} }, type, operation.selectionSet);
    if (fields.size > maxMutationFields) throw refusal(tooMany(fields.size));
    const irreversible: string[] = [];
    for (const [node] of fields.values()) {
      const field = node && type.getFields()[node.name.value];
      if (node === undefined || field === undefined) continue;
      if (isIrreversible(field)(getArgumentValues(field, node, coerced))) irreversible.push(field.name);
    }
    if (irreversible.length > 1) throw refusal(tooFinal(irreversible));
  },
});

const never: IsIrreversible = () => false;

const isIrreversible = ({ extensions }: GraphQLField<unknown, unknown>): IsIrreversible =>
  (extensions as { readonly isIrreversible?: IsIrreversible }).isIrreversible ?? never;

const tooMany = (came: number): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: `A document must have at most ${maxMutationFields} mutation fields, but has ${came}. Nothing was done. Split the document.`,
    zh: `GraphQL 文档最多可包含 ${maxMutationFields} 个变更字段，但此文档有 ${came} 个。未执行任何变更，请拆分文档。`,
  });

const tooFinal = (names: readonly string[]): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: `A document must have at most one mutation that cannot be undone, but has ${names.length}: ${names.join(', ')}. Nothing was done. Send each in a document of its own.`,
    zh: `GraphQL 文档最多可包含一个无法撤销的变更，但此文档有 ${names.length} 个：${names.join('、')}。未执行任何变更，请逐个发送。`,
  });

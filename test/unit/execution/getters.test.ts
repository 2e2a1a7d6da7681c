import type { GraphQLField, GraphQLResolveInfo } from 'graphql';
import { isObjectType } from 'graphql';
import { buildSubgraph } from '../../../src/buildSchema';
import type { Context } from '../../../src/context';
import { getterOf } from '../../../src/execution/getters';
import { unmeasured } from '../../../src/execution/measureFields';

const { schema } = buildSubgraph({ relayNodeFields: true });

const fields = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) =>
    Object.values(type.getFields() as Record<string, GraphQLField<unknown, Context>>).map((field) => {
      const { resolve } = unmeasured(field) ?? field;
      return { name: `${type.name}.${field.name}`, resolve, getter: getterOf(resolve) };
    }),
  );

describe('a field that is a getter of its class', () => {
  const getters = fields.filter(({ getter }) => getter !== undefined);

  it('is known as one', () => {
    expect(getters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ConfigurationChange.changes', 'PropertyChange.before', 'PropertyChange.after']),
    );
  });

  it.each(getters)('has a resolver that does nothing else: $name', ({ resolve, getter }) => {
    const value = { some: 'value' };
    const source: unknown = Object.create(getter?.target.prototype ?? {}, { [getter?.name ?? '']: { value } });

    expect(resolve?.(source, {}, {} as Context, {} as GraphQLResolveInfo)).toBe(value);
  });

  it('is none if something is checked before it is read', () => {
    const checked = [
      'ConfigurationChange.resource',
      'ConfigurationTimelineConnection.nodes',
      'Query.configurationTimeline',
    ];

    expect(fields.filter(({ name, getter }) => checked.includes(name) && getter !== undefined)).toEqual([]);
    expect(fields.filter(({ name }) => checked.includes(name))).toHaveLength(checked.length);
  });
});

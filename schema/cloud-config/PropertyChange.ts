import { Field, ObjectType } from 'type-graphql';
import type { PropertyDifference } from '../../src/changes/parseConfigurationDiff';
import { defineEnum } from '../enumValue';
import { JSONValue } from '../scalars';

export const PropertyChangeKind = defineEnum<PropertyDifference['kind']>(
  'PropertyChangeKind',
  'What happened to a property.',
  {
    ADDED: 'The property did not exist before: `before` is null.',
    REMOVED: 'The property no longer exists: `after` is null.',
    REPLACED: 'The value of the property was replaced.',
  },
);

/** What happened to one property of a configuration. */
@ObjectType({ simpleResolvers: true, description: 'What happened to one property of a configuration.' })
export class PropertyChange implements PropertyDifference {
  @Field(() => String, { description: 'The name of the property, as the upstream spells it.' })
  readonly path!: string;

  @Field(() => PropertyChangeKind, { description: 'What happened to the property.' })
  readonly kind!: PropertyDifference['kind'];

  @Field(() => JSONValue, {
    nullable: true,
    description:
      'The value before the change. Null if the property did not exist. Integers beyond 2^53 are returned as strings.',
  })
  readonly before!: unknown;

  @Field(() => JSONValue, {
    nullable: true,
    description:
      'The value after the change. Null if the property no longer exists. Integers beyond 2^53 are returned as strings.',
  })
  readonly after!: unknown;
}

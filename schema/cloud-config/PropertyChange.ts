import { Field, ObjectType } from 'type-graphql';
import type { PropertyDifference } from '../../src/changes/parseConfigurationDiff';
import { defineEnum } from '../enumValue';
import { JSONValue } from '../scalars';

export const PropertyChangeKind = defineEnum<PropertyDifference['kind']>(
  'PropertyChangeKind',
  'What happened to a property.',
  {
    ADDED: 'It was not there before: `before` is null.',
    REMOVED: 'It is not there any more: `after` is null.',
    REPLACED: 'Its value was replaced.',
  },
);

/** What happened to one property of a configuration. */
@ObjectType({ simpleResolvers: true, description: 'What happened to one property of a configuration.' })
export class PropertyChange implements PropertyDifference {
  @Field(() => String, { description: 'The property, as the upstream names it.' })
  readonly path!: string;

  @Field(() => PropertyChangeKind, { description: 'What happened to it.' })
  readonly kind!: PropertyDifference['kind'];

  @Field(() => JSONValue, {
    nullable: true,
    description: 'Its value before; null where it was not there. Integers beyond 2^53 arrive as strings.',
  })
  readonly before!: unknown;

  @Field(() => JSONValue, {
    nullable: true,
    description: 'Its value after; null where it is not there any more. Integers beyond 2^53 arrive as strings.',
  })
  readonly after!: unknown;
}

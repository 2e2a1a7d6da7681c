import { Field, ObjectType } from 'type-graphql';
import type { PropertyDifference } from '../../src/changes/parseConfigurationDiff';
import type { PartDifference, Parts } from '../../src/changes/parts/diffParts';
import { diffParts } from '../../src/changes/parts/diffParts';
import type { PropertyCategory } from '../../src/changes/propertyCategories';
import { categoryOf } from '../../src/changes/propertyCategories';
import { sizeOfJson } from '../../src/json/sizeOfJson';
import { defineEnum } from '../enumValue';
import { JSONValue } from '../scalars';

/** Longer values are omitted, in bytes of JSON. */
export const maxValueBytes = 64 * 1024;

const partLimits = { maxParts: 200, maxBytes: maxValueBytes };

export const PropertyChangeKind = defineEnum<PropertyDifference['kind']>(
  'PropertyChangeKind',
  'What happened to a property, or to a part of its value.',
  {
    ADDED: 'It did not exist before: `before` is null.',
    REMOVED: 'It no longer exists: `after` is null.',
    REPLACED: 'Its value was replaced.',
  },
);

export const PropertyChangeCategory = defineEnum<PropertyCategory>(
  'PropertyChangeCategory',
  'Who usually changes a property.',
  {
    USER: 'It changes on request, as far as is known. Properties that the gateway does not know have this category.',
    SYSTEM: 'The cloud changes it by itself, such as the time of the last sign-in.',
    MIXED: 'It changes either way, such as a status.',
  },
);

/** What happened to one part of the value of a property. */
@ObjectType({ simpleResolvers: true, description: 'What happened to one part of the value of a property.' })
export class PropertyPartChange implements PartDifference {
  @Field(() => String, {
    description:
      'A JSON Pointer (RFC 6901) from the configuration, such as `/Permissions/1/PortRange`. Positions in lists are those of the new value; for REMOVED, those of the old one.',
  })
  readonly pointer!: string;

  @Field(() => PropertyChangeKind, { description: 'What happened to the part.' })
  readonly kind!: PropertyDifference['kind'];

  @Field(() => JSONValue, {
    nullable: true,
    description:
      'The part before the change. Null if it did not exist, or was null. Integers beyond 2^53 are returned as strings.',
  })
  readonly before!: unknown;

  @Field(() => JSONValue, {
    nullable: true,
    description:
      'The part after the change. Null if it no longer exists, or is null. Integers beyond 2^53 are returned as strings.',
  })
  readonly after!: unknown;
}

/** What all properties of one change share. */
export interface PropertyOf {
  readonly resourceType: string;
  /** Whether the change is so long that a value of it can be too long. */
  readonly mayBeLong: boolean;
}

const isLong = (value: unknown): boolean => {
  try {
    return sizeOfJson(value) > maxValueBytes;
  } catch {
    // Nested deeper than the stack.
    return true;
  }
};

/** What happened to one property of a configuration. Everything but path and kind is found out when it is selected. */
@ObjectType({ simpleResolvers: true, description: 'What happened to one property of a configuration.' })
export class PropertyChange {
  /** Not fields: what the rest follows from. */
  private readonly of!: PropertyOf;
  private readonly difference!: PropertyDifference;
  private areValuesOmitted: boolean | undefined;
  private foundParts: Parts | undefined;

  @Field(() => String, { description: 'The name of the property, as the upstream spells it.' })
  readonly path!: string;

  @Field(() => PropertyChangeKind, { description: 'What happened to the property.' })
  readonly kind!: PropertyDifference['kind'];

  @Field(() => PropertyChangeCategory, { description: 'Who usually changes the property.' })
  get category(): PropertyCategory {
    return categoryOf(this.of.resourceType, this.path);
  }

  @Field(() => JSONValue, {
    nullable: true,
    description:
      'The value before the change. Null if the property did not exist, or if `valuesOmitted` is true. Integers beyond 2^53 are returned as strings.',
  })
  get before(): unknown {
    return this.valuesOmitted ? null : this.difference.before;
  }

  @Field(() => JSONValue, {
    nullable: true,
    description:
      'The value after the change. Null if the property no longer exists, or if `valuesOmitted` is true. Integers beyond 2^53 are returned as strings.',
  })
  get after(): unknown {
    return this.valuesOmitted ? null : this.difference.after;
  }

  @Field(() => Boolean, {
    description:
      'Whether `before` and `after` are null because one of them is longer than 64 KiB. `rawDiff` of the change has both, and `parts` still has what changed inside.',
  })
  get valuesOmitted(): boolean {
    const { before, after } = this.difference;
    return (this.areValuesOmitted ??= this.of.mayBeLong && (isLong(before) || isLong(after)));
  }

  @Field(() => [PropertyPartChange], {
    description:
      'What changed inside the value, one entry per part. Empty unless both sides are objects, or both are lists; JSON in a text counts as what it holds. Lists of scalars are compared without their order. Lists of objects are compared by a member that identifies them, or else by their order. At most 200 entries, 64 KiB, and 32 levels deep.',
  })
  get parts(): readonly PropertyPartChange[] {
    return this.inside.parts;
  }

  @Field(() => Boolean, { description: 'Whether more parts changed than `parts` has.' })
  get partsTruncated(): boolean {
    return this.inside.isTruncated;
  }

  static of(of: PropertyOf, difference: PropertyDifference): PropertyChange {
    const { path, kind } = difference;
    return Object.assign(new PropertyChange(), { of, difference, path, kind });
  }

  private get inside(): Parts {
    const { path, before, after } = this.difference;
    return (this.foundParts ??= diffParts(path, before, after, partLimits));
  }
}

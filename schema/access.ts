import { Extensions } from 'type-graphql';
import type { Scope } from '../src/access/Principal';

/*
 * What a field requires of its caller. One declaration has two readers: what enforces it (src/federation/enforceAccess.ts),
 * and the `@requiresScopes` directives by which a router can refuse first (src/federation/accessDirectives.ts).
 */

/** What a root field requires. A field of Query that declares nothing requires `governance:read`. */
export interface FieldAccess {
  readonly scope: Scope;
  /** A further scope that some arguments require. */
  readonly also?: {
    readonly scope: Scope;
    readonly onlyIf: (args: Readonly<Record<string, unknown>>) => boolean;
  };
}

/**
 * Declares what a mutation requires, in the account that it changes; or what a field of an object requires beyond
 * reading it, in the account that the object's `ownerAccountId` names.
 */
export const Requires = (access: FieldAccess): MethodDecorator & PropertyDecorator => Extensions({ access });

/** What {@link Requires} declares of a field. */
export const accessOf = ({
  extensions,
}: {
  readonly extensions: Readonly<Record<string, unknown>>;
}): FieldAccess | undefined => extensions.access as FieldAccess | undefined;

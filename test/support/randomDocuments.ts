import type { GraphQLArgument, GraphQLField, GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType, isAbstractType, isEnumType, isLeafType, isNonNullType, isObjectType } from 'graphql';

/** What is known of a world: values for the arguments of fields, printed as GraphQL. */
export interface KnownWorld {
  readonly accountIds: readonly string[];
  readonly folderIds: readonly string[];
  readonly baselineIds: readonly string[];
  readonly accountGroupIds: readonly string[];
  /** Of the current account, whose keys are without `accountId`, and of members. */
  readonly resources: readonly KnownResource[];
  /** Keys of entities, as they are represented. By the type that each is of. */
  readonly representations: Readonly<Record<string, readonly string[]>>;
  /** By the type that each is of. */
  readonly globalIds: Readonly<Record<string, readonly string[]>>;
  /** Cursors by the way to their field, `Query.accounts`, for pages without another argument. */
  readonly cursors: Readonly<Record<string, readonly string[]>>;
}

export interface KnownResource {
  /** `{ region: …, resourceType: …, resourceId: … }`, printed. */
  readonly key: string;
  /** The moments at which its changes were captured, newest first, as `capturedAt` says them. */
  readonly capturedAt: readonly string[];
  /** Cursors of its timeline by default. */
  readonly cursors: readonly string[];
}

/** How deep objects may nest, pages apart. */
const maxDepth = 4;

const allSizes: readonly number[] = [1, 2, 3, 5, 10, 20, 50, 99, 100];

/**
 * Makes valid queries over a schema, with arguments that mean something in a world.
 *
 * @param random from 0 up to, not including, 1.
 * @param sizes the page sizes to choose from.
 */
export const createRandomDocuments = (
  schema: GraphQLSchema,
  world: KnownWorld,
  random: () => number,
  sizes = allSizes,
): (() => string) => {
  const below = (count: number): number => Math.floor(random() * count);
  const chance = (probability: number): boolean => random() < probability;
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from.');
    return item;
  };
  const several = <T>(items: readonly T[], most: number): T[] => {
    const rest = [...items];
    return Array.from({ length: Math.min(1 + below(most), rest.length) }, () =>
      rest.splice(below(rest.length), 1),
    ).flat();
  };
  const quoted = (ids: readonly string[]): string => JSON.stringify(pick(ids));

  /** A range that ends, and often begins, exactly at a captured change. */
  const between = ({ capturedAt }: KnownResource): string | undefined => {
    if (capturedAt.length === 0 || chance(0.4)) return undefined;
    const end = below(capturedAt.length);
    const start = end + 1 + below(capturedAt.length - end);
    const from = capturedAt[start] ?? '2020-01-01T00:00:00Z';
    return `between: { from: "${from}", to: "${capturedAt[end]}" }`;
  };

  /** @param resource of the field's key; or one whose moments suit a timeline whose resource only the answer shows. */
  const argument = (
    parent: string,
    field: string,
    { name, type }: GraphQLArgument,
    resource: KnownResource,
  ): string | undefined => {
    switch (name) {
      case 'first':
        return chance(0.8) ? `first: ${pick(sizes)}` : undefined;
      case 'accountId':
        return isNonNullType(type) || chance(0.5) ? `accountId: ${quoted(world.accountIds)}` : undefined;
      case 'folderId':
        return `folderId: ${quoted(world.folderIds)}`;
      case 'baselineId':
        return `baselineId: ${quoted(world.baselineIds)}`;
      case 'accountGroupId':
        return isNonNullType(type) || chance(0.5) ? `accountGroupId: ${quoted(world.accountGroupIds)}` : undefined;
      case 'key':
      case 'resource':
        return `${name}: ${resource.key}`;
      case 'between':
        return between(resource);
      case 'time':
        return `time: "${resource.capturedAt.length > 0 ? pick(resource.capturedAt) : '2026-06-01T00:00:00Z'}"`;
      case 'after': {
        const isTimeline = parent === 'Query' && field === 'configurationTimeline';
        const cursors = isTimeline ? resource.cursors : world.cursors[`${parent}.${field}`];
        return cursors !== undefined && cursors.length > 0 && chance(0.2) ? `after: ${quoted(cursors)}` : undefined;
      }
      case 'filter':
        return undefined;
      default: {
        const values = getNamedType(type);
        if (!isNonNullType(type)) return undefined;
        if (!isEnumType(values)) throw new Error(`No value for ${parent}.${field}(${name}).`);
        return `${name}: ${pick(values.getValues()).name}`;
      }
    }
  };

  const filterOf = (field: string): string | undefined => {
    if (!chance(0.1)) return undefined;
    if (field === 'configurationTimeline') return 'filter: { eventTypes: [MODIFY] }';
    if (field !== 'accounts') return undefined;
    const filters = [
      'nameContains: "no such name"',
      'status: [CREATE_SUCCESS]',
      'enrollmentStatus: [FINISHED]',
      'enrollmentStatus: [NOT_ENROLLED, FAILED]',
      `folderId: ${quoted(world.folderIds)}`,
      `folderId: ${quoted(world.folderIds)}, includeSubfolders: true`,
    ];
    return `filter: { ${pick(filters)} }`;
  };

  const call = (parent: string, { name, args }: GraphQLField<unknown, unknown>): string => {
    const filter = args.some((each) => each.name === 'filter') ? filterOf(name) : undefined;
    const resource = pick(world.resources);
    const given = args.map((each) => argument(parent, name, each, resource)).filter((each) => each !== undefined);
    // A cursor fits the list that it came from, which had neither.
    const isNarrowed = filter !== undefined || given.some((each) => each.startsWith('between:'));
    const list = [
      ...given.filter((each) => !isNarrowed || !each.startsWith('after:')),
      ...(filter === undefined ? [] : [filter]),
    ];
    return list.length === 0 ? name : `${name}(${list.join(', ')})`;
  };

  const selectionOf = (type: GraphQLNamedType, depth: number): string => {
    return isObjectType(type) ? fieldsOf(type, depth) : '';
  };

  /** @param prefix of aliases: fields of two types with one name can be in conflict. */
  const fieldsOf = (type: GraphQLObjectType, depth: number, prefix?: string): string => {
    const fields = type.getFields();
    if (type.name.endsWith('Connection')) {
      const node = getNamedType((fields.nodes ?? fields.edges)?.type ?? type);
      const inner = selectionOf(node, depth);
      const items = chance(0.8) ? `nodes { ${inner} }` : `edges { cursor node { ${inner} } }`;
      // Shows whether the page was full.
      return `pageInfo { hasNextPage } ${items}`;
    }
    const may = Object.values(fields).filter(({ type: below }) => depth > 0 || isLeafType(getNamedType(below)));
    return several(may, 4)
      .map((field) => `${prefix === undefined ? '' : `${prefix}${field.name}: `}${fieldOf(type, field, depth)}`)
      .join(' ');
  };

  /** Objects by their keys, of one type or two, and what is wanted of those. */
  const keyed = (field: string): string => {
    if (field === '_entities') {
      const typeName = pick(Object.keys(world.representations));
      const keys = several(world.representations[typeName] ?? [], 12);
      return `_entities(representations: [${keys.join(', ')}]) { ${fragmentOn(typeName)} }`;
    }
    const typeNames = several(Object.keys(world.globalIds), field === 'node' ? 1 : 2);
    const ids = typeNames.flatMap((typeName) => several(world.globalIds[typeName] ?? [], 8));
    const call = field === 'node' ? `node(id: ${quoted(ids)})` : `nodes(ids: ${JSON.stringify(ids)})`;
    return `${call} { ${typeNames.map(fragmentOn).join(' ')} }`;
  };

  const fragmentOn = (typeName: string): string => {
    const type = schema.getType(typeName);
    return isObjectType(type) ? `... on ${typeName} { ${fieldsOf(type, maxDepth - 1, `${typeName}_`)} }` : '';
  };

  const fieldOf = (parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number): string => {
    const type = getNamedType(field.type);
    if (isAbstractType(type)) return keyed(field.name);
    const selection = isLeafType(type) ? '' : ` { ${selectionOf(type, depth - 1)} }`;
    return `${call(parent.name, field)}${selection}`;
  };

  const query = schema.getQueryType();
  if (query == null) throw new Error('There is nothing to query.');
  const roots = Object.values(query.getFields()).filter(({ name }) => name !== '_service');
  return () => {
    const selected = Array.from(
      { length: 1 + below(4) },
      (_, index) => `a${index}: ${fieldOf(query, pick(roots), maxDepth)}`,
    );
    return `{ ${selected.join(' ')} }`;
  };
};

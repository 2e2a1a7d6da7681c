import { buildASTSchema, buildSchema, isScalarType, isSpecifiedScalarType, parse, validateSchema } from 'graphql';
import { Authorized, Field, ObjectType, UseMiddleware } from 'type-graphql';
import { nodes } from '../../resolvers/references';
import { buildSubgraph } from '../../src/buildSchema';
import { operations } from '../../src/operations';
import {
  actionsIn,
  findClosedEnums,
  findFragments,
  findMisplacedIds,
  findMisstatedCosts,
  findMutationsWithoutPayload,
  findNonNullFieldResolvers,
  findSkippedGuards,
  findUndescribed,
  findUnexplainedNulls,
  findUnnamedCalls,
  findUnsafeNonNulls,
  metadataOf,
  readMetadata,
} from '../support/schemaRules';

const { schema, sdl } = buildSubgraph({ relayNodeFields: true });
/** With the directives that routers read. */
const printed = buildASTSchema(parse(sdl), { assumeValidSDL: true });
const metadata = readMetadata();

/** Enums that list no upstream values. */
const ours = [
  'AttributionConfidence',
  'AttributionReason',
  'CloudAuditClient',
  'GovernanceErrorCode',
  'MutationOutcome',
  'PropertyChangeCategory',
  'PropertyChangeKind',
  'ReadGapSource',
  'SnapshotCertainty',
  'SnapshotReason',
];

describe('the schema', () => {
  it('is valid', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it('explains every type, field, argument, input field and enum value', () => {
    expect(findUndescribed(schema).map((name) => `${name} has no description`)).toEqual([]);
  });

  it('names the specification of every scalar of its own', () => {
    const scalars = Object.values(schema.getTypeMap()).filter(isScalarType);
    const unspecified = scalars.filter((scalar) => !isSpecifiedScalarType(scalar) && !scalar.specifiedByURL);

    // Federation's own scalar is never printed in the schema for clients.
    expect(unspecified.map(({ name }) => name)).toEqual(['_Any']);
  });

  it('has an id in every type that a key or a global ID finds, and in no other', () => {
    const keyed = [...sdl.matchAll(/^type (\w+)[^{]* @key\(/gm)].map(([, name = '']) => name);

    expect(keyed).toContain('Account');
    expect(findMisplacedIds(schema, keyed, Object.keys(nodes))).toEqual([]);
  });

  it('explains in whole sentences', () => {
    expect(findFragments(schema).map((name) => `The description of ${name} is no sentence`)).toEqual([]);
  });

  it('says of every field that can be null what that means', () => {
    expect(findUnexplainedNulls(schema).map((name) => `The description of ${name} lacks “Null if …”`)).toEqual([]);
  });

  it('says of every field with a cost which calls it makes, and of fields and arguments how many', () => {
    expect(findUnnamedCalls(printed)).toEqual([]);
    expect(findMisstatedCosts(printed)).toEqual([]);
  });

  it('names only calls that the catalogue has', () => {
    const actions = operations.map(({ action }) => action);

    expect(actionsIn(schema)).not.toEqual([]);
    expect(actionsIn(schema).filter((action) => !actions.includes(action))).toEqual([]);
  });

  it('keeps what needs a further upstream call nullable: root fields, connections, field resolvers', () => {
    expect(findUnsafeNonNulls(schema)).toEqual([]);
    expect(findNonNullFieldResolvers(metadata)).toEqual([]);
    expect(metadata.fieldResolvers.length).toBeGreaterThan(0);
  });

  it('gives every mutation a payload that is always there', () => {
    expect(findMutationsWithoutPayload(schema)).toEqual([]);
  });

  it('has UNKNOWN, and the raw text beside it, for every enum of the upstream', () => {
    expect(findClosedEnums(schema, ours)).toEqual([]);
  });

  it('asks for no UNKNOWN: that is for output only', () => {
    const inputs = Object.values(schema.getTypeMap()).filter(({ name }) => name.endsWith('Input'));

    expect(inputs.length).toBeGreaterThan(0);
    expect(inputs.filter((type) => 'getValue' in type && type.getValue('UNKNOWN') !== undefined)).toEqual([]);
  });

  it('has no guarded field whose guard is skipped', () => {
    expect(findSkippedGuards(metadata)).toEqual([]);
  });
});

describe('the rules can be broken', () => {
  const bad = buildSchema(`
    type Query { things(first: Int): ThingConnection!  "Fine." thing(id: ID!): Thing }
    type Mutation { "Fine." change(input: ThingInput!): Thing  break: BreakPayload! }
    "A thing."
    type Thing { "Its state." state: State  "More." more: ThingConnection! }
    "Things."
    type ThingConnection { nodes: [Thing!]! }
    enum State { "On." ON OFF }
    input ThingInput { name: String }
    "What every mutation answers."
    interface MutationPayload { "How it ended." outcome: String! }
    "Broken."
    type BreakPayload implements MutationPayload { "How it ended." outcome: String! }
  `);

  it('by an id without a key, and by a key without an id', () => {
    const misplaced = buildSchema(`
      interface Node { id: ID! }
      type Query { node: Node }
      type Kept implements Node { id: ID! }
      type Loose { id: ID! }
      type Bare { name: String }
      type Lost implements Node { id: ID! }
    `);

    expect(findMisplacedIds(misplaced, ['Lost'], ['Kept', 'Bare'])).toEqual([
      'Lost has a key but is not in resolvers/references.ts',
      'Loose has an id but no key',
      'Bare has a key but no id',
      'Lost has an id but no key',
    ]);
  });

  it('by what nobody explains', () => {
    expect(findUndescribed(bad).sort()).toEqual([
      'Mutation.break',
      'Mutation.change(input)',
      'Query.thing(id)',
      'Query.things',
      'Query.things(first)',
      'State',
      'State.OFF',
      'ThingConnection.nodes',
      'ThingInput',
      'ThingInput.name',
    ]);
  });

  it('by what is no sentence', () => {
    const fragments = buildSchema(`
      type Query {
        "Gives the thing with this name." whole: Int
        "\`name\` says which thing it is." code: Int
        "Fine." short: Int
        "a thing with a name." small: Int
        "The thing with this name" endless: Int
      }
    `);

    expect(findFragments(fragments)).toEqual(['Query.short', 'Query.small', 'Query.endless']);
  });

  it('by a null without a meaning', () => {
    expect(findUnexplainedNulls(bad)).toEqual(['Query.thing', 'Mutation.change', 'Thing.state']);
  });

  it('by a cost that the description omits, or states wrongly', () => {
    const dear = buildSchema(`
      directive @cost(weight: Int!) on FIELD_DEFINITION | ARGUMENT_DEFINITION
      type Query {
        "A thing, one upstream call."
        unnamed("Pages cost one more call." after: String @cost(weight: 1)): Int @cost(weight: 1)
        "A thing. It costs at most one call of GetThing (one more if it is long). Its rest adds at most two calls of GetRest."
        wrong: Int @cost(weight: 3)
        "A thing. It costs at most 50 calls of ListThings and 101 of GetThing (one more if \`first\` is 100)."
        counted: Int @cost(weight: 151)
        "A thing. A page costs at most one call of ListThings (one more if it is long) and one of GetThing."
        right("A filter. It costs at most nine more calls, and one of GetThing." filter: String @cost(weight: 10)): Int
          @cost(weight: 3)
      }
    `);

    expect(findUnnamedCalls(dear)).toEqual(['Query.unnamed']);
    expect(findMisstatedCosts(dear)).toEqual([
      'Query.unnamed says 0, costs 1',
      'Query.unnamed(after) says 0, costs 1',
      'Query.wrong says 4, costs 3',
      'Query.counted says 152, costs 151',
    ]);
  });

  it('by what takes its neighbors along', () => {
    expect(findUnsafeNonNulls(bad)).toEqual(['Query.things', 'Thing.more']);
  });

  it('by a mutation without a payload', () => {
    expect(findMutationsWithoutPayload(bad)).toEqual(['Mutation.change']);
  });

  it('by an enum without UNKNOWN or without its raw text', () => {
    expect(findClosedEnums(bad, [])).toEqual(['Thing.state']);
  });

  it('by guards on simple fields', () => {
    const leaky = metadataOf(() => {
      @ObjectType({ simpleResolvers: true })
      class Leaky {
        @Authorized()
        @Field(() => String)
        readonly secret!: string;

        @UseMiddleware((_action, next) => next())
        @Field(() => String)
        readonly watched!: string;

        @Authorized()
        @Field(() => String, { simple: false })
        readonly guarded!: string;

        @Field(() => String)
        readonly open!: string;
      }

      expect(Leaky).toBeDefined();
    });

    expect(findSkippedGuards(leaky)).toEqual(['Leaky.secret', 'Leaky.watched']);
  });
});

import { buildSchema } from 'graphql';
import { Authorized, Field, ObjectType, UseMiddleware } from 'type-graphql';
import { buildSubgraph } from '../../src/buildSchema';
import {
  findClosedEnums,
  findMutationsWithoutPayload,
  findNonNullFieldResolvers,
  findSkippedGuards,
  findUndescribed,
  findUnsafeNonNulls,
  readMetadata,
} from '../support/schemaRules';

const { schema } = buildSubgraph({ relayNodeFields: true });
const metadata = readMetadata();

/** Enums that list no upstream values. */
const ours = ['GovernanceErrorCode', 'MutationOutcome', 'PropertyChangeKind'];

describe('the schema', () => {
  it('explains every type, field, argument, input field and enum value', () => {
    expect(findUndescribed(schema)).toEqual([]);
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

  it('by what takes its neighbours along', () => {
    expect(findUnsafeNonNulls(bad)).toEqual(['Query.things', 'Thing.more']);
  });

  it('by a mutation without a payload', () => {
    expect(findMutationsWithoutPayload(bad)).toEqual(['Mutation.change']);
  });

  it('by an enum without UNKNOWN or without its raw text', () => {
    expect(findClosedEnums(bad, [])).toEqual(['Thing.state']);
  });

  it('by guards on simple fields', () => {
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

    expect(findSkippedGuards(readMetadata())).toEqual([`${Leaky.name}.secret`, `${Leaky.name}.watched`]);
  });
});

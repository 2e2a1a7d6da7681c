import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType, isLeafType, isNonNullType, isObjectType } from 'graphql';
import { toGlobalId } from '../../schema/relay/globalId';
import { demoAccounts } from '../../src/emulator';

/** The account that documents are about. */
export const subject = demoAccounts.paymentsProduction;

/**
 * What a root field is about: an account that its arguments name; the gateway's own; a list of what accounts have; or what
 * belongs to no account. `public` needs no rights.
 */
export type About = 'subject' | 'own' | 'list' | 'none' | 'public';

interface Root {
  readonly args?: string;
  readonly about: About;
}

/** A resource of that account. */
const member = { region: 'cn-hangzhou', resourceType: 'ACS::ECS::Instance', resourceId: 'i-bp1h4kq7w2m9x0c3v8ze' };
const key = `{ accountId: "${subject}", region: "${member.region}", resourceType: "${member.resourceType}", resourceId: "${member.resourceId}" }`;
const id = toGlobalId('CloudResource', subject, member.region, member.resourceType, member.resourceId);
/** Closed: the clock moves. */
const range = 'between: { from: "2026-06-01T00:00:00Z", to: "2026-06-30T00:00:00Z" }';
const input = (text: string) => `input: { ${text} dryRun: true }`;

/** Every root field, and what it is about. A new one needs a row here. */
export const roots: Readonly<Record<string, Root>> = {
  'Query.account': { args: `accountId: "${subject}"`, about: 'subject' },
  'Query.configurationRecorder': { args: `accountId: "${subject}"`, about: 'subject' },
  'Query.cloudResource': { args: `key: ${key}`, about: 'subject' },
  'Query.configurationTimeline': { args: `resource: ${key}, ${range}`, about: 'subject' },
  'Query.node': { args: `id: "${id}"`, about: 'subject' },
  'Query.nodes': { args: `ids: ["${id}"]`, about: 'subject' },
  'Query._entities': {
    args: `representations: [{ __typename: "Account", accountId: "${subject}" }]`,
    about: 'subject',
  },
  'Query.accounts': { about: 'list' },
  'Query.accountEnrollments': { about: 'list' },
  'Query.cloudResources': { about: 'list' },
  'Query.configurationChanges': { args: 'between: { last: "P5D" }', about: 'list' },
  'Query.accountGroups': { about: 'none' },
  'Query.accountGroup': { args: 'accountGroupId: "ca-1f6b0d94e27c4a53b8d0"', about: 'none' },
  'Query.accountFactoryBaselines': { about: 'none' },
  'Query.accountFactoryBaseline': { args: 'baselineId: "afb-bp1c7m0x4h9t2q6v8z3k"', about: 'none' },
  'Query.accountFactoryBaselineItems': { about: 'none' },
  'Query.folder': { args: 'folderId: "fd-4bYgS0hQpD"', about: 'none' },
  'Query.resourceDirectory': { about: 'none' },
  'Query.supportedResourceTypes': { about: 'none' },
  'Query.currentAccount': { about: 'own' },
  'Query._service': { about: 'public' },
  'Mutation.startConfigurationRecorder': { args: input(`accountId: "${subject}"`), about: 'subject' },
  'Mutation.stopConfigurationRecorder': { args: input(`accountId: "${subject}"`), about: 'subject' },
  'Mutation.updateConfigurationRecorder': {
    args: input(`accountId: "${subject}", resourceTypes: ["ACS::ECS::Instance"],`),
    about: 'subject',
  },
  'Mutation.enrollAccount': { args: input(`accountId: "${subject}"`), about: 'subject' },
  'Mutation.createAccount': { args: input('accountNamePrefix: "shop", displayName: "Shop",'), about: 'own' },
  'Mutation.initResourceDirectory': { args: input(''), about: 'own' },
};

/** Arguments that other fields need. A new one needs a row here. */
const argumentsOf: Readonly<Record<string, string>> = {
  'Account.resourceCounts': 'by: REGION',
  'AccountGroup.resourceCounts': 'by: REGION',
  'CloudResource.configurationTimeline': range,
  'CloudResource.complianceTimeline': range,
  'CloudResource.configurationAt': 'time: "2026-06-20T00:00:00Z"',
};

/** A document that selects one field, and what its root is about. */
export interface FieldDocument {
  readonly coordinate: string;
  readonly document: string;
  readonly root: string;
  readonly about: About;
}

interface Step {
  readonly type: GraphQLObjectType;
  readonly root: string;
  readonly about: About;
  readonly wrap: (selection: string) => string;
}

/** One document for every field of every object type: by the shortest way from the roots, in the order of these. */
export const everyField = (schema: GraphQLSchema): readonly FieldDocument[] => {
  const reached = new Set<string>();
  const documents: FieldDocument[] = [];
  const steps: Step[] = [];

  const add = (coordinate: string, field: GraphQLField<unknown, unknown>, step: Omit<Step, 'type'>) => {
    const args = roots[coordinate]?.args ?? argumentsOf[coordinate];
    const isMissing =
      args === undefined &&
      field.args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
    if (isMissing) throw new Error(`${coordinate} needs arguments: add a row to test/access/everyField.ts.`);
    const call = `${field.name}${args === undefined ? '' : `(${args})`}`;
    const type = getNamedType(field.type);
    const ending = isLeafType(type)
      ? call
      : `${call} { __typename ${isObjectType(type) && 'accountId' in type.getFields() ? 'accountId' : ''} }`;
    documents.push({ coordinate, document: step.wrap(ending), root: step.root, about: step.about });
    // Every type of an interface or a union is also reached by a field that returns this type.
    if (isObjectType(type)) steps.push({ ...step, type, wrap: (selection) => step.wrap(`${call} { ${selection} }`) });
  };

  for (const operation of [schema.getQueryType(), schema.getMutationType()]) {
    const fields = Object.values(operation?.getFields() ?? {});
    const keyword = operation === schema.getMutationType() ? 'mutation' : 'query';
    const order = Object.keys(roots);
    for (const field of fields.sort(
      (one, other) =>
        order.indexOf(`${operation?.name}.${one.name}`) - order.indexOf(`${operation?.name}.${other.name}`),
    )) {
      const coordinate = `${operation?.name}.${field.name}`;
      const root = roots[coordinate];
      if (root === undefined) throw new Error(`${coordinate} needs a row in test/access/everyField.ts.`);
      add(coordinate, field, {
        root: field.name,
        about: root.about,
        wrap: (selection) => `${keyword} { ${selection} }`,
      });
    }
  }
  for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
    const { type } = step;
    if (reached.has(type.name)) continue;
    reached.add(type.name);
    for (const field of Object.values(type.getFields())) add(`${type.name}.${field.name}`, field, step);
  }
  return documents;
};

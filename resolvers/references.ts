import type { Load, NamedObject } from '../schema/costs';
import { accountLoads, directoryLoad } from '../schema/costs';
import type { Context } from '../src/context';
import {
  DescribeConfigurationRecorder,
  DescribeDiscoveredResource,
  GetAccountFactoryBaseline,
  GetAggregator,
  GetEnrolledAccount,
  GetFolder,
  GetResourceConfigurationTimeline,
  ListAccountFactoryBaselines,
  ListEnrolledAccounts,
} from '../src/operations';
import { findAccountGroup, findAccountGroupMember } from './cloud-config/AccountGroupResolver';
import { findResource } from './cloud-config/CloudResourceResolver';
import { loadRecorder } from './cloud-config/ConfigurationRecorderResolver';
import { findChange } from './cloud-config/resolveTimeline';
import { parseAccountId } from './currentAccount';
import { loadEnrollment } from './governance/AccountEnrollmentResolver';
import { findBaseline } from './governance/AccountFactoryBaselineResolver';
import { requireCharacters, requireText } from './requireText';
import { findFolder } from './resource-manager/ResourceDirectoryFolderResolver';
import { loadResourceDirectory } from './resource-manager/ResourceDirectoryResolver';
import { findAccount } from './resource-manager/loadAccount';

/** How an object is found by its natural key: for `node`, and for `_entities`. */
export interface Reference {
  /** The fields of its federation key, in the order of the global ID's parts. */
  readonly keyFields: readonly string[];
  /** What finds one, and reads its own fields. */
  readonly loads: readonly Load[];
  /** Null if there is no such object. The key is checked, and its account may be seen: see {@link findByKey}. */
  find(key: readonly string[], context: Context): Promise<object | null>;
}

/** Every type with a key that this subgraph resolves, by its name. */
export const references: Readonly<Record<string, Reference>> = {
  Account: {
    keyFields: ['accountId'],
    loads: accountLoads,
    find: ([accountId = ''], context) => findAccount(context, accountId),
  },
  ResourceDirectory: {
    keyFields: ['resourceDirectoryId'],
    loads: [directoryLoad],
    find: async ([resourceDirectoryId], context) => {
      const directory = await loadResourceDirectory(context);
      return directory?.resourceDirectoryId === resourceDirectoryId ? directory : null;
    },
  },
  ResourceDirectoryFolder: {
    keyFields: ['folderId'],
    loads: [{ operation: GetFolder, per: 'object' }, directoryLoad],
    find: ([folderId = ''], context) => findFolder(context, folderId),
  },
  ConfigurationRecorder: {
    keyFields: ['accountId'],
    loads: [{ operation: DescribeConfigurationRecorder, per: 'object' }],
    find: ([accountId], context) => loadRecorder(context, accountId, ['accountId']),
  },
  CloudResource: {
    keyFields: ['accountId', 'region', 'resourceType', 'resourceId'],
    loads: [{ operation: DescribeDiscoveredResource, per: 'object' }],
    find: ([accountId = '', region = '', resourceType = '', resourceId = ''], context) =>
      findResource(context, { accountId, region, resourceType, resourceId }),
  },
  AccountGroup: {
    keyFields: ['accountGroupId'],
    loads: [{ operation: GetAggregator, per: 'object' }],
    find: ([accountGroupId = ''], context) => findAccountGroup(context, accountGroupId),
  },
  AccountEnrollment: {
    keyFields: ['accountId'],
    loads: [{ operation: GetEnrolledAccount, per: 'object', orList: ListEnrolledAccounts }],
    find: ([accountId = ''], context) => loadEnrollment(context, accountId),
  },
  AccountFactoryBaseline: {
    keyFields: ['baselineId'],
    loads: [{ operation: GetAccountFactoryBaseline, per: 'object', orList: ListAccountFactoryBaselines }],
    find: ([baselineId = ''], context) => findBaseline(context, baselineId),
  },
};

/** Every type with a global ID, by its name: those with a key, and those that only this subgraph can identify. */
export const nodes: Readonly<Record<string, Reference>> = {
  ...references,
  ConfigurationChange: {
    keyFields: ['accountId', 'region', 'resourceType', 'resourceId', 'capturedAt', 'identity'],
    loads: [
      { operation: GetResourceConfigurationTimeline, per: 'object' },
      // If more than the key is selected of its resource.
      { operation: DescribeDiscoveredResource, per: 'object' },
    ],
    find: (
      [accountId = '', region = '', resourceType = '', resourceId = '', capturedAt = '', identity = ''],
      context,
    ) => findChange(context, { accountId, region, resourceType, resourceId }, capturedAt, identity),
  },
  AccountGroupMember: {
    keyFields: ['accountGroupId', 'accountId'],
    loads: [{ operation: GetAggregator, per: 'object' }],
    find: ([accountGroupId = '', accountId = ''], context) =>
      findAccountGroupMember(context, accountGroupId, accountId),
  },
};

/** What an object that its key names costs. Undefined if no type has such a key. */
export const namedObject = (typeName: string, key: readonly string[]): NamedObject | undefined => {
  const reference = Object.hasOwn(nodes, typeName) ? nodes[typeName] : undefined;
  if (reference?.keyFields.length !== key.length) return undefined;
  const accountId = key[reference.keyFields.indexOf('accountId')];
  return { typeName, key: key.length === 1 ? (key[0] ?? '') : JSON.stringify(key), accountId, loads: reference.loads };
};

/**
 * How the parts of a key are checked that are no plain text. What a list returns must be found again, and Cloud Config
 * lists resources without a region, with a blank ID, and with types of any form.
 */
const parsers: ReadonlyMap<string, typeof requireText> = new Map([
  ['accountId', parseAccountId],
  ['region', (text) => text],
  ['resourceType', requireCharacters],
  ['resourceId', requireCharacters],
]);

/**
 * Returns the parts of a key, in the order of its fields.
 *
 * @param fieldOf the path at which a client wrote the part of this name, for the message.
 * @throws UserError BAD_USER_INPUT for an account ID that can be none, and for an empty text, except a region; a
 *   resource type or ID may be blank.
 */
export const parseKey = (
  { keyFields }: Reference,
  key: readonly string[],
  fieldOf: (name: string) => readonly string[],
): readonly string[] =>
  keyFields.map((name, index) => {
    const parse = parsers.get(name) ?? requireText;
    return parse(key[index] ?? '', fieldOf(name));
  });

/**
 * The object that a key names. Null if there is none.
 *
 * @param key as {@link parseKey} returns it.
 * @throws UserError FORBIDDEN for an account that may not be seen, before anything is read of it.
 */
export const findByKey = async (
  reference: Reference,
  key: readonly string[],
  fieldOf: (name: string) => readonly string[],
  context: Context,
): Promise<object | null> => {
  context.access.requireScope('governance:read');
  const accountId = key[reference.keyFields.indexOf('accountId')];
  if (accountId !== undefined) context.access.requireRight('governance:read', accountId, fieldOf('accountId'));
  return reference.find(key, context);
};

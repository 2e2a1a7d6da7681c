import { tellAccount } from '../schema/costs';
import type { Context } from '../src/context';
import {
  DescribeConfigurationRecorder,
  DescribeDiscoveredResource,
  GetAccountFactoryBaseline,
  GetAggregator,
  GetEnrolledAccount,
  GetFolder,
  GetResourceDirectory,
} from '../src/operations';
import type { Operation } from '../src/operations/operation';
import { findAccountGroup } from './cloud-config/AccountGroupResolver';
import { findResource } from './cloud-config/CloudResourceResolver';
import { loadRecorder } from './cloud-config/ConfigurationRecorderResolver';
import { parseAccountId } from './currentAccount';
import { loadEnrollment } from './governance/AccountEnrollmentResolver';
import { findBaseline } from './governance/AccountFactoryBaselineResolver';
import { requireText } from './requireText';
import { findFolder } from './resource-manager/ResourceDirectoryFolderResolver';
import { loadResourceDirectory } from './resource-manager/ResourceDirectoryResolver';
import { findAccount } from './resource-manager/loadAccount';

/** How an object is found by its natural key: for `node`, and for `_entities`. */
export interface Reference {
  /** The fields of its federation key, in the order of the global ID's parts. */
  readonly keyFields: readonly string[];
  /** What finding one, and telling its own fields, can call. */
  readonly calls: readonly Operation[];
  /** Null where there is no such object. The key is checked: see {@link parseKey}. */
  find(key: readonly string[], context: Context): Promise<object | null>;
}

/** Every type with a key that this subgraph resolves, by its name. */
export const references: Readonly<Record<string, Reference>> = {
  Account: {
    keyFields: ['accountId'],
    calls: tellAccount,
    find: ([accountId = ''], context) => findAccount(context, accountId),
  },
  ResourceDirectory: {
    keyFields: ['resourceDirectoryId'],
    calls: [GetResourceDirectory],
    find: async ([resourceDirectoryId], context) => {
      const directory = await loadResourceDirectory(context);
      return directory?.resourceDirectoryId === resourceDirectoryId ? directory : null;
    },
  },
  ResourceDirectoryFolder: {
    keyFields: ['folderId'],
    calls: [GetFolder, GetResourceDirectory],
    find: ([folderId = ''], context) => findFolder(context, folderId),
  },
  ConfigurationRecorder: {
    keyFields: ['accountId'],
    calls: [DescribeConfigurationRecorder],
    find: ([accountId], context) => loadRecorder(context, accountId, ['accountId']),
  },
  CloudResource: {
    keyFields: ['accountId', 'region', 'resourceType', 'resourceId'],
    calls: [DescribeDiscoveredResource],
    find: ([accountId = '', region = '', resourceType = '', resourceId = ''], context) =>
      findResource(context, { accountId, region, resourceType, resourceId }),
  },
  AccountGroup: {
    keyFields: ['accountGroupId'],
    calls: [GetAggregator],
    find: ([accountGroupId = ''], context) => findAccountGroup(context, accountGroupId),
  },
  AccountEnrollment: {
    keyFields: ['accountId'],
    calls: [GetEnrolledAccount],
    find: ([accountId = ''], context) => loadEnrollment(context, accountId),
  },
  AccountFactoryBaseline: {
    keyFields: ['baselineId'],
    calls: [GetAccountFactoryBaseline],
    find: ([baselineId = ''], context) => findBaseline(context, baselineId),
  },
};

/**
 * The parts of a key, in the order of its fields.
 *
 * @param fieldOf where a client wrote the part of this name, for the message.
 * @throws UserError BAD_USER_INPUT for an account ID that can be none, and for an empty text.
 */
export const parseKey = (
  { keyFields }: Reference,
  key: readonly string[],
  fieldOf: (name: string) => readonly string[],
): readonly string[] =>
  keyFields.map((name, index) => {
    const parse = name === 'accountId' ? parseAccountId : requireText;
    return parse(key[index] ?? '', fieldOf(name));
  });

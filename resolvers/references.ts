import { CloudResource } from '../schema/cloud-config/CloudResource';
import { AccountEnrollment } from '../schema/governance/AccountEnrollment';
import { Account } from '../schema/resource-manager/Account';
import type { Context } from '../src/context';
import { loadRecorder } from './cloud-config/ConfigurationRecorderResolver';
import { parseAccountId } from './currentAccount';
import { loadResourceDirectory } from './resource-manager/ResourceDirectoryResolver';

/** How an object is found by its natural key: for `node`, and for `_entities`. */
export interface Reference {
  /** The fields of its federation key, in the order of the global ID's parts. */
  readonly keyFields: readonly string[];
  /** Null where there is no such object. */
  find(key: readonly string[], context: Context): Promise<object | null>;
}

/** Every type with a key that this subgraph resolves, by its name. */
export const references: Readonly<Record<string, Reference>> = {
  Account: {
    keyFields: ['accountId'],
    find: async ([accountId = '']) => Account.of(parseAccountId(accountId, ['accountId'])),
  },
  ResourceDirectory: {
    keyFields: ['resourceDirectoryId'],
    find: async ([resourceDirectoryId], context) => {
      const directory = await loadResourceDirectory(context);
      return directory?.resourceDirectoryId === resourceDirectoryId ? directory : null;
    },
  },
  ConfigurationRecorder: {
    keyFields: ['accountId'],
    find: ([accountId], context) => loadRecorder(context, accountId, ['accountId']),
  },
  CloudResource: {
    keyFields: ['accountId', 'region', 'resourceType', 'resourceId'],
    find: async ([accountId = '', region = '', resourceType = '', resourceId = '']) =>
      CloudResource.of({ accountId: parseAccountId(accountId, ['accountId']), region, resourceType, resourceId }),
  },
  AccountEnrollment: {
    keyFields: ['accountId'],
    find: async ([accountId = ''], { loaders }) => {
      const id = parseAccountId(accountId, ['accountId']);
      return AccountEnrollment.fromRecord(id, await loaders.governance.enrolledAccount.load(id));
    },
  },
};

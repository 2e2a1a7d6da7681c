import { getMetadataStorage } from 'type-graphql';
import '../../resolvers';
import { AccountGroup } from '../../schema/cloud-config/AccountGroup';
import { CloudResource } from '../../schema/cloud-config/CloudResource';
import { AccountEnrollment } from '../../schema/governance/AccountEnrollment';
import { AccountFactoryBaseline } from '../../schema/governance/AccountFactoryBaseline';
import { Account } from '../../schema/resource-manager/Account';
import { ResourceDirectoryFolder } from '../../schema/resource-manager/ResourceDirectoryFolder';
import {
  DescribeDiscoveredResource,
  GetAccount,
  GetAccountFactoryBaseline,
  GetAggregator,
  GetEnrolledAccount,
  GetFolder,
  ListAccountFactoryBaselines,
  ListAccountsForParent,
  ListAggregators,
  ListDiscoveredResources,
  ListEnrolledAccounts,
  ListFoldersForParent,
} from '../../src/operations';
import type { Fields } from '../../src/operations/shapes';

/*
 * What only the detail form of a record carries must never be read from the list form, where its absence would read as
 * null: the GraphQL fields that tell it have resolvers, which load the detail form.
 */

const recordIn = (fields: Fields | undefined, ...path: readonly string[]): Fields =>
  path.reduce<Fields>((at, name) => {
    const shape = at[name];
    return shape?.of?.fields ?? shape?.fields ?? {};
  }, fields ?? {});

interface Forms {
  readonly type: { readonly name: string; readonly prototype: object };
  readonly list: Fields;
  readonly detail: Fields;
  /** Every member that only the detail form has, and the GraphQL fields that tell it. */
  readonly toldBy: Readonly<Record<string, readonly string[]>>;
}

const forms: readonly Forms[] = [
  {
    type: Account,
    list: recordIn(ListAccountsForParent.response, 'Accounts', 'Account'),
    detail: recordIn(GetAccount.response, 'Account'),
    toldBy: { AccountName: [], EmailStatus: [], IdentityInformation: [], Location: [], ResourceDirectoryPath: [] },
  },
  {
    type: AccountGroup,
    list: recordIn(ListAggregators.response, 'AggregatorsResult', 'Aggregators'),
    detail: recordIn(GetAggregator.response, 'Aggregator'),
    toldBy: { AggregatorAccounts: ['members'], FolderName: [] },
  },
  {
    type: ResourceDirectoryFolder,
    list: recordIn(ListFoldersForParent.response, 'Folders', 'Folder'),
    detail: recordIn(GetFolder.response, 'Folder'),
    toldBy: { ParentFolderId: ['parent'], ResourceDirectoryPath: [] },
  },
  {
    type: CloudResource,
    list: recordIn(ListDiscoveredResources.response, 'DiscoveredResourceProfiles', 'DiscoveredResourceProfileList'),
    detail: recordIn(DescribeDiscoveredResource.response, 'DiscoveredResourceDetail'),
    toldBy: { AvailabilityZone: ['availabilityZone'], Configuration: ['configuration', 'rawConfiguration'] },
  },
  {
    type: AccountEnrollment,
    list: recordIn(ListEnrolledAccounts.response, 'EnrolledAccounts'),
    detail: GetEnrolledAccount.response,
    toldBy: {
      BaselineItems: ['baselineItems'],
      ErrorInfo: ['failure'],
      Initialized: ['initialized'],
      Inputs: [],
      MasterAccountUid: [],
      Progress: ['progress'],
    },
  },
  {
    type: AccountFactoryBaseline,
    list: recordIn(ListAccountFactoryBaselines.response, 'Baselines'),
    detail: GetAccountFactoryBaseline.response,
    toldBy: { BaselineItems: ['items'] },
  },
];

/** The fields that classes of resolvers answer, not members of the object itself. */
const resolvedFields = (type: Forms['type']): string[] => {
  const { resolverClasses, fieldResolvers } = getMetadataStorage();
  const typeOf = (target: unknown) => resolverClasses.find((one) => one.target === target)?.getObjectType();
  return fieldResolvers.filter(({ target }) => typeOf(target) === type).map(({ methodName }) => methodName);
};

it.each(forms.map((one) => [one.type.name, one] as const))(
  'what only the detail form of %s carries is told by a resolver, or by nothing',
  (_, { type, list, detail, toldBy }) => {
    const onlyInDetail = Object.keys(detail).filter((name) => !Object.hasOwn(list, name));

    expect(Object.keys(list)).not.toEqual([]);
    expect(onlyInDetail.sort()).toEqual(Object.keys(toldBy));
    expect(resolvedFields(type)).toEqual(expect.arrayContaining(Object.values(toldBy).flat()));
  },
);

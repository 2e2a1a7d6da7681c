/** Who usually changes a property. */
export type PropertyCategory = 'USER' | 'SYSTEM' | 'MIXED';

type Categories = Readonly<Record<string, PropertyCategory>>;

/** Properties of any resource. */
const common: Categories = {
  Status: 'MIXED',
  ResourceStatus: 'MIXED',
  ExpiredTime: 'MIXED',
  ExpireTime: 'MIXED',
  // They change with every write, and with what the cloud does.
  GmtModified: 'MIXED',
  LastModifiedTime: 'MIXED',
  ModifiedTime: 'MIXED',
  UpdateDate: 'MIXED',
  UpdateTime: 'MIXED',
};

/** Properties of one type of resource. They precede the common ones. */
const ofTypes: Readonly<Record<string, Categories>> = {
  'ACS::ECS::Disk': { AttachedTime: 'MIXED', DetachedTime: 'MIXED' },
  'ACS::ECS::Instance': { OperationLocks: 'MIXED', StartTime: 'MIXED', StoppedMode: 'MIXED' },
  'ACS::ECS::Snapshot': { Progress: 'SYSTEM', RemainTime: 'SYSTEM' },
  'ACS::RAM::AccessKey': { LastUsedDate: 'SYSTEM' },
  'ACS::RAM::User': { LastLoginDate: 'SYSTEM' },
  'ACS::RDS::DBInstance': {
    DBInstanceDiskUsed: 'SYSTEM',
    DBInstanceStatus: 'MIXED',
    // The cloud can extend it by itself.
    DBInstanceStorage: 'MIXED',
    LockMode: 'MIXED',
    LockReason: 'MIXED',
  },
  'ACS::SLB::LoadBalancer': { LoadBalancerStatus: 'MIXED' },
};

const known = new Map(Object.entries(ofTypes).map(([type, categories]) => [type, new Map(Object.entries(categories))]));
const anywhere = new Map(Object.entries(common));

/** Who usually changes a property. A property that the tables do not list is changed by users, as far as is known. */
export const categoryOf = (resourceType: string, property: string): PropertyCategory =>
  known.get(resourceType)?.get(property) ?? anywhere.get(property) ?? 'USER';

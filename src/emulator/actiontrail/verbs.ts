/** How the product of a resource type spells itself in events, and what its operations are called. */
export interface Verbs {
  readonly service: string;
  readonly isGlobal: boolean;
  readonly create: string;
  readonly remove: string;
  readonly modify: string;
  /** The parameter that names the resource. */
  readonly idParameter: string;
  /** Whether the request that makes one names it. Otherwise the product makes the name up. */
  readonly isNamedByRequest?: boolean;
  /** Operations that set one property, by its value. */
  readonly byValue?: Readonly<Record<string, string>>;
}

const ofEcs = (noun: string, create: string, byValue?: Verbs['byValue']): Verbs => ({
  service: 'Ecs',
  isGlobal: false,
  create,
  remove: `Delete${noun}`,
  modify: `Modify${noun}Attribute`,
  idParameter: `${noun}Id`,
  byValue,
});

const byType: Readonly<Record<string, Verbs>> = {
  'ACS::ECS::Instance': ofEcs('Instance', 'RunInstances', {
    Stopped: 'StopInstance',
    Stopping: 'StopInstance',
    Running: 'StartInstance',
    Starting: 'StartInstance',
  }),
  'ACS::ECS::SecurityGroup': ofEcs('SecurityGroup', 'CreateSecurityGroup'),
  'ACS::ECS::Disk': ofEcs('Disk', 'CreateDisk', {
    In_use: 'AttachDisk',
    Available: 'DetachDisk',
    Detaching: 'DetachDisk',
  }),
  'ACS::OSS::Bucket': {
    service: 'Oss',
    isGlobal: false,
    create: 'PutBucket',
    remove: 'DeleteBucket',
    modify: 'PutBucketProperties',
    idParameter: 'BucketName',
    isNamedByRequest: true,
  },
  'ACS::RDS::DBInstance': {
    service: 'Rds',
    isGlobal: false,
    create: 'CreateDBInstance',
    remove: 'DeleteDBInstance',
    modify: 'ModifyDBInstance',
    idParameter: 'DBInstanceId',
    byValue: { Restarting: 'RestartDBInstance', 'Backing-Up': 'CreateBackup', Running: 'RestartDBInstance' },
  },
  'ACS::SLB::LoadBalancer': {
    service: 'Slb',
    isGlobal: false,
    create: 'CreateLoadBalancer',
    remove: 'DeleteLoadBalancer',
    modify: 'ModifyLoadBalancer',
    idParameter: 'LoadBalancerId',
  },
  'ACS::VPC::VPC': {
    service: 'Vpc',
    isGlobal: false,
    create: 'CreateVpc',
    remove: 'DeleteVpc',
    modify: 'ModifyVpcAttribute',
    idParameter: 'VpcId',
  },
  'ACS::RAM::User': {
    service: 'Ims',
    isGlobal: true,
    create: 'CreateUser',
    remove: 'DeleteUser',
    modify: 'UpdateUser',
    idParameter: 'UserPrincipalName',
    isNamedByRequest: true,
  },
};

/** What the operations on a resource type are called; of a type without a row, what its name suggests. */
export function verbsOf(resourceType: string): Verbs {
  const known = Object.hasOwn(byType, resourceType) ? byType[resourceType] : undefined;
  if (known) return known;
  const [, product = 'Unknown', noun = 'Resource'] = resourceType.split('::');
  return {
    service: product.charAt(0) + product.slice(1).toLowerCase(),
    isGlobal: product === 'RAM' || product === 'CEN' || product === 'CDN',
    create: `Create${noun}`,
    remove: `Delete${noun}`,
    modify: `Modify${noun}`,
    idParameter: `${noun}Id`,
  };
}

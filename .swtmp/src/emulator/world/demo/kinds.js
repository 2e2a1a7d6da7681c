/** A kind of resource as its history is made up: how it is found first, and what each property can become. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get bucket () {
        return bucket;
    },
    get database () {
        return database;
    },
    get disk () {
        return disk;
    },
    get ecsInstance () {
        return ecsInstance;
    },
    get loadBalancer () {
        return loadBalancer;
    },
    get ramUser () {
        return ramUser;
    },
    get securityGroup () {
        return securityGroup;
    },
    get vpc () {
        return vpc;
    }
});
const ecsInstance = {
    resourceType: 'ACS::ECS::Instance',
    properties: {
        Status: [
            'Running',
            'Stopping',
            'Stopped',
            'Starting'
        ],
        InstanceType: [
            'ecs.g7.large',
            'ecs.g7.xlarge',
            'ecs.g7.2xlarge',
            'ecs.c7.xlarge'
        ],
        Cpu: [
            2,
            4,
            8
        ],
        Memory: [
            8192,
            16384,
            32768
        ],
        InternetMaxBandwidthOut: [
            0,
            5,
            20,
            100
        ],
        SecurityGroupIds: [
            [
                'sg-bp1base0000000000web'
            ],
            [
                'sg-bp1base0000000000web',
                'sg-bp1base0000000000ops'
            ],
            [
                'sg-bp1base0000000000ops'
            ]
        ],
        DeletionProtection: [
            false,
            true
        ],
        ExpiredTime: [
            '2026-08-31T16:00Z',
            '2026-09-30T16:00Z',
            '2026-12-31T16:00Z'
        ],
        Description: [
            '',
            '结算任务节点',
            'billing worker',
            'drained for maintenance'
        ],
        MetadataOptions: [
            {
                HttpEndpoint: 'enabled',
                HttpTokens: 'optional'
            },
            {
                HttpEndpoint: 'enabled',
                HttpTokens: 'required'
            }
        ]
    }
};
const securityGroup = {
    resourceType: 'ACS::ECS::SecurityGroup',
    properties: {
        Description: [
            '',
            'web entry',
            '仅限内网'
        ],
        InnerAccessPolicy: [
            'Accept',
            'Drop'
        ],
        Permissions: [
            [
                {
                    IpProtocol: 'TCP',
                    PortRange: '443/443',
                    SourceCidrIp: '0.0.0.0/0',
                    Policy: 'Accept'
                }
            ],
            [
                {
                    IpProtocol: 'TCP',
                    PortRange: '443/443',
                    SourceCidrIp: '0.0.0.0/0',
                    Policy: 'Accept'
                },
                {
                    IpProtocol: 'TCP',
                    PortRange: '22/22',
                    SourceCidrIp: '0.0.0.0/0',
                    Policy: 'Accept'
                }
            ],
            [
                {
                    IpProtocol: 'TCP',
                    PortRange: '443/443',
                    SourceCidrIp: '0.0.0.0/0',
                    Policy: 'Accept'
                },
                {
                    IpProtocol: 'TCP',
                    PortRange: '22/22',
                    SourceCidrIp: '10.0.0.0/8',
                    Policy: 'Accept'
                }
            ]
        ]
    }
};
const disk = {
    resourceType: 'ACS::ECS::Disk',
    properties: {
        Status: [
            'In_use',
            'Available',
            'Detaching'
        ],
        Size: [
            100,
            200,
            500
        ],
        Category: [
            'cloud_essd',
            'cloud_efficiency'
        ],
        DeleteWithInstance: [
            true,
            false
        ]
    }
};
const bucket = {
    resourceType: 'ACS::OSS::Bucket',
    properties: {
        AccessControlList: [
            {
                Grant: 'private'
            },
            {
                Grant: 'public-read'
            }
        ],
        Versioning: [
            'Suspended',
            'Enabled'
        ],
        ServerSideEncryptionRule: [
            {
                SSEAlgorithm: 'None'
            },
            {
                SSEAlgorithm: 'AES256'
            },
            {
                SSEAlgorithm: 'KMS'
            }
        ],
        BucketPolicy: [
            {
                LogBucket: '',
                LogPrefix: ''
            },
            {
                LogBucket: 'lotus-valley-logs',
                LogPrefix: 'oss/'
            }
        ]
    }
};
const database = {
    resourceType: 'ACS::RDS::DBInstance',
    properties: {
        DBInstanceStatus: [
            'Running',
            'Restarting',
            'Backing-Up'
        ],
        DBInstanceClass: [
            'mysql.n2.medium.2c',
            'mysql.n4.large.2c',
            'mysql.n4.xlarge.2c'
        ],
        DBInstanceStorage: [
            100,
            200,
            400
        ],
        SecurityIPList: [
            '10.0.0.0/8',
            '10.0.0.0/8,172.16.0.0/12',
            '0.0.0.0/0'
        ],
        MaintainTime: [
            '18:00Z-19:00Z',
            '20:00Z-21:00Z'
        ]
    }
};
const loadBalancer = {
    resourceType: 'ACS::SLB::LoadBalancer',
    properties: {
        LoadBalancerStatus: [
            'active',
            'inactive'
        ],
        LoadBalancerSpec: [
            'slb.s2.small',
            'slb.s3.medium'
        ],
        Bandwidth: [
            5,
            50,
            200
        ],
        DeleteProtection: [
            'off',
            'on'
        ]
    }
};
const ramUser = {
    resourceType: 'ACS::RAM::User',
    properties: {
        Comments: [
            '',
            '外包',
            'contractor, until year end'
        ],
        MFADevice: [
            null,
            {
                SerialNumber: 'acs:ram::1587203946182045:mfa/zhang.wei'
            }
        ],
        AttachedPolicies: [
            [
                'ReadOnlyAccess'
            ],
            [
                'ReadOnlyAccess',
                'AliyunConfigReadOnlyAccess'
            ],
            [
                'AdministratorAccess'
            ]
        ]
    }
};
const vpc = {
    resourceType: 'ACS::VPC::VPC',
    properties: {
        Status: [
            'Available',
            'Pending'
        ],
        CidrBlock: [
            '10.0.0.0/16',
            '172.16.0.0/16'
        ],
        VSwitchIds: [
            [
                'vsw-bp1a'
            ],
            [
                'vsw-bp1a',
                'vsw-bp1b'
            ],
            [
                'vsw-bp1a',
                'vsw-bp1b',
                'vsw-bp1c'
            ]
        ]
    }
};

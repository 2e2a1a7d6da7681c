"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "supportedProducts", {
    enumerable: true,
    get: function() {
        return supportedProducts;
    }
});
const _supportedResourceTypes = require("../supportedResourceTypes");
/** English and Chinese names of the products whose resources are tracked. */ const productNames = {
    ACK: [
        'Container Service for Kubernetes',
        '容器服务Kubernetes版'
    ],
    ActionTrail: [
        'ActionTrail',
        '操作审计'
    ],
    CDN: [
        'Alibaba Cloud CDN',
        'CDN'
    ],
    CEN: [
        'Cloud Enterprise Network',
        '云企业网'
    ],
    ECS: [
        'Elastic Compute Service',
        '云服务器ECS'
    ],
    EIP: [
        'Elastic IP Address',
        '弹性公网IP'
    ],
    ElasticSearch: [
        'Elasticsearch',
        '检索分析服务Elasticsearch版'
    ],
    KMS: [
        'Key Management Service',
        '密钥管理服务'
    ],
    MongoDB: [
        'ApsaraDB for MongoDB',
        '云数据库MongoDB版'
    ],
    NAS: [
        'File Storage NAS',
        '文件存储NAS'
    ],
    NAT: [
        'NAT Gateway',
        'NAT网关'
    ],
    OSS: [
        'Object Storage Service',
        '对象存储OSS'
    ],
    PolarDB: [
        'PolarDB',
        '云原生数据库PolarDB'
    ],
    RAM: [
        'Resource Access Management',
        '访问控制'
    ],
    RDS: [
        'ApsaraDB RDS',
        '云数据库RDS'
    ],
    Redis: [
        'Tair (Redis OSS-compatible)',
        '云数据库Redis版'
    ],
    SLB: [
        'Server Load Balancer',
        '负载均衡SLB'
    ],
    VPC: [
        'Virtual Private Cloud',
        '专有网络VPC'
    ]
};
/** Chinese names of kinds of resources. */ const kindNames = {
    AutoSnapshotPolicy: '自动快照策略',
    Bucket: '存储空间',
    CenInstance: '云企业网实例',
    Cluster: '集群',
    DBCluster: '数据库集群',
    DBInstance: '数据库实例',
    Disk: '云盘',
    Domain: '域名',
    EipAddress: '弹性公网IP地址',
    FileSystem: '文件系统',
    Group: '用户组',
    Instance: '实例',
    Key: '密钥',
    LaunchTemplate: '启动模板',
    LoadBalancer: '负载均衡实例',
    NatGateway: 'NAT网关',
    NetworkInterface: '弹性网卡',
    Policy: '权限策略',
    Role: '角色',
    RouteTable: '路由表',
    Secret: '凭据',
    SecurityGroup: '安全组',
    Snapshot: '快照',
    Trail: '跟踪',
    User: '用户',
    VPC: '专有网络',
    VSwitch: '交换机'
};
const supportedProducts = Object.entries(productNames).map(([product, [en, zh]])=>({
        ProductNameEn: en,
        ProductNameZh: zh,
        ResourceTypeList: _supportedResourceTypes.supportedResourceTypes.filter((type)=>type.startsWith(`ACS::${product}::`)).map((type)=>{
            const kind = type.split('::')[2] ?? '';
            return {
                ResourceType: type,
                TypeNameEn: kind.replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
                TypeNameZh: kindNames[kind],
                TypePageLink: `/${product.toLowerCase()}/@{ResourceId}?region=@{RegionId}`
            };
        })
    }));

/** The resource types that the emulated Cloud Config tracks: a recorder that was not narrowed tracks them all. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "supportedResourceTypes", {
    enumerable: true,
    get: function() {
        return supportedResourceTypes;
    }
});
const supportedResourceTypes = [
    'ACS::ACK::Cluster',
    'ACS::ActionTrail::Trail',
    'ACS::CDN::Domain',
    'ACS::CEN::CenInstance',
    'ACS::ECS::AutoSnapshotPolicy',
    'ACS::ECS::Disk',
    'ACS::ECS::Instance',
    'ACS::ECS::LaunchTemplate',
    'ACS::ECS::NetworkInterface',
    'ACS::ECS::SecurityGroup',
    'ACS::ECS::Snapshot',
    'ACS::EIP::EipAddress',
    'ACS::ElasticSearch::Instance',
    'ACS::KMS::Key',
    'ACS::KMS::Secret',
    'ACS::MongoDB::DBInstance',
    'ACS::NAS::FileSystem',
    'ACS::NAT::NatGateway',
    'ACS::OSS::Bucket',
    'ACS::PolarDB::DBCluster',
    'ACS::RAM::Group',
    'ACS::RAM::Policy',
    'ACS::RAM::Role',
    'ACS::RAM::User',
    'ACS::RDS::DBInstance',
    'ACS::Redis::DBInstance',
    'ACS::SLB::LoadBalancer',
    'ACS::VPC::RouteTable',
    'ACS::VPC::VPC',
    'ACS::VPC::VSwitch'
];

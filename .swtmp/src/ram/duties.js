"use strict";
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
    get cloudConfigVersions () {
        return cloudConfigVersions;
    },
    get duties () {
        return duties;
    },
    get dutyOf () {
        return dutyOf;
    },
    get isDuty () {
        return isDuty;
    },
    get operationsFor () {
        return operationsFor;
    }
});
const _operations = require("../operations");
const duties = {
    'read-resources': 'reading recorders, resources and their history (Cloud Config)',
    'read-account-groups': 'reading account groups and, through them, the resources of their members (Cloud Config)',
    'read-directory': 'reading the directory, its accounts and folders, enrollments and baselines',
    'write-recorder': 'starting and changing the configuration recorder',
    'init-directory': 'creating a resource directory',
    enroll: 'enrolling and creating accounts',
    'assume-roles': 'reading members with their roles'
};
const isDuty = (name)=>Object.hasOwn(duties, name);
/** Account groups are read where they are owned, never in a member: one that owns a group would open other accounts. */ const isOfAccountGroups = ({ action, parameters })=>action === _operations.ListAggregators.action || Object.hasOwn(parameters, 'AggregatorId');
function dutyOf(operation) {
    const { product, kind } = operation;
    switch(product.service){
        case 'cloud-config':
            if (kind === 'write') return 'write-recorder';
            return isOfAccountGroups(operation) ? 'read-account-groups' : 'read-resources';
        case 'resource-manager':
            return kind === 'read' ? 'read-directory' : 'init-directory';
        case 'governance':
            return kind === 'read' ? 'read-directory' : 'enroll';
        case 'sts':
            return 'assume-roles';
    }
}
const cloudConfigVersions = ()=>[
        ...new Set(_operations.operations.filter(({ product })=>product.service === 'cloud-config').map(({ product })=>product.version))
    ];
/** The reads that the newer version does not answer, so that the older version serves them. */ const olderReads = new Set([
    _operations.DescribeConfigurationRecorder,
    _operations.GetResourceConfigurationTimeline
]);
const operationsFor = (cloudConfigVersion)=>_operations.operations.filter((operation)=>operation.product.service !== 'cloud-config' || operation.product.version === cloudConfigVersion || isOfAccountGroups(operation) || olderReads.has(operation));

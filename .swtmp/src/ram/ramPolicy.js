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
    get ramPolicy () {
        return ramPolicy;
    },
    get trustPolicy () {
        return trustPolicy;
    }
});
const _duties = require("./duties");
const _resourcePattern = require("./resourcePattern");
/** The role that StartConfigurationRecorder makes where the account has none: CreateSLRFail where it may not. */ const serviceLinkedRole = {
    Effect: 'Allow',
    Action: 'ram:CreateServiceLinkedRole',
    Resource: '*',
    Condition: {
        StringEquals: {
            'ram:ServiceName': 'config.aliyuncs.com'
        }
    }
};
function ramPolicy({ duties, operations, accountId = '*', memberRoles = [] }) {
    const resourcesByAction = new Map();
    for (const operation of operations){
        const { ram } = operation;
        if (ram === 'none' || ram.action === assumeRole || !duties.includes((0, _duties.dutyOf)(operation))) continue;
        const resources = resourcesByAction.get(ram.action) ?? new Set();
        resourcesByAction.set(ram.action, resources.add((0, _resourcePattern.resourcePattern)(ram.resource, accountId)));
    }
    const statements = [
        ...actionsByResource(resourcesByAction)
    ].map(([Resource, actions])=>({
            Effect: 'Allow',
            Action: [
                ...actions
            ].sort(),
            Resource
        }));
    if (duties.includes('write-recorder')) statements.push(serviceLinkedRole);
    if (duties.includes('assume-roles')) {
        // Members only differ in their account: whatever has no such role, or does not trust the gateway, stays shut.
        const Resource = memberRoles.map((role)=>`acs:ram::*:role/${role}`);
        statements.push({
            Effect: 'Allow',
            Action: assumeRole,
            Resource
        });
    }
    return {
        Version: '1',
        Statement: statements
    };
}
const assumeRole = 'sts:AssumeRole';
/** The other way round. Where two versions of a product have one action, `*` of the one has the resource of the other. */ function actionsByResource(resourcesByAction) {
    const found = new Map();
    for (const [action, resources] of resourcesByAction){
        for (const resource of resources.has('*') ? [
            '*'
        ] : resources){
            found.set(resource, [
                ...found.get(resource) ?? [],
                action
            ]);
        }
    }
    return found;
}
function trustPolicy(principal, externalId) {
    const statement = {
        Effect: 'Allow',
        Action: assumeRole,
        Principal: {
            RAM: [
                principal
            ]
        }
    };
    const Condition = externalId === undefined ? undefined : {
        StringEquals: {
            'sts:ExternalId': externalId
        }
    };
    return {
        Version: '1',
        Statement: [
            Condition ? {
                ...statement,
                Condition
            } : statement
        ]
    };
}

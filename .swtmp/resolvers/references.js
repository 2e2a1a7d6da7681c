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
    get findByKey () {
        return findByKey;
    },
    get namedObject () {
        return namedObject;
    },
    get nodes () {
        return nodes;
    },
    get parseKey () {
        return parseKey;
    },
    get references () {
        return references;
    }
});
const _costs = require("../schema/costs");
const _operations = require("../src/operations");
const _AccountGroupResolver = require("./cloud-config/AccountGroupResolver");
const _CloudResourceResolver = require("./cloud-config/CloudResourceResolver");
const _ConfigurationRecorderResolver = require("./cloud-config/ConfigurationRecorderResolver");
const _resolveTimeline = require("./cloud-config/resolveTimeline");
const _currentAccount = require("./currentAccount");
const _AccountEnrollmentResolver = require("./governance/AccountEnrollmentResolver");
const _AccountFactoryBaselineResolver = require("./governance/AccountFactoryBaselineResolver");
const _requireText = require("./requireText");
const _ResourceDirectoryFolderResolver = require("./resource-manager/ResourceDirectoryFolderResolver");
const _ResourceDirectoryResolver = require("./resource-manager/ResourceDirectoryResolver");
const _loadAccount = require("./resource-manager/loadAccount");
const references = {
    Account: {
        keyFields: [
            'accountId'
        ],
        loads: _costs.accountLoads,
        find: ([accountId = ''], context)=>(0, _loadAccount.findAccount)(context, accountId)
    },
    ResourceDirectory: {
        keyFields: [
            'resourceDirectoryId'
        ],
        loads: [
            _costs.directoryLoad
        ],
        find: async ([resourceDirectoryId], context)=>{
            const directory = await (0, _ResourceDirectoryResolver.loadResourceDirectory)(context);
            return directory?.resourceDirectoryId === resourceDirectoryId ? directory : null;
        }
    },
    ResourceDirectoryFolder: {
        keyFields: [
            'folderId'
        ],
        loads: [
            {
                operation: _operations.GetFolder,
                per: 'object'
            },
            _costs.directoryLoad
        ],
        find: ([folderId = ''], context)=>(0, _ResourceDirectoryFolderResolver.findFolder)(context, folderId)
    },
    ConfigurationRecorder: {
        keyFields: [
            'accountId'
        ],
        loads: [
            {
                operation: _operations.DescribeConfigurationRecorder,
                per: 'object'
            }
        ],
        find: ([accountId], context)=>(0, _ConfigurationRecorderResolver.loadRecorder)(context, accountId, [
                'accountId'
            ])
    },
    CloudResource: {
        keyFields: [
            'accountId',
            'region',
            'resourceType',
            'resourceId'
        ],
        loads: [
            {
                operation: _operations.DescribeDiscoveredResource,
                per: 'object'
            }
        ],
        find: ([accountId = '', region = '', resourceType = '', resourceId = ''], context)=>(0, _CloudResourceResolver.findResource)(context, {
                accountId,
                region,
                resourceType,
                resourceId
            })
    },
    AccountGroup: {
        keyFields: [
            'accountGroupId'
        ],
        loads: [
            {
                operation: _operations.GetAggregator,
                per: 'object'
            }
        ],
        find: ([accountGroupId = ''], context)=>(0, _AccountGroupResolver.findAccountGroup)(context, accountGroupId)
    },
    AccountEnrollment: {
        keyFields: [
            'accountId'
        ],
        loads: [
            {
                operation: _operations.GetEnrolledAccount,
                per: 'object',
                orList: _operations.ListEnrolledAccounts
            }
        ],
        find: ([accountId = ''], context)=>(0, _AccountEnrollmentResolver.loadEnrollment)(context, accountId)
    },
    AccountFactoryBaseline: {
        keyFields: [
            'baselineId'
        ],
        loads: [
            {
                operation: _operations.GetAccountFactoryBaseline,
                per: 'object',
                orList: _operations.ListAccountFactoryBaselines
            }
        ],
        find: ([baselineId = ''], context)=>(0, _AccountFactoryBaselineResolver.findBaseline)(context, baselineId)
    }
};
const nodes = {
    ...references,
    ConfigurationChange: {
        keyFields: [
            'accountId',
            'region',
            'resourceType',
            'resourceId',
            'capturedAt',
            'identity'
        ],
        loads: [
            {
                operation: _operations.GetResourceConfigurationTimeline,
                per: 'object'
            },
            // If more than the key is selected of its resource.
            {
                operation: _operations.DescribeDiscoveredResource,
                per: 'object'
            }
        ],
        find: ([accountId = '', region = '', resourceType = '', resourceId = '', capturedAt = '', identity = ''], context)=>(0, _resolveTimeline.findChange)(context, {
                accountId,
                region,
                resourceType,
                resourceId
            }, capturedAt, identity)
    },
    AccountGroupMember: {
        keyFields: [
            'accountGroupId',
            'accountId'
        ],
        loads: [
            {
                operation: _operations.GetAggregator,
                per: 'object'
            }
        ],
        find: ([accountGroupId = '', accountId = ''], context)=>(0, _AccountGroupResolver.findAccountGroupMember)(context, accountGroupId, accountId)
    }
};
const namedObject = (typeName, key)=>{
    const reference = Object.hasOwn(nodes, typeName) ? nodes[typeName] : undefined;
    if (reference?.keyFields.length !== key.length) return undefined;
    const accountId = key[reference.keyFields.indexOf('accountId')];
    return {
        typeName,
        key: key.length === 1 ? key[0] ?? '' : JSON.stringify(key),
        accountId,
        loads: reference.loads
    };
};
/**
 * How the parts of a key are checked that are no plain text. What a list returns must be found again, and Cloud Config
 * lists resources without a region, with a blank ID, and with types of any form.
 */ const parsers = new Map([
    [
        'accountId',
        _currentAccount.parseAccountId
    ],
    [
        'region',
        (text)=>text
    ],
    [
        'resourceType',
        _requireText.requireCharacters
    ],
    [
        'resourceId',
        _requireText.requireCharacters
    ]
]);
const parseKey = ({ keyFields }, key, fieldOf)=>keyFields.map((name, index)=>{
        const parse = parsers.get(name) ?? _requireText.requireText;
        return parse(key[index] ?? '', fieldOf(name));
    });
const findByKey = async (reference, key, fieldOf, context)=>{
    context.access.requireScope('governance:read');
    const accountId = key[reference.keyFields.indexOf('accountId')];
    if (accountId !== undefined) context.access.requireRight('governance:read', accountId, fieldOf('accountId'));
    return reference.find(key, context);
};

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
    get ControlPolicyStatus () {
        return ControlPolicyStatus;
    },
    get MemberDeletionStatus () {
        return MemberDeletionStatus;
    },
    get ResourceDirectory () {
        return ResourceDirectory;
    }
});
const _typegraphql = require("type-graphql");
const _operations = require("../../src/operations");
const _costs = require("../costs");
const _enumValue = require("../enumValue");
const _Node = require("../relay/Node");
const _globalId = require("../relay/globalId");
const _scalars = require("../scalars");
const _present = require("../scalars/present");
const _Account = require("./Account");
const _ResourceDirectoryFolder = require("./ResourceDirectoryFolder");
function _ts_decorate(decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") {
        r = Reflect.decorate(decorators, target, key, desc);
    } else {
        for(var i = decorators.length - 1; i >= 0; i--){
            if (d = decorators[i]) {
                r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
            }
        }
    }
    return c > 3 && r && Object.defineProperty(target, key, r), r;
}
const ControlPolicyStatus = (0, _enumValue.defineEnum)('ControlPolicyStatus', 'State of the control policy feature of a resource directory.', {
    ENABLED: 'Control policies are enabled.',
    PENDING_ENABLE: 'Control policies are being enabled.',
    DISABLED: 'Control policies are disabled.',
    PENDING_DISABLE: 'Control policies are being disabled.',
    UNKNOWN: (0, _enumValue.unknownBeside)('rawControlPolicyStatus')
});
const MemberDeletionStatus = (0, _enumValue.defineEnum)('MemberDeletionStatus', 'Whether members of a resource directory may be deleted.', {
    ENABLED: 'Members may be deleted.',
    DISABLED: 'Members may not be deleted.',
    UNKNOWN: (0, _enumValue.unknownBeside)('rawMemberDeletionStatus')
});
const controlPolicyStatuses = {
    Enabled: 'ENABLED',
    PendingEnable: 'PENDING_ENABLE',
    Disabled: 'DISABLED',
    PendingDisable: 'PENDING_DISABLE'
};
const memberDeletionStatuses = {
    Enabled: 'ENABLED',
    Disabled: 'DISABLED'
};
let ResourceDirectory = class ResourceDirectory extends _Node.Node {
    /** The one place where wire names meet GraphQL names. */ static fromRecord(record) {
        const { ControlPolicyStatus: controlPolicy, MemberDeletionStatus: memberDeletion } = record;
        return Object.assign(new ResourceDirectory(), {
            id: (0, _globalId.toGlobalId)('ResourceDirectory', record.ResourceDirectoryId),
            resourceDirectoryId: record.ResourceDirectoryId,
            managementAccount: _Account.Account.of(record.MasterAccountId),
            managementAccountName: record.MasterAccountName ?? null,
            rootFolder: _ResourceDirectoryFolder.ResourceDirectoryFolder.of(record.RootFolderId),
            createdAt: (0, _present.presentDate)(record.CreateTime),
            controlPolicyStatus: controlPolicy === undefined ? null : (0, _enumValue.enumValue)(controlPolicyStatuses, controlPolicy),
            rawControlPolicyStatus: controlPolicy ?? null,
            memberDeletionStatus: memberDeletion === undefined ? null : (0, _enumValue.enumValue)(memberDeletionStatuses, memberDeletion),
            rawMemberDeletionStatus: memberDeletion ?? null,
            identityInformation: record.IdentityInformation ?? null
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        description: 'The directory ID, `rd-…`.'
    })
], ResourceDirectory.prototype, "resourceDirectoryId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_Account.Account, {
        description: 'The account that owns the directory.'
    }),
    (0, _costs.Costs)({
        details: _costs.accountLoads,
        account: 'directory'
    })
], ResourceDirectory.prototype, "managementAccount", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The name of the management account. Null if the upstream does not return it.'
    })
], ResourceDirectory.prototype, "managementAccountName", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_ResourceDirectoryFolder.ResourceDirectoryFolder, {
        description: 'The folder that contains all others.'
    }),
    (0, _costs.Costs)({
        details: [
            {
                operation: _operations.GetFolder,
                per: 'object'
            }
        ],
        level: 'root'
    })
], ResourceDirectory.prototype, "rootFolder", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_scalars.DateTime, {
        nullable: true,
        description: 'When the directory was enabled. Null if the upstream does not return it.'
    })
], ResourceDirectory.prototype, "createdAt", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>ControlPolicyStatus, {
        nullable: true,
        description: 'The state of the control policy feature. Null if the upstream does not return it.'
    })
], ResourceDirectory.prototype, "controlPolicyStatus", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: (0, _enumValue.rawTextOf)('controlPolicyStatus')
    })
], ResourceDirectory.prototype, "rawControlPolicyStatus", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>MemberDeletionStatus, {
        nullable: true,
        description: 'Whether members may be deleted. Null if the upstream does not return it.'
    })
], ResourceDirectory.prototype, "memberDeletionStatus", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: (0, _enumValue.rawTextOf)('memberDeletionStatus')
    })
], ResourceDirectory.prototype, "rawMemberDeletionStatus", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The enterprise name from the real-name verification of the management account. Null if the upstream does not return it.'
    })
], ResourceDirectory.prototype, "identityInformation", void 0);
ResourceDirectory = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        implements: _Node.Node,
        description: 'A resource directory: the tree of folders and member accounts of one management account.'
    }),
    (0, _typegraphql.Directive)('@key(fields: "resourceDirectoryId")')
], ResourceDirectory);

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
    get ConfigurationRecorder () {
        return ConfigurationRecorder;
    },
    get ConfigurationRecorderStatus () {
        return ConfigurationRecorderStatus;
    },
    get ConfigurationRecorderStatusInput () {
        return ConfigurationRecorderStatusInput;
    },
    get OrganizationEnableStatus () {
        return OrganizationEnableStatus;
    },
    get parseOrganizationStatus () {
        return parseOrganizationStatus;
    },
    get parseRecorderStatus () {
        return parseRecorderStatus;
    }
});
const _typegraphql = require("type-graphql");
const _costs = require("../costs");
const _enumValue = require("../enumValue");
const _Node = require("../relay/Node");
const _globalId = require("../relay/globalId");
const _Account = require("../resource-manager/Account");
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
const recorderStatuses = {
    NOT_ACTIVATED: 'Cloud Config was never activated in this account, so nothing is recorded.',
    REGISTRABLE: 'The account has a recorder, but it is not registered.',
    BUILDING: 'The recorder is being built. The first inventory takes minutes.',
    REGISTERED: 'The recorder is on.',
    REBUILDING: 'The recorder is being rebuilt after its resource types were changed.'
};
const ConfigurationRecorderStatusInput = (0, _enumValue.defineEnum)('ConfigurationRecorderStatusInput', 'The status of a configuration recorder, as a filter.', recorderStatuses);
const ConfigurationRecorderStatus = (0, _enumValue.defineEnum)('ConfigurationRecorderStatus', 'The status of a configuration recorder.', {
    ...recorderStatuses,
    UNKNOWN: (0, _enumValue.unknownBeside)('rawStatus')
});
const OrganizationEnableStatus = (0, _enumValue.defineEnum)('OrganizationEnableStatus', 'Whether the enterprise edition of Cloud Config is on for the organization.', {
    REGISTRABLE: 'The organization is not upgraded.',
    BUILDING: 'The organization is being upgraded.',
    REGISTERED: 'The organization is upgraded.',
    UNKNOWN: (0, _enumValue.unknownBeside)('rawOrganizationEnableStatus')
});
const statuses = {
    REGISTRABLE: 'REGISTRABLE',
    BUILDING: 'BUILDING',
    REGISTERED: 'REGISTERED',
    REBUILDING: 'REBUILDING'
};
const parseRecorderStatus = (raw)=>(0, _enumValue.enumValue)(statuses, raw);
const organizationStatuses = {
    REGISTRABLE: 'REGISTRABLE',
    BUILDING: 'BUILDING',
    REGISTERED: 'REGISTERED'
};
const parseOrganizationStatus = (raw)=>raw === undefined ? null : (0, _enumValue.enumValue)(organizationStatuses, raw);
let ConfigurationRecorder = class ConfigurationRecorder extends _Node.Node {
    /**
   * The one place where wire names meet GraphQL names.
   *
   * @param accountId the account that was asked about: the answer names it for ordinary accounts only.
   * @param record null if Cloud Config does not know the account.
   */ static fromRecord(accountId, record) {
        const status = record?.ConfigurationRecorderStatus;
        return Object.assign(new ConfigurationRecorder(), {
            id: (0, _globalId.toGlobalId)('ConfigurationRecorder', accountId),
            accountId,
            account: _Account.Account.of(accountId),
            status: record === null ? 'NOT_ACTIVATED' : parseRecorderStatus(status),
            rawStatus: status ?? null,
            resourceTypes: record?.ResourceTypes ?? null
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        description: 'The Alibaba Cloud account ID of the account whose resources it records.'
    })
], ConfigurationRecorder.prototype, "accountId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_Account.Account, {
        description: 'The account whose resources it records.'
    }),
    (0, _costs.Costs)({
        details: _costs.accountLoads,
        account: 'parent'
    })
], ConfigurationRecorder.prototype, "account", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>ConfigurationRecorderStatus, {
        description: 'The status of the recorder.'
    })
], ConfigurationRecorder.prototype, "status", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The value of `status` as the upstream returned it. Null if it returned none, as for NOT_ACTIVATED.'
    })
], ConfigurationRecorder.prototype, "rawStatus", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            String
        ], {
        nullable: true,
        description: 'Resource types that are recorded, `ACS::Product::Kind`. A single `all` means every type that Cloud Config supports. Null if the upstream does not return them.'
    })
], ConfigurationRecorder.prototype, "resourceTypes", void 0);
ConfigurationRecorder = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        implements: _Node.Node,
        description: 'The configuration recorder of one account: the switch that turns resource tracking on, and what it tracks.'
    }),
    (0, _typegraphql.Directive)('@key(fields: "accountId")')
], ConfigurationRecorder);

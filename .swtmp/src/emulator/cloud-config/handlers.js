"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "cloudConfigHandlers", {
    enumerable: true,
    get: function() {
        return cloudConfigHandlers;
    }
});
const _handler = require("../handler");
const _GetResourceComplianceTimeline = require("./GetResourceComplianceTimeline");
const _GetResourceConfigurationTimeline = require("./GetResourceConfigurationTimeline");
const _PutConfigurationRecorder = require("./PutConfigurationRecorder");
const _activation = require("./activation");
const _discoveredResources = require("./discoveredResources");
const _startRecorder = require("./startRecorder");
const cloudConfigHandlers = {
    ..._discoveredResources.discoveredResourceHandlers,
    PutConfigurationRecorder: _PutConfigurationRecorder.PutConfigurationRecorder,
    GetResourceConfigurationTimeline: _GetResourceConfigurationTimeline.GetResourceConfigurationTimeline,
    GetResourceComplianceTimeline: _GetResourceComplianceTimeline.GetResourceComplianceTimeline,
    StartConfigurationRecorder (request, context) {
        if (!context.world.accounts.open(context.caller.accountId)) throw new _handler.BusinessError('AccountNotExisted');
        return {
            ConfigurationRecorder: toRecord((0, _startRecorder.startRecorder)(context, request.EnterpriseEdition), context)
        };
    },
    DescribeConfigurationRecorder (_request, context) {
        const { world, caller } = context;
        (0, _activation.assertKnown)(context);
        return {
            ConfigurationRecorder: toRecord(world.recorders.status(caller.accountId), context)
        };
    }
};
/**
 * A recorder as Start and Describe answer it: an ordinary account is named by `AccountId`, the management account of
 * a directory by `OrganizationMasterId`, each without the other (2019-01-08, both editions of the document).
 */ function toRecord(status, { world, caller, readings }) {
    const { accountId } = caller;
    const isManagement = world.directories.ownedBy(accountId) !== undefined;
    const inapplicable = {
        absent: undefined,
        zero: '0',
        present: accountId
    }[readings.inapplicableFields];
    const hasOrganization = isManagement || readings.inapplicableFields !== 'absent';
    return {
        AccountId: isManagement ? inapplicable : accountId,
        ConfigurationRecorderStatus: status,
        OrganizationEnableStatus: hasOrganization ? world.recorders.organizationStatus(accountId) : undefined,
        OrganizationMasterId: isManagement ? accountId : readings.inapplicableFields === 'zero' ? '0' : undefined,
        ResourceTypes: world.recorders.resourceTypes(accountId)
    };
}

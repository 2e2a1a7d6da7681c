"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "createLoaders", {
    enumerable: true,
    get: function() {
        return createLoaders;
    }
});
const _accountGroups = require("./cloud-config/accountGroups");
const _countRoutes = require("./cloud-config/countRoutes");
const _explainEmptyRegion = require("./cloud-config/explainEmptyRegion");
const _loaders = require("./cloud-config/loaders");
const _memberAccess = require("./cloud-config/memberAccess");
const _fitPages = require("./fitPages");
const _governance = require("./governance");
const _learnEnds = require("./learnEnds");
const _resourcemanager = require("./resource-manager");
const createLoaders = (client, lists, { access, callOptions, onRoute }, api)=>{
    const rpc = (0, _countRoutes.countRoutes)((0, _explainEmptyRegion.explainEmptyRegion)((0, _fitPages.fitPages)((0, _learnEnds.learnEnds)(client, lists), lists.pageSizes)), onRoute);
    const cloudConfig = (0, _loaders.createCloudConfigLoaders)(rpc, callOptions, api, lists);
    const accountGroups = (0, _accountGroups.createAccountGroupLoaders)(rpc, lists);
    return {
        accountGroups,
        cloudConfig: access === 'account-group' ? (0, _memberAccess.throughAccountGroup)({
            cloudConfig,
            accountGroups,
            rpc,
            callOptions,
            lists
        }) : cloudConfig,
        resourceManager: (0, _resourcemanager.createResourceManagerLoaders)(rpc, lists),
        governance: (0, _governance.createGovernanceLoaders)(rpc, lists)
    };
};

/*
 * The catalogue: every upstream operation that the gateway knows, by its action. If a later version of a product has an
 * action of an earlier one, the later operation has its year behind the name.
 */ "use strict";
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
    get AssumeRole () {
        return _AssumeRole.AssumeRole;
    },
    get DescribeConfigurationRecorder () {
        return _DescribeConfigurationRecorder.DescribeConfigurationRecorder;
    },
    get DescribeDiscoveredResource () {
        return _DescribeDiscoveredResource.DescribeDiscoveredResource;
    },
    get EnrollAccount () {
        return _EnrollAccount.EnrollAccount;
    },
    get GetAccount () {
        return _GetAccount.GetAccount;
    },
    get GetAccountFactoryBaseline () {
        return _GetAccountFactoryBaseline.GetAccountFactoryBaseline;
    },
    get GetAggregateDiscoveredResource () {
        return _GetAggregateDiscoveredResource.GetAggregateDiscoveredResource;
    },
    get GetAggregateResourceComplianceTimeline () {
        return _GetAggregateResourceComplianceTimeline.GetAggregateResourceComplianceTimeline;
    },
    get GetAggregateResourceConfigurationTimeline () {
        return _GetAggregateResourceConfigurationTimeline.GetAggregateResourceConfigurationTimeline;
    },
    get GetAggregateResourceCountsGroupByRegion () {
        return _GetAggregateResourceCountsGroupByRegion.GetAggregateResourceCountsGroupByRegion;
    },
    get GetAggregateResourceCountsGroupByResourceType () {
        return _GetAggregateResourceCountsGroupByResourceType.GetAggregateResourceCountsGroupByResourceType;
    },
    get GetAggregator () {
        return _GetAggregator.GetAggregator;
    },
    get GetCallerIdentity () {
        return _GetCallerIdentity.GetCallerIdentity;
    },
    get GetConfigurationRecorder () {
        return _GetConfigurationRecorder.GetConfigurationRecorder;
    },
    get GetDiscoveredResource () {
        return _GetDiscoveredResource.GetDiscoveredResource;
    },
    get GetDiscoveredResourceCounts () {
        return _GetDiscoveredResourceCounts.GetDiscoveredResourceCounts;
    },
    get GetDiscoveredResourceCountsGroupByRegion () {
        return _GetDiscoveredResourceCountsGroupByRegion.GetDiscoveredResourceCountsGroupByRegion;
    },
    get GetDiscoveredResourceCountsGroupByResourceType () {
        return _GetDiscoveredResourceCountsGroupByResourceType.GetDiscoveredResourceCountsGroupByResourceType;
    },
    get GetEnrolledAccount () {
        return _GetEnrolledAccount.GetEnrolledAccount;
    },
    get GetFolder () {
        return _GetFolder.GetFolder;
    },
    get GetPayerForAccount () {
        return _GetPayerForAccount.GetPayerForAccount;
    },
    get GetResourceComplianceTimeline () {
        return _GetResourceComplianceTimeline1.GetResourceComplianceTimeline;
    },
    get GetResourceComplianceTimeline2020 () {
        return _GetResourceComplianceTimeline.GetResourceComplianceTimeline;
    },
    get GetResourceConfigurationTimeline () {
        return _GetResourceConfigurationTimeline1.GetResourceConfigurationTimeline;
    },
    get GetResourceConfigurationTimeline2020 () {
        return _GetResourceConfigurationTimeline.GetResourceConfigurationTimeline;
    },
    get GetResourceDirectory () {
        return _GetResourceDirectory.GetResourceDirectory;
    },
    get GetSupportedResourceTypes () {
        return _GetSupportedResourceTypes.GetSupportedResourceTypes;
    },
    get InitResourceDirectory () {
        return _InitResourceDirectory.InitResourceDirectory;
    },
    get ListAccountFactoryBaselineItems () {
        return _ListAccountFactoryBaselineItems.ListAccountFactoryBaselineItems;
    },
    get ListAccountFactoryBaselines () {
        return _ListAccountFactoryBaselines.ListAccountFactoryBaselines;
    },
    get ListAccounts () {
        return _ListAccounts.ListAccounts;
    },
    get ListAccountsForParent () {
        return _ListAccountsForParent.ListAccountsForParent;
    },
    get ListAggregateDiscoveredResources () {
        return _ListAggregateDiscoveredResources.ListAggregateDiscoveredResources;
    },
    get ListAggregators () {
        return _ListAggregators.ListAggregators;
    },
    get ListAncestors () {
        return _ListAncestors.ListAncestors;
    },
    get ListDiscoveredResources () {
        return _ListDiscoveredResources1.ListDiscoveredResources;
    },
    get ListDiscoveredResources2020 () {
        return _ListDiscoveredResources.ListDiscoveredResources;
    },
    get ListEnrolledAccounts () {
        return _ListEnrolledAccounts.ListEnrolledAccounts;
    },
    get ListFoldersForParent () {
        return _ListFoldersForParent.ListFoldersForParent;
    },
    get ListSupportedProducts () {
        return _ListSupportedProducts.ListSupportedProducts;
    },
    get PutConfigurationRecorder () {
        return _PutConfigurationRecorder.PutConfigurationRecorder;
    },
    get StartConfigurationRecorder () {
        return _StartConfigurationRecorder1.StartConfigurationRecorder;
    },
    get StartConfigurationRecorder2020 () {
        return _StartConfigurationRecorder.StartConfigurationRecorder;
    },
    get StopConfigurationRecorder () {
        return _StopConfigurationRecorder.StopConfigurationRecorder;
    },
    get UpdateConfigurationRecorder () {
        return _UpdateConfigurationRecorder.UpdateConfigurationRecorder;
    }
});
const _GetAggregateDiscoveredResource = require("./cloud-config/2020-09-07/GetAggregateDiscoveredResource");
const _GetAggregateResourceComplianceTimeline = require("./cloud-config/2020-09-07/GetAggregateResourceComplianceTimeline");
const _GetAggregateResourceConfigurationTimeline = require("./cloud-config/2020-09-07/GetAggregateResourceConfigurationTimeline");
const _GetAggregateResourceCountsGroupByRegion = require("./cloud-config/2020-09-07/GetAggregateResourceCountsGroupByRegion");
const _GetAggregateResourceCountsGroupByResourceType = require("./cloud-config/2020-09-07/GetAggregateResourceCountsGroupByResourceType");
const _GetAggregator = require("./cloud-config/2020-09-07/GetAggregator");
const _GetConfigurationRecorder = require("./cloud-config/2020-09-07/GetConfigurationRecorder");
const _GetDiscoveredResource = require("./cloud-config/2020-09-07/GetDiscoveredResource");
const _GetDiscoveredResourceCountsGroupByRegion = require("./cloud-config/2020-09-07/GetDiscoveredResourceCountsGroupByRegion");
const _GetDiscoveredResourceCountsGroupByResourceType = require("./cloud-config/2020-09-07/GetDiscoveredResourceCountsGroupByResourceType");
const _GetResourceComplianceTimeline = require("./cloud-config/2020-09-07/GetResourceComplianceTimeline");
const _GetResourceConfigurationTimeline = require("./cloud-config/2020-09-07/GetResourceConfigurationTimeline");
const _ListAggregateDiscoveredResources = require("./cloud-config/2020-09-07/ListAggregateDiscoveredResources");
const _ListAggregators = require("./cloud-config/2020-09-07/ListAggregators");
const _ListDiscoveredResources = require("./cloud-config/2020-09-07/ListDiscoveredResources");
const _ListSupportedProducts = require("./cloud-config/2020-09-07/ListSupportedProducts");
const _StartConfigurationRecorder = require("./cloud-config/2020-09-07/StartConfigurationRecorder");
const _StopConfigurationRecorder = require("./cloud-config/2020-09-07/StopConfigurationRecorder");
const _UpdateConfigurationRecorder = require("./cloud-config/2020-09-07/UpdateConfigurationRecorder");
const _DescribeConfigurationRecorder = require("./cloud-config/DescribeConfigurationRecorder");
const _DescribeDiscoveredResource = require("./cloud-config/DescribeDiscoveredResource");
const _GetDiscoveredResourceCounts = require("./cloud-config/GetDiscoveredResourceCounts");
const _GetResourceComplianceTimeline1 = require("./cloud-config/GetResourceComplianceTimeline");
const _GetResourceConfigurationTimeline1 = require("./cloud-config/GetResourceConfigurationTimeline");
const _GetSupportedResourceTypes = require("./cloud-config/GetSupportedResourceTypes");
const _ListDiscoveredResources1 = require("./cloud-config/ListDiscoveredResources");
const _PutConfigurationRecorder = require("./cloud-config/PutConfigurationRecorder");
const _StartConfigurationRecorder1 = require("./cloud-config/StartConfigurationRecorder");
const _EnrollAccount = require("./governance/EnrollAccount");
const _GetAccountFactoryBaseline = require("./governance/GetAccountFactoryBaseline");
const _GetEnrolledAccount = require("./governance/GetEnrolledAccount");
const _ListAccountFactoryBaselineItems = require("./governance/ListAccountFactoryBaselineItems");
const _ListAccountFactoryBaselines = require("./governance/ListAccountFactoryBaselines");
const _ListEnrolledAccounts = require("./governance/ListEnrolledAccounts");
const _GetAccount = require("./resource-manager/GetAccount");
const _GetFolder = require("./resource-manager/GetFolder");
const _GetPayerForAccount = require("./resource-manager/GetPayerForAccount");
const _GetResourceDirectory = require("./resource-manager/GetResourceDirectory");
const _InitResourceDirectory = require("./resource-manager/InitResourceDirectory");
const _ListAccounts = require("./resource-manager/ListAccounts");
const _ListAccountsForParent = require("./resource-manager/ListAccountsForParent");
const _ListAncestors = require("./resource-manager/ListAncestors");
const _ListFoldersForParent = require("./resource-manager/ListFoldersForParent");
const _AssumeRole = require("./sts/AssumeRole");
const _GetCallerIdentity = require("./sts/GetCallerIdentity");

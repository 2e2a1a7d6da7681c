"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "resolvers", {
    enumerable: true,
    get: function() {
        return resolvers;
    }
});
const _AccountGroupResolver = require("./cloud-config/AccountGroupResolver");
const _AccountResourcesResolver = require("./cloud-config/AccountResourcesResolver");
const _CloudResourceConnectionResolver = require("./cloud-config/CloudResourceConnectionResolver");
const _CloudResourceResolver = require("./cloud-config/CloudResourceResolver");
const _CloudResourcesResolver = require("./cloud-config/CloudResourcesResolver");
const _ComplianceTimelineResolver = require("./cloud-config/ComplianceTimelineResolver");
const _ConfigurationRecorderResolver = require("./cloud-config/ConfigurationRecorderResolver");
const _ConfigurationTimelineConnectionResolver = require("./cloud-config/ConfigurationTimelineConnectionResolver");
const _ConfigurationTimelineResolver = require("./cloud-config/ConfigurationTimelineResolver");
const _ResourceTypesResolver = require("./cloud-config/ResourceTypesResolver");
const _StartConfigurationRecorderResolver = require("./cloud-config/StartConfigurationRecorderResolver");
const _StopConfigurationRecorderResolver = require("./cloud-config/StopConfigurationRecorderResolver");
const _UpdateConfigurationRecorderResolver = require("./cloud-config/UpdateConfigurationRecorderResolver");
const _AccountEnrollmentResolver = require("./governance/AccountEnrollmentResolver");
const _AccountFactoryBaselineResolver = require("./governance/AccountFactoryBaselineResolver");
const _EnrollAccountResolver = require("./governance/EnrollAccountResolver");
const _NodeResolver = require("./relay/NodeResolver");
const _AccountResolver = require("./resource-manager/AccountResolver");
const _InitResourceDirectoryResolver = require("./resource-manager/InitResourceDirectoryResolver");
const _ResourceDirectoryFolderResolver = require("./resource-manager/ResourceDirectoryFolderResolver");
const _ResourceDirectoryResolver = require("./resource-manager/ResourceDirectoryResolver");
const resolvers = [
    _NodeResolver.NodeResolver,
    _AccountResolver.AccountResolver,
    _ConfigurationRecorderResolver.ConfigurationRecorderResolver,
    _ConfigurationTimelineConnectionResolver.ConfigurationTimelineConnectionResolver,
    _ConfigurationTimelineResolver.ConfigurationTimelineResolver,
    _ComplianceTimelineResolver.ComplianceTimelineResolver,
    _CloudResourceConnectionResolver.CloudResourceConnectionResolver,
    _CloudResourceResolver.CloudResourceResolver,
    _AccountResourcesResolver.AccountResourcesResolver,
    _AccountGroupResolver.AccountGroupResolver,
    _CloudResourcesResolver.CloudResourcesResolver,
    _ResourceTypesResolver.ResourceTypesResolver,
    _StartConfigurationRecorderResolver.StartConfigurationRecorderResolver,
    _UpdateConfigurationRecorderResolver.UpdateConfigurationRecorderResolver,
    _StopConfigurationRecorderResolver.StopConfigurationRecorderResolver,
    _ResourceDirectoryFolderResolver.ResourceDirectoryFolderResolver,
    _AccountEnrollmentResolver.AccountEnrollmentResolver,
    _AccountFactoryBaselineResolver.AccountFactoryBaselineResolver,
    _ResourceDirectoryResolver.ResourceDirectoryResolver,
    _InitResourceDirectoryResolver.InitResourceDirectoryResolver,
    _EnrollAccountResolver.EnrollAccountResolver
];

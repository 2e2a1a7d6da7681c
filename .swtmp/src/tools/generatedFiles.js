"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "generatedFiles", {
    enumerable: true,
    get: function() {
        return generatedFiles;
    }
});
const _accessPolicySchema = require("./accessPolicySchema");
const _emitSchema = require("./emitSchema");
const _emulatorWorldSchema = require("./emulatorWorldSchema");
const _errorsPage = require("./errorsPage");
const _listOperations = require("./listOperations");
const _ramPoliciesPage = require("./ramPoliciesPage");
const _settingsPage = require("./settingsPage");
const generatedFiles = ()=>[
        ...(0, _emitSchema.schemaFiles)(),
        (0, _listOperations.operationsPage)(),
        (0, _settingsPage.settingsPage)(),
        (0, _errorsPage.errorsPage)(),
        (0, _ramPoliciesPage.ramPoliciesPage)(),
        (0, _accessPolicySchema.accessPolicySchema)(),
        (0, _emulatorWorldSchema.emulatorWorldSchema)()
    ];

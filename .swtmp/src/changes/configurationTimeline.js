"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "configurationTimeline", {
    enumerable: true,
    get: function() {
        return configurationTimeline;
    }
});
const _nodecrypto = require("node:crypto");
const _GetResourceConfigurationTimeline = require("../operations/cloud-config/GetResourceConfigurationTimeline");
const _fingerprint = require("./fingerprint");
/** As cursors held it before equal changes counted as one. Such cursors are still in clients' hands. */ const formerFingerprintOf = ({ ResourceEventType, ConfigurationDiff })=>(0, _nodecrypto.createHash)('sha256').update(JSON.stringify([
        ResourceEventType,
        ConfigurationDiff
    ])).digest('base64url').slice(0, 8);
const configurationTimeline = {
    operation: _GetResourceConfigurationTimeline.GetResourceConfigurationTimeline,
    contentOf: _fingerprint.fingerprintOf,
    formerContentOf: formerFingerprintOf
};

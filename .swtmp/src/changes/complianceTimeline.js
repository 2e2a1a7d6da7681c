"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "complianceTimeline", {
    enumerable: true,
    get: function() {
        return complianceTimeline;
    }
});
const _operations = require("../operations");
const _fingerprint = require("./fingerprint");
const complianceTimeline = {
    operation: _operations.GetResourceComplianceTimeline,
    contentOf: ({ Configuration = '', ConfigurationDiff = '' })=>(0, _fingerprint.textFingerprintOf)(Configuration, ConfigurationDiff)
};

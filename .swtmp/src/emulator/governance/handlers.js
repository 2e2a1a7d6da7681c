"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "governanceHandlers", {
    enumerable: true,
    get: function() {
        return governanceHandlers;
    }
});
const _EnrollAccount = require("./EnrollAccount");
const _GetEnrolledAccount = require("./GetEnrolledAccount");
const _ListEnrolledAccounts = require("./ListEnrolledAccounts");
const _baselines = require("./baselines");
const governanceHandlers = {
    ..._baselines.baselineHandlers,
    EnrollAccount: _EnrollAccount.EnrollAccount,
    GetEnrolledAccount: _GetEnrolledAccount.GetEnrolledAccount,
    ListEnrolledAccounts: _ListEnrolledAccounts.ListEnrolledAccounts
};

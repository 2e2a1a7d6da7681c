"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "AccountFactoryBaselineConnection", {
    enumerable: true,
    get: function() {
        return AccountFactoryBaselineConnection;
    }
});
const _connectionOf = require("../relay/connectionOf");
const _AccountFactoryBaseline = require("./AccountFactoryBaseline");
const AccountFactoryBaselineConnection = (0, _connectionOf.connectionOf)(_AccountFactoryBaseline.AccountFactoryBaseline, {
    name: 'AccountFactoryBaseline',
    items: 'baselines'
});

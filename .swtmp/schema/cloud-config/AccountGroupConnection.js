"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "AccountGroupConnection", {
    enumerable: true,
    get: function() {
        return AccountGroupConnection;
    }
});
const _connectionOf = require("../relay/connectionOf");
const _AccountGroup = require("./AccountGroup");
const AccountGroupConnection = (0, _connectionOf.connectionOf)(_AccountGroup.AccountGroup, {
    name: 'AccountGroup',
    items: 'account groups'
});

"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "checks", {
    enumerable: true,
    get: function() {
        return checks;
    }
});
const _accountGroup = require("./accountGroup");
const _clock = require("./clock");
const _cloudConfig = require("./cloudConfig");
const _credentials = require("./credentials");
const _directory = require("./directory");
const _members = require("./members");
const _network = require("./network");
const _products = require("./products");
const _rights = require("./rights");
const _settings = require("./settings");
const checks = [
    _settings.settingsCheck,
    _network.networkCheck,
    _clock.clockCheck,
    _credentials.credentialsCheck,
    _products.productsCheck,
    _directory.directoryCheck,
    _cloudConfig.cloudConfigCheck,
    _rights.rightsCheck,
    _accountGroup.accountGroupCheck,
    _members.membersCheck
];

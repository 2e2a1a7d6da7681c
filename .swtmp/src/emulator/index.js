/**
 * The emulator of Cloud Config, Resource Management, Cloud Governance Center and STS: a real HTTP server that checks
 * signatures, keeps state, moves by a clock and can be told to misbehave. Nothing outside this folder imports anything
 * else of it; packages import it as `alicloud-governance-gateway/emulator`.
 *
 * @example
 * const emulator = await startEmulator({ world: 'demo' });
 * // Send RPC requests to emulator.url, signed with the key `testid` and the secret `testsecret`.
 * await emulator.close();
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
    get BusinessError () {
        return _handler.BusinessError;
    },
    get Refusal () {
        return _Refusal.Refusal;
    },
    get createWorld () {
        return _createWorld.createWorld;
    },
    get defaultReadings () {
        return _readings.defaultReadings;
    },
    get demoAccounts () {
        return _company.demoAccounts;
    },
    get demoEpoch () {
        return _company.demoEpoch;
    },
    get demoResources () {
        return _resources.demoResources;
    },
    get demoWorld () {
        return _demoWorld.demoWorld;
    },
    get ecsInstance () {
        return _kinds.ecsInstance;
    },
    get emulatorSettingsTable () {
        return _settings.emulatorSettingsTable;
    },
    get freshAccountId () {
        return _freshWorld.freshAccountId;
    },
    get freshWorld () {
        return _freshWorld.freshWorld;
    },
    get gatewayErrors () {
        return _gatewayErrors.gatewayErrors;
    },
    get generatedWorld () {
        return _generatedWorld.generatedWorld;
    },
    get handlers () {
        return _handlers.handlers;
    },
    get makeHistory () {
        return _history.makeHistory;
    },
    get parseEmulatorSettings () {
        return _settings.parseEmulatorSettings;
    },
    get readingSubjects () {
        return _readingSubjects.readingSubjects;
    },
    get readingValues () {
        return _readings.readingValues;
    },
    get seededRandom () {
        return _seededRandom.seededRandom;
    },
    get spread () {
        return _history.spread;
    },
    get startEmulator () {
        return _emulator.startEmulator;
    },
    get supportedProducts () {
        return _supportedProducts.supportedProducts;
    },
    get supportedResourceTypes () {
        return _supportedResourceTypes.supportedResourceTypes;
    },
    get worldJsonSchema () {
        return _WorldDefinition.worldJsonSchema;
    }
});
const _emulator = require("./emulator");
const _settings = require("./settings");
const _readings = require("./readings");
const _readingSubjects = require("./readingSubjects");
const _handler = require("./handler");
const _handlers = require("./handlers");
const _Refusal = require("./Refusal");
const _gatewayErrors = require("./gatewayErrors");
const _createWorld = require("./world/createWorld");
const _WorldDefinition = require("./world/WorldDefinition");
const _company = require("./world/demo/company");
const _demoWorld = require("./world/demo/demoWorld");
const _history = require("./world/demo/history");
const _kinds = require("./world/demo/kinds");
const _resources = require("./world/demo/resources");
const _freshWorld = require("./world/freshWorld");
const _generatedWorld = require("./world/population/generatedWorld");
const _seededRandom = require("./world/seededRandom");
const _supportedProducts = require("./cloud-config/2020-09-07/supportedProducts");
const _supportedResourceTypes = require("./cloud-config/supportedResourceTypes");

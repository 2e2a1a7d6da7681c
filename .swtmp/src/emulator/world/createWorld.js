"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "createWorld", {
    enumerable: true,
    get: function() {
        return createWorld;
    }
});
const _AccountGroups = require("../cloud-config/AccountGroups");
const _Recorders = require("../cloud-config/Recorders");
const _Timelines = require("../cloud-config/Timelines");
const _AccountFactory = require("../governance/AccountFactory");
const _Directories = require("../resource-manager/Directories");
const _Roles = require("../sts/Roles");
const _Sessions = require("../sts/Sessions");
const _AccessKeys = require("./AccessKeys");
const _Accounts = require("./Accounts");
const _WorldClock = require("./WorldClock");
const _WorldDefinition = require("./WorldDefinition");
const _generatedWorld = require("./population/generatedWorld");
const _readWorldDefinition = require("./readWorldDefinition");
const _seededRandom = require("./seededRandom");
function createWorld(source, options = {}) {
    const { wallClock = Date.now, accounts: size, seed } = options;
    const generated = size === undefined ? undefined : (0, _generatedWorld.generatedWorld)(size, seed);
    const definition = generated?.definition ?? (0, _readWorldDefinition.readWorldDefinition)(source);
    const population = generated?.population;
    const clock = (0, _WorldClock.createWorldClock)({
        epoch: (0, _WorldDefinition.toEpochMs)(definition.epoch),
        wallClock,
        frozen: definition.clock === 'frozen'
    });
    const keys = new _AccessKeys.AccessKeys(definition, population);
    const sessions = new _Sessions.Sessions(wallClock);
    const outages = new Set(definition.outages);
    const random = (0, _seededRandom.seededRandom)(definition.name);
    const build = ()=>{
        const accounts = new _Accounts.Accounts(definition.accounts, population);
        const directories = new _Directories.Directories(clock, definition.directories, population?.members);
        const world = {
            name: definition.name,
            clock,
            readings: definition.readings,
            accounts,
            recorders: new _Recorders.Recorders(clock, definition.accounts, population),
            timelines: new _Timelines.Timelines(definition.resources, population?.resources),
            directories,
            complianceRules: definition.complianceRules,
            accountGroups: new _AccountGroups.AccountGroups(clock, definition.accountGroups, directories),
            accountFactory: new _AccountFactory.AccountFactory(clock, accounts, definition.governance, population?.enrollments),
            roles: new _Roles.Roles(definition.roles, accounts, directories),
            sessions,
            random,
            accessKey: (id)=>keys.get(id) ?? sessions.get(id),
            isDown: (productCode)=>outages.has(productCode),
            permits: (principalId, ramAction)=>keys.permits(principalId, ramAction),
            forRequest: ()=>definition.memory === 'none' ? build() : world
        };
        return world;
    };
    return build();
}

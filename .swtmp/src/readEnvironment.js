"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "readEnvironment", {
    enumerable: true,
    get: function() {
        return readEnvironment;
    }
});
const _unknownSettings = require("./environment/unknownSettings");
const _settings = require("./settings");
function _getRequireWildcardCache(nodeInterop) {
    if (typeof WeakMap !== "function") return null;
    var cacheBabelInterop = new WeakMap();
    var cacheNodeInterop = new WeakMap();
    return (_getRequireWildcardCache = function(nodeInterop) {
        return nodeInterop ? cacheNodeInterop : cacheBabelInterop;
    })(nodeInterop);
}
function _interop_require_wildcard(obj, nodeInterop) {
    if (!nodeInterop && obj && obj.__esModule) return obj;
    if (obj === null || typeof obj !== "object" && typeof obj !== "function") return {
        default: obj
    };
    var cache = _getRequireWildcardCache(nodeInterop);
    if (cache && cache.has(obj)) return cache.get(obj);
    var newObj = {
        __proto__: null
    };
    var hasPropertyDescriptor = Object.defineProperty && Object.getOwnPropertyDescriptor;
    for(var key in obj){
        if (key !== "default" && Object.prototype.hasOwnProperty.call(obj, key)) {
            var desc = hasPropertyDescriptor ? Object.getOwnPropertyDescriptor(obj, key) : null;
            if (desc && (desc.get || desc.set)) Object.defineProperty(newObj, key, desc);
            else newObj[key] = obj[key];
        }
    }
    newObj.default = obj;
    if (cache) cache.set(obj, newObj);
    return newObj;
}
async function readEnvironment(environment) {
    const { settings, problems } = (0, _settings.parseSettings)(environment);
    // Loaded only if it may be used: with UPSTREAM=alibaba-cloud no code of the emulator runs.
    const emulator = settings?.upstream === 'alibaba-cloud' ? undefined : await Promise.resolve().then(()=>/*#__PURE__*/ _interop_require_wildcard(require("./emulator/index.js")));
    const read = emulator?.parseEmulatorSettings(environment);
    const unknown = emulator ? (0, _unknownSettings.unknownSettings)(environment, [
        _settings.settingsTable,
        emulator.emulatorSettingsTable
    ]) : (0, _unknownSettings.unknownSettings)(withoutEmulator(environment), [
        _settings.settingsTable
    ]);
    const allProblems = [
        ...problems,
        ...read?.problems ?? [],
        ...unknown
    ];
    if (settings === undefined || allProblems.length > 0) return {
        settings: undefined,
        problems: allProblems
    };
    const own = emulator && read?.settings && settings.emulatorUrl === undefined;
    return {
        settings,
        problems: [],
        embedded: own ? {
            settings: read.settings,
            start: emulator.startEmulator
        } : undefined
    };
}
/** A process that starts no emulator ignores its settings, so it does not check their names. */ const withoutEmulator = (environment)=>Object.fromEntries(Object.entries(environment).filter(([name])=>!name.startsWith('EMULATOR_')));

"use strict";
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
    get emulatorSettingsTable () {
        return emulatorSettingsTable;
    },
    get parseEmulatorSettings () {
        return parseEmulatorSettings;
    }
});
const _zod = require("zod");
const _Setting = require("../environment/Setting");
const _formats = require("../environment/formats");
const _readSettings = require("../environment/readSettings");
const _ReadingChoices = require("./ReadingChoices");
const namesAndValues = (0, _formats.pairs)({
    values: '`name=value,…`',
    key: _zod.z.string(),
    value: _zod.z.string()
});
/** `lastPageToken=present,totalCount=absent` */ const readings = namesAndValues.parse.transform((chosen, context)=>{
    try {
        return (0, _ReadingChoices.parseReadings)(Object.fromEntries(chosen));
    } catch (error) {
        if (!(error instanceof _ReadingChoices.ReadingError)) throw error;
        context.addIssue({
            code: 'custom',
            params: {
                reason: error.message
            }
        });
        return _zod.z.NEVER;
    }
});
const emulatorSettingsTable = {
    port: (0, _Setting.setting)('EMULATOR_PORT', {
        ...(0, _formats.whole)(0, 65_535),
        default: 4010,
        description: 'Port of its RPC endpoint, which serves all products. With 0 it takes a free one.'
    }),
    world: (0, _Setting.setting)('EMULATOR_WORLD', {
        ..._formats.text,
        values: '`demo`, `fresh`, `documents` or a path',
        default: 'demo',
        description: 'World that it starts with. A path names a world file.'
    }),
    accounts: (0, _Setting.setting)('EMULATOR_ACCOUNTS', {
        ...(0, _formats.whole)(1, 1_000_000),
        unset: '(unset)',
        description: 'Number of members in a generated directory, which replaces the world.'
    }),
    quotas: (0, _Setting.setting)('EMULATOR_QUOTAS', {
        ..._formats.onOff,
        default: true,
        description: 'Whether the documented quotas are enforced.'
    }),
    readings: (0, _Setting.setting)('EMULATOR_READINGS', {
        values: namesAndValues.values,
        parse: readings,
        default: {},
        unset: '(unset)',
        description: 'How it behaves on the points that the documents leave uncertain.'
    })
};
const rules = ({ world }, given)=>given.has('EMULATOR_ACCOUNTS') && given.has('EMULATOR_WORLD') ? [
        `EMULATOR_ACCOUNTS makes a world of its own: unset it, or EMULATOR_WORLD=${world}.`
    ] : [];
const parseEmulatorSettings = (environment)=>(0, _readSettings.readSettings)(emulatorSettingsTable, environment, rules);

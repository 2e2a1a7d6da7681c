#!/usr/bin/env node
"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
const _unknownSettings = require("../environment/unknownSettings");
const _explainStartFailure = require("../process/explainStartFailure");
const _fail = require("../process/fail");
const _stopOnSignal = require("../process/stopOnSignal");
const _settings = require("../settings");
const _emulator = require("./emulator");
const _settings1 = require("./settings");
/** `npm run start:emulator`: the emulator alone, on 127.0.0.1, until it is stopped. */ const { settings, problems } = (0, _settings1.parseEmulatorSettings)(process.env);
// Gateway and emulator may share an environment.
const allProblems = [
    ...problems,
    ...(0, _unknownSettings.unknownSettings)(process.env, [
        _settings1.emulatorSettingsTable,
        _settings.settingsTable
    ])
];
if (settings === undefined || allProblems.length > 0) (0, _fail.fail)(allProblems);
else void run(settings);
async function run(start) {
    let emulator;
    try {
        emulator = await (0, _emulator.startEmulator)(start);
    } catch (error) {
        (0, _fail.fail)([
            (0, _explainStartFailure.explainStartFailure)(error, [
                {
                    host: '127.0.0.1',
                    port: start.port,
                    portSetting: 'EMULATOR_PORT'
                }
            ])
        ]);
        return;
    }
    const quotas = start.quotas ? 'documented quotas enforced' : 'no quotas';
    // Before its address is printed: a signal may follow at once.
    (0, _stopOnSignal.stopOnSignal)(()=>emulator.close(), process.env.npm_lifecycle_event !== undefined);
    process.stdout.write(`Emulator of Alibaba Cloud at ${emulator.url} (world ${emulator.world.name}, ${quotas})\n`);
    process.stdout.write(`Its control endpoints: ${emulator.url}/_emulator\n`);
}

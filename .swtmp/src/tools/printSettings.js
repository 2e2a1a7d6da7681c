"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
const _settingsPage = require("./settingsPage");
/** `npm run settings`: what the gateway and the emulator can be told. */ process.stdout.write(`${(0, _settingsPage.settingsTables)()}\n`);

"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "emulatorWorldSchema", {
    enumerable: true,
    get: function() {
        return emulatorWorldSchema;
    }
});
const _emulator = require("../emulator");
const emulatorWorldSchema = ()=>({
        path: 'docs/emulator-world.schema.json',
        content: `${JSON.stringify((0, _emulator.worldJsonSchema)(), null, 2)}\n`
    });

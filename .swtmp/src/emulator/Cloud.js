"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "Cloud", {
    enumerable: true,
    get: function() {
        return Cloud;
    }
});
const _operations = require("../operations");
const _CallLog = require("./CallLog");
const _NonceMemory = require("./NonceMemory");
const _Quotas = require("./Quotas");
const _ReadingChoices = require("./ReadingChoices");
const _faults = require("./faults");
const _listFaults = require("./listFaults");
let Cloud = class Cloud {
    constructor(options){
        this.options = options;
        this.calls = new _CallLog.CallLog(new Set(_operations.operations.map(({ action })=>action)));
        this.listFaults = new _listFaults.ListFaults();
        this.world = options.createWorld();
        this.faults = new _faults.Faults(options.random);
        this.readings = new _ReadingChoices.ReadingChoices(options.readings);
        this.nonces = new _NonceMemory.NonceMemory(options.wallClock);
        this.quotas = new _Quotas.Quotas(options.wallClock);
    }
    /** The readings in force for a key of the world, or for any key. */ readingsFor(key) {
        return {
            ...this.readings.current,
            ...this.world.readings,
            ...key?.readings
        };
    }
    /** Back to the start of the world, with nothing remembered. */ reset() {
        this.world = this.options.createWorld();
        this.calls.clear();
        this.faults.clear();
        this.listFaults.clear();
        this.readings.reset();
        this.nonces.clear();
        this.quotas.clear();
    }
};

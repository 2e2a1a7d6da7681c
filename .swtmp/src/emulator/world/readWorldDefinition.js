"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "readWorldDefinition", {
    enumerable: true,
    get: function() {
        return readWorldDefinition;
    }
});
const _nodefs = require("node:fs");
const _explainIssues = require("../explainIssues");
const _WorldDefinition = require("./WorldDefinition");
const _WorldError = require("./WorldError");
const _demoWorld = require("./demo/demoWorld");
const _documentsWorld = require("./documentsWorld");
const _findContradictions = require("./findContradictions");
const _freshWorld = require("./freshWorld");
/** The worlds that have a name. Each is made anew whenever it is asked for. */ const namedWorlds = {
    demo: _demoWorld.demoWorld,
    fresh: _freshWorld.freshWorld,
    documents: _documentsWorld.documentsWorld
};
function readWorldDefinition(source) {
    const title = typeof source === 'string' ? source : `"${source.name}"`;
    const input = typeof source === 'string' ? load(source) : source;
    const { success, data, error } = _WorldDefinition.worldDefinition.safeParse(input, {
        reportInput: true
    });
    if (!success) throw new _WorldError.WorldError(title, (0, _explainIssues.explainIssues)(error.issues));
    const contradictions = (0, _findContradictions.findContradictions)(data);
    if (contradictions.length > 0) throw new _WorldError.WorldError(title, contradictions);
    return data;
}
function load(nameOrPath) {
    const make = Object.hasOwn(namedWorlds, nameOrPath) ? namedWorlds[nameOrPath] : undefined;
    if (make) return make();
    let text;
    try {
        text = (0, _nodefs.readFileSync)(nameOrPath, 'utf8');
    } catch  {
        const names = Object.keys(namedWorlds).join(', ');
        throw new _WorldError.WorldError(nameOrPath, [
            `expected ${names} or the path of a JSON file, but there is no such file.`
        ]);
    }
    try {
        return JSON.parse(text);
    } catch (error) {
        throw new _WorldError.WorldError(nameOrPath, [
            `expected JSON, but got something else: ${error.message}`
        ]);
    }
}

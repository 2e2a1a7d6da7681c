"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "readText", {
    enumerable: true,
    get: function() {
        return readText;
    }
});
const _nodefs = require("node:fs");
const readText = (path, expected)=>{
    try {
        return (0, _nodefs.readFileSync)(path, 'utf8');
    } catch (error) {
        throw new Error(`${expected} cannot be read (${String(error.code)}).`);
    }
};

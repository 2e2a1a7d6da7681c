"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "neither", {
    enumerable: true,
    get: function() {
        return neither;
    }
});
const neither = 'neither';

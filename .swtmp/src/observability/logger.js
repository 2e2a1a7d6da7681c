"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "createLogger", {
    enumerable: true,
    get: function() {
        return createLogger;
    }
});
const _pino = require("pino");
const createLogger = (level, upstream)=>(0, _pino.pino)({
        level,
        base: {
            upstream
        },
        timestamp: _pino.pino.stdTimeFunctions.isoTime
    });

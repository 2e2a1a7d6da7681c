"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "RecorderRecord", {
    enumerable: true,
    get: function() {
        return RecorderRecord;
    }
});
const _shapes = require("../../shapes");
const _ConfigurationRecorderRecord = require("../ConfigurationRecorderRecord");
const fields = {
    ConfigurationRecorderStatus: (0, _shapes.optional)((0, _shapes.oneOf)(_ConfigurationRecorderRecord.recorderStatuses)),
    /** Every supported type unless narrowed. */ ResourceTypes: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.text)()))
};
const RecorderRecord = (0, _shapes.object)(fields);

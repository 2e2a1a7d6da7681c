"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "BaselineItemRecord", {
    enumerable: true,
    get: function() {
        return BaselineItemRecord;
    }
});
const _shapes = require("../shapes");
const fields = {
    /** Settings of the item: JSON text. */ Config: (0, _shapes.optional)((0, _shapes.jsonText)()),
    Name: (0, _shapes.optional)((0, _shapes.text)()),
    Skip: (0, _shapes.optional)((0, _shapes.flag)()),
    Version: (0, _shapes.optional)((0, _shapes.text)())
};
const BaselineItemRecord = (0, _shapes.object)(fields);

"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get FolderDetailRecord () {
        return FolderDetailRecord;
    },
    get FolderSummaryRecord () {
        return FolderSummaryRecord;
    }
});
const _shapes = require("../shapes");
const summaryFields = {
    FolderId: (0, _shapes.text)(),
    CreateTime: (0, _shapes.optional)((0, _shapes.isoTime)()),
    FolderName: (0, _shapes.optional)((0, _shapes.text)())
};
const FolderSummaryRecord = (0, _shapes.object)(summaryFields);
const detailFields = {
    ...summaryFields,
    /** Absent or empty for the root folder. */ ParentFolderId: (0, _shapes.optional)((0, _shapes.text)()),
    /** Slash-joined ids, from the directory down to this folder. */ ResourceDirectoryPath: (0, _shapes.optional)((0, _shapes.text)())
};
const FolderDetailRecord = (0, _shapes.object)(detailFields);

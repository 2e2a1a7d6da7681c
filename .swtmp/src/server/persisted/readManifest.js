"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "readManifest", {
    enumerable: true,
    get: function() {
        return readManifest;
    }
});
const _zod = require("zod");
const _readText = require("../../environment/readText");
const _tryParseJson = require("../../json/tryParseJson");
/** A manifest as `@apollo/generate-persisted-query-manifest` writes it. */ const Manifest = _zod.z.object({
    format: _zod.z.literal('apollo-persisted-query-manifest'),
    version: _zod.z.literal(1),
    operations: _zod.z.array(_zod.z.object({
        id: _zod.z.string().min(1),
        body: _zod.z.string().min(1)
    }))
});
const readManifest = (path)=>{
    const expected = `PERSISTED_OPERATIONS_MANIFEST must be a file with an Apollo persisted query manifest, but ${JSON.stringify(path)}`;
    const manifest = Manifest.safeParse((0, _tryParseJson.tryParseJson)((0, _readText.readText)(path, expected)));
    if (!manifest.success) throw new Error(`${expected} has another form.`);
    return new Map(manifest.data.operations.map(({ id, body })=>[
            id,
            body
        ]));
};

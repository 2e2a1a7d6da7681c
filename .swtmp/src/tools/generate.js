"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
const _nodefs = require("node:fs");
const _nodepath = require("node:path");
const _generatedFiles = require("./generatedFiles");
/** `npm run generate` writes every generated file that is committed; with `--check` it compares, and fails. */ const root = (0, _nodepath.join)(__dirname, '..', '..');
const stale = (0, _generatedFiles.generatedFiles)().filter(({ path, content })=>{
    const file = (0, _nodepath.join)(root, path);
    return !(0, _nodefs.existsSync)(file) || (0, _nodefs.readFileSync)(file, 'utf8') !== content;
});
if (process.argv.includes('--check')) {
    for (const { path } of stale)process.stderr.write(`${path} is not what the code says: run npm run generate.\n`);
    if (stale.length > 0) process.exitCode = 1;
} else {
    for (const { path, content } of stale){
        (0, _nodefs.mkdirSync)((0, _nodepath.dirname)((0, _nodepath.join)(root, path)), {
            recursive: true
        });
        (0, _nodefs.writeFileSync)((0, _nodepath.join)(root, path), content);
        process.stdout.write(`${path}\n`);
    }
}

"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
const _nodefs = require("node:fs");
const _nodepath = require("node:path");
const _findProse = require("./prose/findProse");
const _readPassages = require("./prose/readPassages");
/**
 * Checks the English of the schema's descriptions, messages, pages and comments: `npm run lint:prose`. Generated pages
 * are read as well, because they show the settings, the errors and the operations as people read them.
 */ const root = (0, _nodepath.join)(__dirname, '..', '..');
const filesIn = (folder, ending, isDeep)=>(0, _nodefs.readdirSync)((0, _nodepath.join)(root, folder), {
        recursive: isDeep,
        encoding: 'utf8'
    }).filter((name)=>name.endsWith(ending)).map((name)=>(0, _nodepath.join)(folder, name)).sort();
const read = (file)=>(0, _nodefs.readFileSync)((0, _nodepath.join)(root, file), 'utf8');
/** Pages that are not rewritten yet: remove a page from here with its last finding. */ const unfinished = [
    'ARCHITECTURE.md'
];
const pages = [
    'README.md',
    'ARCHITECTURE.md',
    ...filesIn('docs', '.md', false)
].filter((page)=>!page.endsWith('.zh-CN.md') && !unfinished.includes(page));
const code = [
    'schema',
    'resolvers',
    'src'
].flatMap((folder)=>filesIn(folder, '.ts', true));
const findings = (0, _findProse.findProse)([
    ...(0, _readPassages.readDescriptions)('schema/schema.graphql', read('schema/schema.graphql')),
    ...pages.flatMap((page)=>(0, _readPassages.readMarkdown)(page, read(page))),
    ...code.flatMap((file)=>(0, _readPassages.readTypeScript)(file, read(file)))
]);
for (const { file, line, found, instead } of findings){
    process.stderr.write(`${file}:${line}: "${found.replace(/\s+/g, ' ')}": write ${instead}.\n`);
}
if (findings.length > 0) {
    process.stderr.write(`${findings.length} places to rewrite.\n`);
    process.exitCode = 1;
}

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
    get announcedBreaks () {
        return announcedBreaks;
    },
    get checkReleasedSchema () {
        return checkReleasedSchema;
    },
    get compareSchemas () {
        return compareSchemas;
    },
    get judge () {
        return judge;
    }
});
const _nodefs = require("node:fs");
const _nodepath = require("node:path");
const _core = require("@graphql-inspector/core");
const _graphql = require("graphql");
/** Federation's directives come by `@link`, so they are used without being defined: no validation. */ const toSchema = (sdl)=>(0, _graphql.buildASTSchema)((0, _graphql.parse)(sdl), {
        assumeValidSDL: true
    });
/** `Type @key(fields: "…")` for every key, its white space evened out. */ function keysOf(sdl) {
    const entities = (0, _graphql.parse)(sdl).definitions.filter((definition)=>definition.kind === _graphql.Kind.OBJECT_TYPE_DEFINITION || definition.kind === _graphql.Kind.OBJECT_TYPE_EXTENSION || definition.kind === _graphql.Kind.INTERFACE_TYPE_DEFINITION || definition.kind === _graphql.Kind.INTERFACE_TYPE_EXTENSION);
    const keys = entities.flatMap(({ name, directives = [] })=>directives.filter((directive)=>directive.name.value === 'key').flatMap((directive)=>directive.arguments ?? []).flatMap(({ name: argument, value })=>argument.value === 'fields' && value.kind === _graphql.Kind.STRING ? [
                `${name.value} @key(fields: "${value.value.trim().replace(/\s+/g, ' ')}")`
            ] : []));
    return new Set(keys);
}
async function compareSchemas(released, present) {
    const changes = await (0, _core.diff)(toSchema(released), toSchema(present));
    const presentKeys = keysOf(present);
    const lostKeys = [
        ...keysOf(released)
    ].filter((key)=>!presentKeys.has(key));
    return [
        ...changes// Which key was lost matters, and is told below.
        .filter(({ path })=>!path?.includes('@key')).map(({ criticality, path = '', message })=>({
                criticality: criticality.level,
                path,
                message
            })),
        ...lostKeys.map((path)=>({
                criticality: 'BREAKING',
                path,
                message: 'Other subgraphs may refer to the entity by this key'
            }))
    ];
}
/** The part of a Markdown text below the heading, up to the next one of the same or a higher level. */ function sectionOf(markdown, heading) {
    const lines = markdown.split(/\r?\n/);
    const start = lines.findIndex((line)=>line.trim() === heading);
    if (start < 0) return '';
    const level = heading.indexOf(' ');
    const body = lines.slice(start + 1);
    const end = body.findIndex((line)=>/^#+ /.test(line) && line.indexOf(' ') <= level);
    return body.slice(0, end < 0 ? undefined : end).join('\n');
}
function announcedBreaks(changelog) {
    const breaking = sectionOf(sectionOf(changelog, '## Unreleased'), '### Breaking');
    return new Set([
        ...breaking.matchAll(/`([^`]+)`/g)
    ].map(([, path = ''])=>path));
}
function judge(changes, changelog) {
    const announced = announcedBreaks(changelog);
    const noticeable = changes.filter(({ criticality })=>criticality !== 'NON_BREAKING');
    const isUnannounced = ({ criticality, path })=>criticality === 'BREAKING' && !announced.has(path);
    const unannounced = noticeable.filter(isUnannounced).length;
    return {
        passed: unannounced === 0,
        lines: [
            ...noticeable.map((change)=>{
                const note = change.criticality === 'BREAKING' && !isUnannounced(change) ? ' (announced)' : '';
                return `${change.criticality}${note} ${change.path}: ${change.message}`;
            }),
            unannounced === 0 ? 'schema/schema.graphql breaks nothing that schema/released.graphql promised without announcing it.' : `${unannounced} breaking ${unannounced === 1 ? 'change is' : 'changes are'} not announced: ` + 'expected each path in backticks under "## Unreleased", "### Breaking" of CHANGELOG.md.'
        ]
    };
}
async function checkReleasedSchema(root = '.') {
    const read = (path)=>{
        const file = (0, _nodepath.join)(root, path);
        return (0, _nodefs.existsSync)(file) ? (0, _nodefs.readFileSync)(file, 'utf8') : undefined;
    };
    const released = read('schema/released.graphql');
    const present = read('schema/schema.graphql');
    if (released === undefined || present === undefined) {
        return {
            passed: false,
            lines: [
                'Expected schema/schema.graphql and schema/released.graphql, but one is missing.'
            ]
        };
    }
    return judge(await compareSchemas(released, present), read('CHANGELOG.md') ?? '');
}
if (require.main === module) {
    void checkReleasedSchema().then(({ passed, lines })=>{
        (passed ? console.log : console.error)(lines.join('\n'));
        process.exitCode = passed ? 0 : 1;
    });
}

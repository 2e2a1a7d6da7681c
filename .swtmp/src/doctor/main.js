"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
const _nodefs = require("node:fs");
const _nodeutil = require("node:util");
const _readEnvironment = require("../readEnvironment");
const _checks = require("./checks");
const _examine = require("./examine");
const _openProbe = require("./openProbe");
const _ShapeRecord = require("./record/ShapeRecord");
function _getRequireWildcardCache(nodeInterop) {
    if (typeof WeakMap !== "function") return null;
    var cacheBabelInterop = new WeakMap();
    var cacheNodeInterop = new WeakMap();
    return (_getRequireWildcardCache = function(nodeInterop) {
        return nodeInterop ? cacheNodeInterop : cacheBabelInterop;
    })(nodeInterop);
}
function _interop_require_wildcard(obj, nodeInterop) {
    if (!nodeInterop && obj && obj.__esModule) return obj;
    if (obj === null || typeof obj !== "object" && typeof obj !== "function") return {
        default: obj
    };
    var cache = _getRequireWildcardCache(nodeInterop);
    if (cache && cache.has(obj)) return cache.get(obj);
    var newObj = {
        __proto__: null
    };
    var hasPropertyDescriptor = Object.defineProperty && Object.getOwnPropertyDescriptor;
    for(var key in obj){
        if (key !== "default" && Object.prototype.hasOwnProperty.call(obj, key)) {
            var desc = hasPropertyDescriptor ? Object.getOwnPropertyDescriptor(obj, key) : null;
            if (desc && (desc.get || desc.set)) Object.defineProperty(newObj, key, desc);
            else newObj[key] = obj[key];
        }
    }
    newObj.default = obj;
    if (cache) cache.set(obj, newObj);
    return newObj;
}
/** `npm run doctor`: looks at settings, credentials and upstream, changes nothing, and says what is wrong. */ const usage = `npm run doctor -- [options]

checks what the gateway would run with, in the same environment as npm start; it reads and changes nothing:
${_checks.checks.map(({ name, about })=>`  ${name.padEnd(12)} ${about}`).join('\n')}

options:
  --json            the findings as JSON: { outcome, findings: [{ check, status, message, remedy }] }
  --record [file]   also compare the shapes of the answers with the catalogue, and write them to a file without any
                    value, id or name (default: governance-shapes.json)
  --strict          treat warnings as problems

exit code: 0 nothing is wrong (there may be warnings), 1 something is wrong, 2 the settings or arguments cannot be read
`;
const parsed = readArguments(process.argv.slice(2));
if (typeof parsed === 'string') fail(parsed);
else if (parsed.help) process.stdout.write(usage);
else void start(parsed);
async function start(options) {
    const { settings, embedded, problems } = await (0, _readEnvironment.readEnvironment)(process.env);
    if (settings) await run(settings, embedded, options);
    else failSettings(problems, options.json);
}
function readArguments(args) {
    try {
        const { values, positionals } = (0, _nodeutil.parseArgs)({
            args: [
                ...args
            ],
            allowPositionals: true,
            options: {
                help: {
                    type: 'boolean',
                    short: 'h',
                    default: false
                },
                json: {
                    type: 'boolean',
                    default: false
                },
                strict: {
                    type: 'boolean',
                    default: false
                },
                record: {
                    type: 'boolean',
                    default: false
                }
            }
        });
        const { record, help, json, strict } = values;
        if (positionals.length > (record ? 1 : 0)) return `There is no argument ${JSON.stringify(positionals.at(-1))}.`;
        return {
            help,
            json,
            strict,
            recordFile: record ? positionals[0] ?? 'governance-shapes.json' : undefined
        };
    } catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
async function run(settings, embedded, options) {
    const { json, strict, recordFile } = options;
    const record = recordFile === undefined ? undefined : new _ShapeRecord.ShapeRecord();
    let emulator;
    let open;
    try {
        // On a free port: the gateway's own emulator may be running.
        emulator = await embedded?.start({
            ...embedded.settings,
            port: 0
        });
        open = (0, _openProbe.openProbe)({
            settings,
            emulatorUrl: emulator?.url,
            onAnswer: record?.observe
        });
        const report = await (0, _examine.examine)(open.probe);
        process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : (0, _examine.inWords)(report));
        if (record && recordFile !== undefined) {
            // Loaded only if it is used: it lists the readings of the emulator.
            const { writeRecord } = await Promise.resolve().then(()=>/*#__PURE__*/ _interop_require_wildcard(require("./record/writeRecord.js")));
            (0, _nodefs.writeFileSync)(recordFile, `${JSON.stringify(await writeRecord(open.probe, record), null, 2)}\n`);
            if (!json) process.stdout.write(`The shapes of the responses are in ${recordFile}. Read the file before you share it.\n`);
        }
        process.exitCode = exitCodeOf(report, strict);
    } catch (error) {
        failSettings([
            error instanceof Error ? error.message : String(error)
        ], json);
    } finally{
        await open?.close();
        await emulator?.close();
    }
}
const exitCodeOf = ({ outcome }, strict)=>outcome === 'problems' || strict && outcome === 'warnings' ? 1 : 0;
function failSettings(problems, json) {
    const findings = problems.map((message)=>({
            check: 'settings',
            status: 'problem',
            message
        }));
    if (json) process.stdout.write(`${JSON.stringify({
        outcome: 'problems',
        findings
    }, null, 2)}\n`);
    else process.stderr.write(`${problems.map((message)=>`FAIL  settings  ${message}\n`).join('')}\nSee docs/SETTINGS.md.\n`);
    process.exitCode = 2;
}
function fail(message) {
    process.stderr.write(`${message}\n\n${usage}`);
    process.exitCode = 2;
}

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
    get defaultsOf () {
        return defaultsOf;
    },
    get readSettings () {
        return readSettings;
    }
});
const _Setting = require("./Setting");
const _readText = require("./readText");
function readSettings(table, environment, rules = ()=>[]) {
    const problems = [];
    const given = new Set();
    const read = valuesOf(table, (setting)=>{
        const { text, problem } = textOf(setting, environment);
        if (problem !== undefined) problems.push(problem);
        if (text === undefined) return setting.unset;
        given.add(setting.name);
        const parsed = setting.parse.safeParse(text);
        if (parsed.success) return parsed.data;
        problems.push(refusal(setting, text, parsed.error.issues));
        return setting.unset;
    });
    problems.push(...rules(read, given));
    return problems.length > 0 ? {
        settings: undefined,
        problems
    } : {
        settings: read,
        problems: []
    };
}
const defaultsOf = (table)=>valuesOf(table, (setting)=>setting.unset);
const valuesOf = (table, read)=>Object.fromEntries(Object.entries(table).map(([key, entry])=>[
            key,
            entry instanceof _Setting.Setting ? read(entry) : valuesOf(entry, read)
        ]));
/** The text of a setting: of its variable, or of the file that another variable names. */ function textOf({ name, aliases, fileName }, environment) {
    const given = (variable)=>{
        const value = environment[variable]?.trim();
        return value === '' ? undefined : value;
    };
    const text = [
        name,
        ...aliases
    ].map(given).find((value)=>value !== undefined);
    const path = fileName === undefined ? undefined : given(fileName);
    if (fileName === undefined || path === undefined) return {
        text
    };
    if (text !== undefined) return {
        problem: `${name} and ${fileName} must not both be set.`
    };
    const expected = `${fileName} must be a file with a value for ${name}, but ${JSON.stringify(path)}`;
    try {
        const content = (0, _readText.readText)(path, expected).trim();
        return content === '' ? {
            problem: `${expected} is empty.`
        } : {
            text: content
        };
    } catch (error) {
        return {
            problem: error.message
        };
    }
}
/** Says what was expected and what came. An issue whose `params` have a `reason` says so itself. */ function refusal({ name, values, secret }, text, issues) {
    const reason = issues.map(({ params })=>params?.reason).find((one)=>typeof one === 'string');
    if (reason !== undefined) return `${name}: ${reason}`;
    // A URL may hold a password.
    const came = secret || text.includes('@') ? hidden : JSON.stringify(text);
    return `${name} must be ${values.replaceAll('`', '')}, but got ${came}.`;
}
const hidden = 'another value (not repeated: it may hold a secret)';

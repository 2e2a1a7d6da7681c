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
    get ReadingChoices () {
        return ReadingChoices;
    },
    get ReadingError () {
        return ReadingError;
    },
    get parseReadings () {
        return parseReadings;
    }
});
const _readings = require("./readings");
let ReadingError = class ReadingError extends Error {
};
function parseReadings(input) {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
        throw new ReadingError(`Readings must be an object of name and value, but got ${JSON.stringify(input)}.`);
    }
    const problems = [];
    for (const [name, value] of Object.entries(input)){
        const values = valuesOf(name);
        if (!values) {
            problems.push(`there is no reading ${JSON.stringify(name)}; there are ${Object.keys(_readings.readingValues).join(', ')}`);
        } else if (!values.some((one)=>one === value)) {
            problems.push(`${name} must be ${values.join(' or ')}, but got ${JSON.stringify(value)}`);
        }
    }
    if (problems.length > 0) throw new ReadingError(`Readings are not valid: ${problems.join('; ')}.`);
    return input;
}
/** The values that a reading can have, or undefined if there is no such reading. */ const valuesOf = (name)=>new Map(Object.entries(_readings.readingValues)).get(name);
let ReadingChoices = class ReadingChoices {
    /** @param start what differs from the defaults at the start and after every reset. */ constructor(start = {}){
        this.start = start;
        this.chosen = {
            ..._readings.defaultReadings,
            ...start
        };
    }
    get current() {
        return this.chosen;
    }
    /** Changes some readings and keeps the others. @throws ReadingError; then nothing is changed. */ choose(readings) {
        this.chosen = {
            ...this.chosen,
            ...parseReadings(readings)
        };
    }
    /** Back to the start. */ reset() {
        this.chosen = {
            ..._readings.defaultReadings,
            ...this.start
        };
    }
};

/** A world file or definition that cannot be used, with everything that is wrong with it. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "WorldError", {
    enumerable: true,
    get: function() {
        return WorldError;
    }
});
let WorldError = class WorldError extends Error {
    constructor(source, /** One sentence a problem: where it is, what was expected, what came. */ problems){
        super([
            `The emulator's world ${source} cannot be used:`,
            ...problems.map((problem)=>`  - ${problem}`)
        ].join('\n')), this.problems = problems, this.name = 'WorldError';
    }
};

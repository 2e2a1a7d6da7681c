/** The test that all of these are, as far as they are given. Undefined if none is: then everything passes. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "every", {
    enumerable: true,
    get: function() {
        return every;
    }
});
const every = (tests)=>{
    const given = tests.filter((test)=>test !== undefined);
    return given.length === 0 ? undefined : (record)=>given.every((test)=>test(record));
};

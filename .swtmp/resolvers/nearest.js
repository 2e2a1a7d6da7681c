"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "nearestOf", {
    enumerable: true,
    get: function() {
        return nearestOf;
    }
});
const _fastestlevenshtein = require("fastest-levenshtein");
/** How many names a message suggests. */ const suggestions = 3;
const nearestOf = (text, names)=>{
    const steps = (name)=>(0, _fastestlevenshtein.distance)(name.toLowerCase(), text.toLowerCase());
    return [
        ...names
    ].sort((one, other)=>steps(one) - steps(other)).slice(0, suggestions).join(', ');
};

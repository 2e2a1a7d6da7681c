/**
 * The text, cut to at most so many characters if it is longer, and well-formed Unicode: no character is cut in half.
 *
 * @param mark ends a text that was cut.
 */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "shorten", {
    enumerable: true,
    get: function() {
        return shorten;
    }
});
const shorten = (text, maxLength, mark = '…')=>{
    if (text.length <= maxLength) return text.toWellFormed();
    const start = text.slice(0, maxLength - mark.length);
    return start.replace(/[\uD800-\uDBFF]$/, '').toWellFormed() + mark;
};

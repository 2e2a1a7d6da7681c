/** JSON that can stand in a script of an HTML page: no part of it can end the script. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "inlineJson", {
    enumerable: true,
    get: function() {
        return inlineJson;
    }
});
const inlineJson = (value)=>JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character)=>`\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

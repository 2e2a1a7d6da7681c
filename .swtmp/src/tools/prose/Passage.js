/** One paragraph, cell, comment or message that a person reads. Code in it is one word, so that no rule reads it. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "hideCode", {
    enumerable: true,
    get: function() {
        return hideCode;
    }
});
const hideCode = (text)=>text.replace(/`[^`\n]*`/g, (code)=>'x'.repeat(code.length)).replace(/\{@link [^}]*\}/g, (link)=>'x'.repeat(link.length));

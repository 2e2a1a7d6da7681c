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
    get notBlank () {
        return notBlank;
    },
    get requireCharacters () {
        return requireCharacters;
    },
    get requireText () {
        return requireText;
    },
    get textIfGiven () {
        return textIfGiven;
    }
});
const _UserError = require("../src/errors/UserError");
const requireText = (text, field)=>{
    if (text.trim() === '') throw notBlank(field, text);
    return text;
};
const notBlank = (field, text)=>(0, _UserError.badInput)(field, {
        en: 'a non-empty string',
        zh: '非空字符串'
    }, text);
const textIfGiven = (text, field)=>text == null ? undefined : requireText(text, field);
const requireCharacters = (text, field)=>text === '' ? requireText(text, field) : text;

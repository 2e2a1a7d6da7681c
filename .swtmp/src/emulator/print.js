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
    get contentTypeOf () {
        return contentTypeOf;
    },
    get toXml () {
        return toXml;
    }
});
const _fastxmlbuilder = /*#__PURE__*/ _interop_require_default(require("fast-xml-builder"));
function _interop_require_default(obj) {
    return obj && obj.__esModule ? obj : {
        default: obj
    };
}
const contentTypeOf = (format)=>format === 'JSON' ? 'application/json;charset=utf-8' : 'application/xml;charset=utf-8';
/** Under this key the builder puts a text into a CDATA section. */ const cdataKey = '#cdata';
const builder = new _fastxmlbuilder.default({
    cdataPropName: cdataKey,
    suppressBooleanAttributes: false,
    tagValueProcessor: (_name, value)=>printable(String(value))
});
function toXml(root, value) {
    const { Recommend: recommend, ...members } = value;
    const body = recommend === undefined ? members : {
        ...members,
        Recommend: {
            [cdataKey]: recommend
        }
    };
    return `<?xml version='1.0' encoding='UTF-8'?>${builder.build({
        [root]: body
    })}`;
}
/** XML 1.0 has no way to write these, not even escaped. */ // eslint-disable-next-line no-control-regex -- control characters are what it is about
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const printable = (text)=>text.replace(unprintable, '\uFFFD');

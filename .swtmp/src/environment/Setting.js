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
    get Setting () {
        return Setting;
    },
    get setting () {
        return setting;
    },
    get settingsIn () {
        return settingsIn;
    }
});
let Setting = class Setting {
    constructor(name, about, /** Which values it takes, in Markdown. */ values, parse, unset, /** What holds if the variable is not set, in Markdown. */ unsetText){
        this.name = name;
        this.values = values;
        this.parse = parse;
        this.unset = unset;
        this.unsetText = unsetText;
        this.description = about.description;
        this.secret = about.secret ?? false;
        this.aliases = about.aliases ?? [];
        this.fileName = about.orFile && `${name}_FILE`;
    }
    /** Every variable that gives it a value. */ get names() {
        return [
            this.name,
            ...this.aliases,
            ...this.fileName === undefined ? [] : [
                this.fileName
            ]
        ];
    }
};
function setting(name, definition) {
    const { values, parse, default: value } = definition;
    const printed = value === undefined ? '' : definition.print?.(value) ?? String(value);
    return new Setting(name, definition, values, parse, value, definition.unset ?? printed);
}
const settingsIn = (table)=>Object.values(table).flatMap((entry)=>entry instanceof Setting ? [
            entry
        ] : settingsIn(entry));

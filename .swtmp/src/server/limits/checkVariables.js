"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "checkVariables", {
    enumerable: true,
    get: function() {
        return checkVariables;
    }
});
const _UserError = require("../../errors/UserError");
const _settings = require("../../settings");
const _fixedLimits = require("./fixedLimits");
const _measureValue = require("./measureValue");
const checkVariables = (variables, limits)=>{
    // The object that holds all variables counts as one level.
    const { depth, values, fields } = (0, _measureValue.measureValue)(variables, limits.variableDepth + 1);
    if (depth > limits.variableDepth + 1) throw tooDeep(limits.variableDepth);
    if (values > limits.variableValues) throw tooMany(limits.variableValues, values);
    if (fields > _fixedLimits.maxObjectFields) throw tooManyFields(fields);
};
const tooDeep = (most)=>new _UserError.UserError('LIMIT_EXCEEDED', {
        en: `A variable must nest at most ${most} levels of lists and objects deep, but nests deeper. ${(0, _settings.settingOfLimit)('variableDepth')} raises the limit.`,
        zh: `变量中的列表和对象最多可嵌套 ${most} 层，但此请求嵌套更深。运维人员可通过 ${(0, _settings.settingOfLimit)('variableDepth')} 提高上限。`
    });
const tooMany = (most, came)=>new _UserError.UserError('LIMIT_EXCEEDED', {
        en: `The variables must have at most ${most} values, counting every item of a list and every field of an object, but have ${came}. Split the request. ${(0, _settings.settingOfLimit)('variableValues')} raises the limit.`,
        zh: `变量最多可包含 ${most} 个值（列表的每一项和对象的每个字段都计入），但此请求有 ${came} 个。请拆分请求。运维人员可通过 ${(0, _settings.settingOfLimit)('variableValues')} 提高上限。`
    });
const tooManyFields = (came)=>new _UserError.UserError('LIMIT_EXCEEDED', {
        en: `An object in a variable must have at most ${_fixedLimits.maxObjectFields} fields, but has ${came}.`,
        zh: `变量中的一个对象最多可包含 ${_fixedLimits.maxObjectFields} 个字段，但此请求有 ${came} 个。`
    });

import { UserError } from '../../errors/UserError';
import type { RequestLimits } from '../../settings';
import { settingOfLimit } from '../../settings';
import { maxObjectFields } from './fixedLimits';
import { measureValue } from './measureValue';

/** @throws UserError LIMIT_EXCEEDED for variables that are too deep or too many. */
export const checkVariables = (variables: unknown, limits: RequestLimits): void => {
  // The object that holds all variables counts as one level.
  const { depth, values, fields } = measureValue(variables, limits.variableDepth + 1);
  if (depth > limits.variableDepth + 1) throw tooDeep(limits.variableDepth);
  if (values > limits.variableValues) throw tooMany(limits.variableValues, values);
  if (fields > maxObjectFields) throw tooManyFields(fields);
};

const tooDeep = (most: number): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: `A variable must nest at most ${most} levels of lists and objects deep, but nests deeper. ${settingOfLimit('variableDepth')} raises the limit.`,
    zh: `变量中的列表和对象最多可嵌套 ${most} 层，但此请求嵌套更深。运维人员可通过 ${settingOfLimit('variableDepth')} 提高上限。`,
  });

const tooMany = (most: number, came: number): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: `The variables must have at most ${most} values, counting every item of a list and every field of an object, but have ${came}. Split the request. ${settingOfLimit('variableValues')} raises the limit.`,
    zh: `变量最多可包含 ${most} 个值（列表的每一项和对象的每个字段都计入），但此请求有 ${came} 个。请拆分请求。运维人员可通过 ${settingOfLimit('variableValues')} 提高上限。`,
  });

const tooManyFields = (came: number): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: `An object in a variable must have at most ${maxObjectFields} fields, but has ${came}.`,
    zh: `变量中的一个对象最多可包含 ${maxObjectFields} 个字段，但此请求有 ${came} 个。`,
  });

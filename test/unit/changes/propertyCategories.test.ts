import { isSystemChange } from '../../../src/changes/isSystemChange';
import { parseConfigurationDiff } from '../../../src/changes/parseConfigurationDiff';
import { categoryOf } from '../../../src/changes/propertyCategories';

it.each([
  ['ACS::RAM::User', 'LastLoginDate', 'SYSTEM'],
  ['ACS::ECS::Instance', 'LastLoginDate', 'USER'],
  ['ACS::ECS::Instance', 'Status', 'MIXED'],
  ['ACS::New::Thing', 'Status', 'MIXED'],
  ['ACS::ECS::Instance', 'SecurityGroupIds', 'USER'],
  ['__proto__', 'constructor', 'USER'],
])('a %s has %s in the category %s', (type, property, category) => {
  expect(categoryOf(type, property)).toBe(category);
});

it.each([
  ['only properties that the cloud changes', '{"LastLoginDate":["a","b"]}', true],
  ['one that users change, too', '{"LastLoginDate":["a","b"],"Comments":["","x"]}', false],
  ['one that changes either way', '{"LastLoginDate":["a","b"],"UpdateDate":["a","b"]}', false],
  ['nothing', '{}', false],
  ['what cannot be parsed', '{"LastLoginDate":', false],
])('a change of %s: whether the cloud made it by itself is %s', (_, diff, expected) => {
  expect(isSystemChange('ACS::RAM::User', parseConfigurationDiff(diff))).toBe(expected);
});

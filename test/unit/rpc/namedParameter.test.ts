import fc from 'fast-check';
import { EnrollAccount, operations } from '../../../src/operations';
import { namedParameter } from '../../../src/rpc/namedParameter';

const invalid = (name: string): string => `The specified parameter ${name} is not valid.`;
const sent = {
  FolderId: 'fd-nope',
  'BaselineItems.1.Name': 'ACS-BP_A',
  'BaselineItems.1.Skip': 'true',
  'BaselineItems.2.Name': 'ACS-BP_B',
};
const named = (code: string, message: unknown) => namedParameter(EnrollAccount, code, message, sent);

it.each([
  ['FolderId', 'FolderId'],
  ['folderid', 'FolderId'],
  ['AccountUid', 'AccountUid'],
  ['BaselineItems', 'BaselineItems'],
  ['BaselineItems.2.Config', 'BaselineItems.2.Config'],
  ['BaselineItems.Name', 'BaselineItems.Name'],
  ['Tag.1.Key', 'Tag.1.Key'],
])('reads %s out of the documented message', (name, parameter) => {
  expect(named('InvalidParameter', invalid(name))).toBe(parameter);
  expect(named('InvalidParameter', ` ${invalid(name)}\n`)).toBe(parameter);
});

it('reads an item by the name that the request sent', () => {
  const missing = (name: string) => `The specified baseline item named ${name} does not exist.`;
  const dependency = (one: string, other: string) =>
    `The dependency of ${one} baseline item has not been configured. Please config ${other} first.`;

  expect(named('InvalidBaselineItem.NotFound', missing('ACS-BP_B'))).toBe('BaselineItems.2.Name');
  expect(named('InvalidBaselineItem.NotFound', missing('ACS-BP_C'))).toBeUndefined();
  expect(named('InvalidBaselineItem.NotFound', missing('true'))).toBeUndefined();
  expect(named('DependencyViolation.BaselineItem', dependency('ACS-BP_A', 'ACS-BP_X'))).toBe('BaselineItems.1.Name');
  expect(named('DependencyViolation.BaselineItem', dependency('ACS-BP_X', 'ACS-BP_B'))).toBe('BaselineItems.2.Name');
  expect(named('DependencyViolation.BaselineItem', dependency('ACS-BP_X', 'ACS-BP_Y'))).toBeUndefined();
});

it.each([
  ['a parameter of no operation', 'InvalidParameter', invalid('Colour')],
  ['a parameter of the protocol', 'InvalidParameter', invalid('AccessKeyId')],
  ['a value in place of a name', 'InvalidParameter', invalid('fd-nope')],
  ['a member of another parameter', 'InvalidParameter', invalid('FolderId.Name')],
  ['a property of every object', 'InvalidParameter', invalid('constructor')],
  ['another sentence', 'InvalidParameter', 'FolderId is not valid.'],
  ['more behind the sentence', 'InvalidParameter', `${invalid('FolderId')} See https://example.com/?Signature=x`],
  ['a message of another code', 'InvalidUser.NotFound', invalid('FolderId')],
  ['a code without gaps', 'DeployConflict.Blueprint', 'The AccountFactory blueprint is being deployed.'],
  ['an unknown code', 'Whatever', invalid('FolderId')],
  ['a property as a code', 'toString', invalid('FolderId')],
  ['a message that is no text', 'InvalidParameter', { FolderId: 1 }],
  ['no message', 'InvalidParameter', undefined],
  ['a message that is too long', 'InvalidParameter', invalid('x'.repeat(5000))],
  ['a message of many gaps', 'DependencyViolation.BaselineItem', 'The dependency of '.repeat(50)],
])('reads nothing out of %s', (_what, code, message) => {
  expect(named(code, message)).toBeUndefined();
});

it('returns nothing but a name of the catalogue, whatever the upstream says', () => {
  const codes = Object.keys(EnrollAccount.errors);
  const names = Object.keys(EnrollAccount.parameters);
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(...names, ...Object.values(sent)));

  fc.assert(
    fc.property(fc.constantFrom(...codes), fc.array(text, { maxLength: 3 }), text, (code, fillings, other) => {
      const template = EnrollAccount.errors[code]?.message ?? '';
      const filled = fillings.reduce((message, filling) => message.replace('%s', () => filling), template);
      for (const message of [filled, other]) {
        const parameter = named(code, message);
        if (parameter === undefined) continue;
        expect(names).toContain(parameter.split('.')[0]);
        expect(parameter).toMatch(/^[A-Za-z]+(\.\d{1,4})?(\.[A-Za-z]+)?$/);
      }
    }),
  );
});

it('knows how many gaps each documented message has', () => {
  const wrong = operations.flatMap(({ action, errors }) =>
    Object.entries(errors).flatMap(([code, { message, gaps }]) =>
      gaps === undefined || gaps.length === message.split('%s').length - 1 ? [] : [`${action} ${code}`],
    ),
  );

  expect(wrong).toEqual([]);
});

import { catalogue, operations } from '../../../src/operations';
import { defineOperation } from '../../../src/operations/operation';
import { list, object, oneOf, optional, text } from '../../../src/operations/shapes';
import { operationsPage, renderOperations } from '../../../src/tools/listOperations';

const sectionOf = (page: string, action: string) =>
  page.split(/^## /m).find((section) => section.startsWith(`${action}\n`)) ?? '';

it('gives every operation a section with all its parameters, fields and errors', () => {
  const page = renderOperations();

  for (const { action, parameters, response, errors } of operations) {
    const section = sectionOf(page, action);
    const named = [...Object.keys(parameters), ...Object.keys(response), ...Object.keys(errors)];
    expect(named.filter((name) => !section.includes(`| \`${name}\` |`))).toEqual([]);
    expect(Object.values(errors).filter(({ explanation }) => !section.includes(explanation.en))).toEqual([]);
  }
});

it('tells quota, paging and what is retired', () => {
  const section = sectionOf(renderOperations(), 'GetResourceConfigurationTimeline');

  expect(section).toContain('- quota: 300 calls in 60 s\n');
  expect(section).toContain('- pages of 1 to 100 (`Limit`) of `ResourceConfigurationTimeline.ConfigurationList`;');
  expect(section).toContain('| `MemberId` | account ID |  | query |  | retired, never sent |\n');
});

it('writes members of lists with their path, and keeps a bar from splitting a cell', () => {
  const page = renderOperations([
    defineOperation({
      ...catalogue.GetCallerIdentity,
      parameters: { Tag: optional(list(object({ Key: text() }), { encoding: 'json', maxItems: 20 })) },
      response: { Kind: oneOf(['a|b']) },
      errors: {},
    }),
  ]);

  expect(page).toContain('| `Tag` | list of objects |  |  | JSON text | at most 20 items |\n');
  expect(page).toContain('| `Tag[].Key` | text | yes |  |  |  |\n');
  expect(page).toContain('| `Kind` | text | yes | `a\\|b` |\n');
  expect(page).toContain('### Errors\n\nNone.\n');
});

it('is the same page every time', () => {
  expect(operationsPage()).toEqual({ path: 'docs/OPERATIONS.md', content: renderOperations() });
  expect(renderOperations()).toBe(renderOperations());
});

import { catalogue, operations } from '../../../src/operations';
import { defineOperation } from '../../../src/operations/operation';
import { int32, list, object, oneOf, optional, text } from '../../../src/operations/shapes';
import { operationsPage, renderOperations } from '../../../src/tools/listOperations';
import { operationTitle } from '../../../src/tools/operationTitle';

const sectionOf = (page: string, action: string) =>
  page.split(/^## /m).find((section) => section.startsWith(`${action}\n`)) ?? '';

it('gives every operation a section with all its parameters, fields and errors', () => {
  const page = renderOperations();

  for (const operation of operations) {
    const { parameters, response, errors } = operation;
    const section = sectionOf(page, operationTitle(operation));
    const named = [...Object.keys(parameters), ...Object.keys(response), ...Object.keys(errors)];
    expect(named.filter((name) => !section.includes(`| \`${name}\` |`))).toEqual([]);
    expect(Object.values(errors).filter(({ explanation }) => !section.includes(explanation.en))).toEqual([]);
  }
});

it('shows quota, paging and what is retired', () => {
  const section = sectionOf(renderOperations(), 'GetResourceConfigurationTimeline');

  expect(section).toContain('- quota: 300 calls in 60 s\n');
  expect(section).toContain('- pages of 1 to 100 (`Limit`) of `ResourceConfigurationTimeline.ConfigurationList`;');
  expect(section).toContain('| `MemberId` | account ID |  | query |  | retired, never sent |\n');
});

it('shows paging by number, bounds on one side, integers, and how lists of texts travel', () => {
  const page = renderOperations();
  const resources = sectionOf(page, 'ListDiscoveredResources');
  const offers = sectionOf(page, 'ListAccountFactoryBaselineItems');

  expect(resources).toContain(
    '- pages of 1 to 100 (`PageSize`) of `DiscoveredResourceProfiles.DiscoveredResourceProfileList`; ' +
      '`PageNumber` counts them from 1, `DiscoveredResourceProfiles.TotalCount` counts all\n',
  );
  expect(resources).toContain('| `PageNumber` | 32-bit integer | yes | query |  | at least 1 |\n');
  expect(resources).toContain('| `ResourceDeleted` | 32-bit integer |  | query |  | `0`, `1`; default `1` |\n');
  expect(resources).toContain('| `Regions` | list of text |  | query | comma-joined |  |\n');
  expect(resources).toContain('ProfileList[].ResourceDeleted` | 32-bit integer |  | `0`, `1` |\n');
  expect(offers).toContain('| `Names` | list of text |  | query | flat (`Name.1`) |  |\n');
  expect(offers).toContain(
    '- pages of 1 to 100 (`MaxResults`) of `BaselineItems`; `NextToken` is the next `NextToken`\n',
  );
  expect(sectionOf(page, 'DescribeDiscoveredResource')).toContain(
    '| `DiscoveredResourceDetail` | object | yes | keys inside also with a lower-case first letter |\n',
  );
});

it('writes members of lists with their path, and keeps a bar from splitting a cell', () => {
  const page = renderOperations([
    defineOperation({
      ...catalogue.GetCallerIdentity,
      parameters: {
        Tag: optional(list(object({ Key: text() }), { encoding: 'json', maxItems: 20 })),
        Most: int32({ max: 9 }),
      },
      response: { Kind: oneOf(['a|b']) },
      errors: {},
    }),
  ]);

  expect(page).toContain('| `Tag` | list of objects |  |  | JSON text | at most 20 items |\n');
  expect(page).toContain('| `Tag[].Key` | text | yes |  |  |  |\n');
  expect(page).toContain('| `Most` | 32-bit integer | yes |  |  | at most 9 |\n');
  expect(page).toContain('| `Kind` | text | yes | `a\\|b` |\n');
  expect(page).toContain('### Errors\n\nNone.\n');
});

it('is the same page every time', () => {
  expect(operationsPage()).toEqual({ path: 'docs/OPERATIONS.md', content: renderOperations() });
  expect(renderOperations()).toBe(renderOperations());
});

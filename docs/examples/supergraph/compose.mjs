/* global URL */
import { readFileSync, writeFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const {
  GATEWAY_PORT = '4000',
  BILLING_PORT = '4101',
  CMDB_PORT = '4102',
  SUPERGRAPH = 'supergraph.graphql',
} = process.env;

/** Apollo Gateway refuses a supergraph with directives of authorization, because it does not enforce them. */
const withoutAuthorization = (sdl) =>
  sdl
    .replaceAll(/ @authenticated\b| @requiresScopes\(scopes: \[\[[^\]]*\]\]\)/g, '')
    .replaceAll(/, "@(authenticated|requiresScopes)"/g, '');

const subgraph = (name, url, file) => ({
  name,
  url,
  typeDefs: parse(withoutAuthorization(readFileSync(new URL(file, import.meta.url), 'utf8'))),
});

const {
  errors = [],
  hints = [],
  supergraphSdl,
} = composeServices([
  subgraph('governance', `http://127.0.0.1:${GATEWAY_PORT}/graphql`, '../../../schema/schema.graphql'),
  subgraph('billing', `http://127.0.0.1:${BILLING_PORT}/`, 'billing.graphql'),
  subgraph('cmdb', `http://127.0.0.1:${CMDB_PORT}/`, 'cmdb.graphql'),
]);

for (const { message } of [...errors, ...hints]) console.error(message);
if (supergraphSdl === undefined || hints.length > 0) process.exit(1);
writeFileSync(SUPERGRAPH, supergraphSdl);
console.log(`Wrote ${SUPERGRAPH}, without an error or a hint.`);

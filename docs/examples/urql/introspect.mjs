// Writes what graphcache has to know of the schema: types, fields and which of them can be null.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { URL } from 'node:url';
import { minifyIntrospectionQuery } from '@urql/introspection';
import { buildSchema, introspectionFromSchema } from 'graphql';

const schema = buildSchema(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));
const introspection = minifyIntrospectionQuery(introspectionFromSchema(schema));
mkdirSync(new URL('src/generated/', import.meta.url), { recursive: true });
writeFileSync(new URL('src/generated/schema.json', import.meta.url), JSON.stringify(introspection));

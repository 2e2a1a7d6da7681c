import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { setting } from '../../../src/environment/Setting';
import { list, onOff, seconds, text, whole } from '../../../src/environment/formats';
import { defaultsOf, readSettings } from '../../../src/environment/readSettings';

const table = {
  port: setting('PORT', { ...whole(0, 65_535), default: 4000, description: '' }),
  path: setting('PUBLIC_PATH', { ...text, unset: '(none)', description: '' }),
  stop: {
    drainMs: setting('DRAIN_SECONDS', { ...seconds(0, 60), default: 5000, description: '' }),
    loud: setting('LOUD', { ...onOff, default: false, description: '', aliases: ['loud'] }),
  },
  secrets: setting('ROUTER_SECRETS', {
    ...list({ values: 'a text of 8 characters', parse: z.string().length(8) }, 2),
    default: [],
    description: '',
    secret: true,
    orFile: true,
  }),
};

const file = (content: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'settings-')), 'secret');
  writeFileSync(path, content);
  return path;
};

describe('a table of settings', () => {
  it('is read into the groups that it has', () => {
    const environment = { PORT: '80', DRAIN_SECONDS: '1', loud: 'on', ROUTER_SECRETS: 'abcdefgh,ijklmnop' };

    expect(readSettings(table, environment)).toEqual({
      problems: [],
      settings: {
        port: 80,
        path: undefined,
        stop: { drainMs: 1000, loud: true },
        secrets: ['abcdefgh', 'ijklmnop'],
      },
    });
  });

  it('has its defaults for variables that are not set, or empty', () => {
    const defaults = { port: 4000, path: undefined, stop: { drainMs: 5000, loud: false }, secrets: [] };

    expect(defaultsOf(table)).toEqual(defaults);
    expect(readSettings(table, { PORT: ' ', LOUD: '', ROUTER_SECRETS_FILE: '' }).settings).toEqual(defaults);
  });

  it('reads the variable itself before other spellings of it', () => {
    expect(readSettings(table, { LOUD: 'off', loud: 'on' }).settings?.stop.loud).toBe(false);
  });

  it('reports every problem, and those of its rules, which see defaults in place of wrong values', () => {
    const environment = { PORT: 'http', LOUD: 'yes', PUBLIC_PATH: '/a' };

    const { settings, problems } = readSettings(table, environment, ({ port, path }, given) => [
      `${port} ${String(path)} ${[...given].join(',')}`,
    ]);

    expect(settings).toBeUndefined();
    expect(problems).toEqual([
      'PORT must be 0 to 65535, but got "http".',
      'LOUD must be on or off, but got "yes".',
      '4000 /a PORT,PUBLIC_PATH,LOUD',
    ]);
  });

  it('reports the reason that a format has', () => {
    const even = z.string().refine((value) => value === '2', { params: { reason: 'Only 2 is even enough.' } });
    const { problems } = readSettings(
      { even: setting('EVEN', { values: 'even', parse: even, unset: '', description: '' }) },
      { EVEN: '3' },
    );

    expect(problems).toEqual(['EVEN: Only 2 is even enough.']);
  });
});

describe('a secret', () => {
  const hidden =
    'ROUTER_SECRETS must be a text of 8 characters, at most 2, comma-separated, but got another value (not repeated: it may hold a secret).';

  it('is read from a file, a line each', () => {
    const { settings } = readSettings(table, { ROUTER_SECRETS_FILE: file('abcdefgh\nijklmnop\n') });

    expect(settings?.secrets).toEqual(['abcdefgh', 'ijklmnop']);
  });

  it.each([
    ['its variable', () => ({ ROUTER_SECRETS: 'hunter2' })],
    ['its file', () => ({ ROUTER_SECRETS_FILE: file('hunter2') })],
  ])('is not repeated if %s has a wrong one', (_place, environment) => {
    expect(readSettings(table, environment()).problems).toEqual([hidden]);
  });

  it('is not repeated as part of a URL, even in a setting that is not secret', () => {
    const { problems } = readSettings(table, { PORT: 'http://user:hunter2@localhost' });

    expect(problems).toEqual(['PORT must be 0 to 65535, but got another value (not repeated: it may hold a secret).']);
  });

  it('must have one source', () => {
    const environment = { ROUTER_SECRETS: 'abcdefgh', ROUTER_SECRETS_FILE: file('abcdefgh') };

    expect(readSettings(table, environment).problems).toEqual([
      'ROUTER_SECRETS and ROUTER_SECRETS_FILE must not both be set.',
    ]);
  });

  it('must be in the file that is named', () => {
    const empty = file('\n');
    const missing = join(tmpdir(), 'no-such-folder', 'secret');

    expect(readSettings(table, { ROUTER_SECRETS_FILE: empty }).problems).toEqual([
      `ROUTER_SECRETS_FILE must be a file with a value for ROUTER_SECRETS, but ${JSON.stringify(empty)} is empty.`,
    ]);
    expect(readSettings(table, { ROUTER_SECRETS_FILE: missing }).problems).toEqual([
      `ROUTER_SECRETS_FILE must be a file with a value for ROUTER_SECRETS, but ${JSON.stringify(missing)} cannot be read (ENOENT).`,
    ]);
  });
});

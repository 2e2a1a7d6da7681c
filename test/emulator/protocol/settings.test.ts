import { emulatorSettingsTable, parseEmulatorSettings } from '../../../src/emulator/settings';
import { settingsIn } from '../../../src/environment/Setting';

describe('The emulator’s settings', () => {
  it('have defaults, even if a variable is set to nothing', () => {
    const defaults = { port: 4010, world: 'demo', quotas: true, readings: {} };

    expect(parseEmulatorSettings({})).toEqual({ settings: defaults, problems: [] });
    expect(parseEmulatorSettings({ EMULATOR_PORT: '', EMULATOR_WORLD: ' ', EMULATOR_QUOTAS: '' })).toEqual({
      settings: defaults,
      problems: [],
    });
  });

  it('have the defaults that the table prints', () => {
    const printed = settingsIn(emulatorSettingsTable).filter(({ unsetText }) => unsetText !== '(unset)');

    expect(Object.fromEntries(printed.map(({ name, unsetText }) => [name, unsetText]))).toEqual({
      EMULATOR_PORT: '4010',
      EMULATOR_WORLD: 'demo',
      EMULATOR_QUOTAS: 'on',
    });
  });

  it('are read from the environment', () => {
    const { settings } = parseEmulatorSettings({
      EMULATOR_PORT: '0',
      EMULATOR_WORLD: './worlds/mine.json',
      EMULATOR_QUOTAS: 'off',
      EMULATOR_READINGS: 'lastPageToken=present, totalCount=absent,',
    });

    expect(settings).toEqual({
      port: 0,
      world: './worlds/mine.json',
      quotas: false,
      readings: { lastPageToken: 'present', totalCount: 'absent' },
    });
  });

  it('report everything that is wrong with them at once', () => {
    const { settings, problems } = parseEmulatorSettings({
      EMULATOR_PORT: '65536',
      EMULATOR_QUOTAS: 'yes',
      EMULATOR_READINGS: 'lastPageToken=never',
    });

    expect(settings).toBeUndefined();
    expect(problems).toEqual([
      'EMULATOR_PORT must be 0 to 65535, but got "65536".',
      'EMULATOR_QUOTAS must be on or off, but got "yes".',
      'EMULATOR_READINGS: Readings are not valid: lastPageToken must be absent or empty or present, but got "never".',
    ]);
  });

  it('take a number of accounts in place of a world', () => {
    const { settings } = parseEmulatorSettings({ EMULATOR_ACCOUNTS: '5000' });
    const tooMany = parseEmulatorSettings({ EMULATOR_ACCOUNTS: '1000001' });
    const both = parseEmulatorSettings({ EMULATOR_ACCOUNTS: '5', EMULATOR_WORLD: 'fresh' });

    expect(settings?.accounts).toBe(5000);
    expect(tooMany.problems).toEqual(['EMULATOR_ACCOUNTS must be 1 to 1000000, but got "1000001".']);
    expect(both.problems).toEqual(['EMULATOR_ACCOUNTS makes a world of its own: unset it, or EMULATOR_WORLD=fresh.']);
  });

  it('take how many resources of the generated directory changed in the last day', () => {
    const { settings } = parseEmulatorSettings({ EMULATOR_ACCOUNTS: '500', EMULATOR_CHANGED_TODAY: '120' });
    const alone = parseEmulatorSettings({ EMULATOR_CHANGED_TODAY: '120' });
    const tooMany = parseEmulatorSettings({ EMULATOR_ACCOUNTS: '4', EMULATOR_CHANGED_TODAY: '121' });

    expect(settings).toMatchObject({ accounts: 500, changedToday: 120 });
    expect(alone.problems).toEqual(['EMULATOR_CHANGED_TODAY=120 needs a generated directory: set EMULATOR_ACCOUNTS.']);
    expect(tooMany.problems).toEqual([
      'EMULATOR_CHANGED_TODAY must be at most 30 times EMULATOR_ACCOUNTS, 120, but got 121.',
    ]);
  });

  it.each(['lastPageToken', 'a=b=c', '=absent'])('refuse a list of readings like %s', (EMULATOR_READINGS) => {
    const { problems } = parseEmulatorSettings({ EMULATOR_READINGS });

    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^EMULATOR_READINGS/);
  });
});

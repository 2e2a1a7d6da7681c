import { explainStartFailure } from '../../../src/process/explainStartFailure';

const settings = { host: 'gateway.example', port: 4000 };

const systemError = (code: string, port?: number) => Object.assign(new Error(`listen ${code}`), { code, port });

it.each([
  [systemError('EADDRINUSE', 4000), 'Port 4000 is in use: stop what listens there, or set PORT.'],
  [systemError('EADDRINUSE', 4010), 'Port 4010 is in use: stop what listens there, or set EMULATOR_PORT.'],
  [systemError('EACCES', 4000), 'Port 4000 may not be used by this user: set PORT to one above 1023.'],
  [systemError('EADDRNOTAVAIL', 4000), 'HOST must be an address of this machine, but got "gateway.example".'],
  [systemError('ENOTFOUND'), 'HOST must be an address of this machine, but got "gateway.example".'],
  [new Error('The world cannot be used.'), 'The world cannot be used.'],
])('tells the operator which setting to change: %s', (error, sentence) => {
  expect(explainStartFailure(error, settings)).toBe(sentence);
});

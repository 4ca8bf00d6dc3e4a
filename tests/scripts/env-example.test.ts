import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseEnv, settingNames } from '@/server/env';

/** What the launcher sets for each process, and no operator should. */
const OURS = ['NODE_ENV', 'PROCESS'];
const lines = readFileSync('.env.example', 'utf8').split('\n');
const shown = lines.flatMap((line) => line.match(/^# ([A-Z0-9_]+)=(.*)$/)?.slice(1, 3) ?? []);
const names = shown.filter((_, index) => index % 2 === 0);

it('.env.example names every setting, and nothing else', () => {
  expect([...names].sort()).toEqual(settingNames.filter((name) => !OURS.includes(name)).sort());
});

it('.env.example as it is sets nothing', () => {
  expect(lines.filter((line) => line.trim() !== '' && !line.startsWith('#'))).toEqual([]);
});

it('.env.example shows values that are accepted', () => {
  const values = Object.fromEntries(names.map((name, index) => [name, shown[index * 2 + 1]]));
  const files = { SMTP_TLS_CERT: '', SMTP_TLS_KEY: '' };
  expect(() => parseEnv({ ...values, ...files, SECRET: 'a secret of the tests 0123456789' })).not.toThrow();
});

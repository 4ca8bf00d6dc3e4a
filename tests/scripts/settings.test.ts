import { expect, test } from 'vitest';
import { asEnvironment } from '../../scripts/launcher/settings.mjs';
import { parseEnv } from '../../src/server/env';

const given = {
  DATABASE_URL: 'postgresql://kalauz:pw@localhost:5432/kalauz',
  SECRET: 'hQ8vJ2mX5rT9wK4zB7nC1dF6gL3pS0yA',
  DEMO: '0',
  OUTSIDE_HOSTS: 'api.telegram.org=http://127.0.0.1:8081 masto.example=http://127.0.0.1:8082',
};

test('the processes that are started read the settings that the launcher read', () => {
  const settings = parseEnv(given);
  expect(parseEnv(asEnvironment(settings))).toEqual(settings);
});

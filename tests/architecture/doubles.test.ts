import { expect, test } from 'vitest';
import { code, files } from './source';

/** What a file imports, re-exports or requires, types as well. */
const IMPORT =
  /(?:^import\s+|^(?:import|export)\s[^;'"=(]*?\bfrom\s+|\b(?:import|require)\(\s*)['"]([^'"]+)['"]/gm;
const importsOf = (path: string): string[] => [...code(path).matchAll(IMPORT)].map(([, name = '']) => name);

test('doubles of vendors share no code with the product: they are Node, and each other', () => {
  const doubles = files('tests/doubles', /\.ts$/);
  expect(doubles.length).toBeGreaterThan(5);
  const shared = doubles.flatMap((path) =>
    importsOf(path)
      .filter((name) => !/^(node:[\w/]+|\.\/[\w-]+)$/.test(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(shared).toEqual([]);
});

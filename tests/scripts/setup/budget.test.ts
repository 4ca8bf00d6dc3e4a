import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { deskBytes, keepBudget } from '../../../scripts/setup/budget.mjs';

/** A build whose desk loads a script of the framework, one of the frame, and one of the page, which is named twice. */
function built(sizes: Readonly<{ root: number; frame: number; page: number }>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kalauz-budget-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const page = join(folder, 'server/app/(staff)/[workspace]/desk/(list)');
  mkdirSync(page, { recursive: true });
  // What is random does not become smaller.
  for (const [name, size] of Object.entries(sizes))
    writeFileSync(join(folder, `${name}.js`), randomBytes(size));
  writeFileSync(join(folder, 'build-manifest.json'), JSON.stringify({ rootMainFiles: ['root.js'] }));
  const entryJSFiles = { layout: ['frame.js', 'page.js'], page: ['page.js'] };
  writeFileSync(
    join(page, 'page_client-reference-manifest.js'),
    `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\nglobalThis.__RSC_MANIFEST["/desk"] = ${JSON.stringify({ entryJSFiles })};\n`,
  );
  return folder;
}

test('each script of the first page of the desk is weighed once, compressed', () => {
  const bytes = deskBytes(built({ root: 10_000, frame: 20_000, page: 30_000 }));
  expect(bytes).toBeGreaterThan(60_000);
  expect(bytes).toBeLessThan(61_000);
});

test('a build that is too heavy is refused, and says by how much', () => {
  expect(() => keepBudget(built({ root: 100_000, frame: 100_000, page: 99_000 }))).not.toThrow();
  const heavy = built({ root: 100_000, frame: 100_000, page: 120_000 });
  expect(() => keepBudget(heavy)).toThrow('loads 320 KB of script, 300 KB are allowed');
});

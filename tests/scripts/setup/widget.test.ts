import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleWidget } from '../../../scripts/setup/widget.mjs';

const KB = 1024;

test('the loader is at most 15 kB, and the app in the frame at most 30 kB on the wire', async () => {
  const files = await bundleWidget();
  expect(Buffer.byteLength(files['public/widget.js'])).toBeLessThanOrEqual(15 * KB);
  expect(gzipSync(files['public/widget/app.js']).length).toBeLessThanOrEqual(30 * KB);
  expect(gzipSync(files['public/widget/app.css']).length).toBeLessThanOrEqual(4 * KB);
});

test('nothing of it asks for what a strict policy forbids, or touches cookies and the storage of the frame', async () => {
  const files = await bundleWidget();
  for (const text of [files['public/widget.js'], files['public/widget/app.js']]) {
    expect(text).not.toMatch(
      /\beval\(|new Function\b|document\.cookie|document\.write|sessionStorage|indexedDB/,
    );
  }
  expect(files['public/widget/app.js']).not.toContain('localStorage');
});

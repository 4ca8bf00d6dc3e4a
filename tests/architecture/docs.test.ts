import { expect, test } from 'vitest';
import { exists, files, text } from './source';

const PATH = /`((?:src|tests|e2e|prisma|scripts|docs|public)\/[\w./()[\]-]*|[\w.-]+\.(?:json|cjs|ts|md))`/g;

test('every folder and file that ARCHITECTURE.md names exists', () => {
  const named = [...text('docs/ARCHITECTURE.md').matchAll(PATH)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !exists(path.replace(/\/$/, '')) && !existsInRoot(path))).toEqual([]);
});

/** A bare file name stands for a file of that name in some feature or in the root. */
const existsInRoot = (name: string) =>
  !name.includes('/') && files('src', new RegExp(`/${name.replaceAll('.', '\\.')}$`)).length > 0;

test('ARCHITECTURE.md stays one page', () => {
  expect(text('docs/ARCHITECTURE.md').split('\n').length).toBeLessThanOrEqual(130);
});

const decisions = () => files('docs/decisions', /\.md$/);

test('decision records are numbered without gaps', () => {
  const numbers = decisions().map((path) => Number(/\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1]));
  expect(numbers.length).toBeGreaterThanOrEqual(12);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

test('every decision says when, whether it stands, why, what, and at what price', () => {
  const incomplete = decisions().filter((path) => {
    const record = text(path);
    return (
      !/^# \d{4} .+/.test(record) ||
      !/^Date: \d{4}-\d{2}-\d{2}$/m.test(record) ||
      !/^Status: (accepted|superseded by \d{4})$/m.test(record) ||
      !['Context', 'Decision', 'Consequences'].every((part) => record.includes(`\n## ${part}\n`))
    );
  });
  expect(incomplete).toEqual([]);
});

test('every link from one document to another leads somewhere', () => {
  const documents = ['README.md', ...files('docs', /\.md$/)].filter(exists);
  const broken = documents.flatMap((path) => {
    const folder = path.includes('/') ? path.replace(/\/[^/]*$/, '/') : '';
    return [...text(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, link = '']) => new URL(link, `file:///${folder}`).pathname.slice(1))
      .filter((target) => !exists(decodeURIComponent(target)))
      .map((target) => `${path}: ${target}`);
  });
  expect(broken).toEqual([]);
});

import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ArticleBody } from '@/features/knowledge/ui/article-body';

const picturesOf = (html: string) =>
  renderToStaticMarkup(<ArticleBody html={html} />).match(/<img[^>]*>/g) ?? [];

test('the first picture comes before everything else, wherever it stands; those below wait to be seen', () => {
  const [first, second] = picturesOf(
    '<p>Words</p><ul><li><img src="/a" alt="A" width="390" height="844"></li></ul><img src="/b" alt="B" width="1200" height="600">',
  );
  expect(first).toMatch(/fetchPriority="high"/i);
  expect(first).toContain('loading="eager"');
  expect(second).not.toMatch(/fetchPriority/i);
  expect(second).toContain('loading="lazy"');
});

test('a picture is asked for in the smaller format, as wide as it is at most', () => {
  const [small, wide, huge, unknown] = picturesOf(
    '<img src="/a" width="390"><img src="/b" width="1200"><img src="/c" width="3000"><img src="/d">',
  );
  expect(small).toContain('src="/a?w=480"');
  expect(small).not.toMatch(/srcset/i);
  expect(wide).toContain('src="/b?w=1600"');
  expect(wide).toMatch(/srcset="\/b\?w=480 480w, \/b\?w=960 960w, \/b\?w=1600 1200w"/i);
  expect(huge).toMatch(/srcset="\/c\?w=480 480w, \/c\?w=960 960w, \/c\?w=1600 1600w, \/c 3000w"/i);
  expect(unknown).toContain('src="/d"');
});

import { z } from 'zod';
import { ARTICLE_AUDIENCES } from '@/domain/knowledge/article';

/** What the list of articles can be narrowed to besides its fields. */
export const ARTICLE_NEEDS = ['review', 'due', 'stale', 'missing', 'changed'] as const;
export type ArticleNeed = (typeof ARTICLE_NEEDS)[number];

const LONGEST_TEXT = 400_000;

/** What of an article holds for all its languages. */
export const articleFields = z.object({
  audience: z.enum(ARTICLE_AUDIENCES),
  categoryId: z.uuid().nullable(),
  ownerId: z.uuid().nullable(),
  /** Who is asked to look at it before it is published; null: whoever may publish. */
  reviewerId: z.uuid().nullable(),
  /** The day on which its owner is to read it again. */
  reviewOn: z.iso.date().nullable(),
});

/** A text in one language, as editors and programs give it. */
export const articleText = z.object({
  title: z.string().trim().min(1).max(200),
  /** One sentence under the title, in lists and in search engines. */
  excerpt: z.string().trim().max(300),
  /** Other words by which it is to be found. */
  keywords: z.string().trim().max(500),
  html: z.string().max(LONGEST_TEXT),
});

const name = z.strictObject({
  name: z.string().trim().min(1).max(80),
  description: z.string().trim().max(300).default(''),
});

/** A shelf; it has a name in one language at least. */
export const categoryFields = z.object({
  parentId: z.uuid().nullable().default(null),
  names: z
    .strictObject({ en: name.optional(), hu: name.optional(), lv: name.optional() })
    .refine((names) => Object.values(names).some((each) => each !== undefined)),
});

/** The categories of one level in their order. */
export const categoryOrder = z.array(z.uuid()).min(1).max(200);

/** The articles of one category in their order. */
export const articleOrder = z.array(z.uuid()).min(1).max(500);

import { missedWords } from '@/domain/knowledge/find-words';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';

type Readers = Readonly<{ workspaceId: string; ids: ReadonlyMap<string, string>; now: Date }>;

const DAY = 86_400_000;
const LANGUAGES = ['en', 'hu', 'lv'] as const;

const MISSES = [
  ['en', 'gift wrapping', 14],
  ['hu', 'üzletben átvétel', 11],
  ['lv', 'dāvanu iesaiņojums', 9],
  ['en', 'student discount', 6],
  ['hu', 'kávégép bérlése', 4],
  ['lv', 'kafijas kurss', 3],
] as const;

const TROUBLED = [
  ['discount_code', 3, 9, 'incomplete'],
  ['payment_failed', 6, 5, 'unclear'],
  ['return_item', 31, 4, 'other'],
  ['warranty', 12, 3, 'wrong'],
] as const;

/** What readers of the demo's help centre did in the last month: they read, searched, answered, and gave up. */
export async function buildReaders(db: Db, { workspaceId, ids, now }: Readers): Promise<void> {
  const articles = [...ids.values()];
  await db.articleView.createMany({
    data: articles.flatMap((articleId, index) => viewsOf({ workspaceId, articleId, index, now })),
  });
  await db.searchMiss.createMany({
    data: MISSES.map(([locale, text, count], index) => ({
      workspaceId,
      id: newId(),
      locale,
      text,
      words: missedWords(`${text} `),
      count,
      firstAt: new Date(now.getTime() - 25 * DAY),
      lastAt: new Date(now.getTime() - (index + 1) * 9 * 3_600_000),
    })),
  });
  await db.articleFeedback.createMany({
    data: TROUBLED.flatMap(([key, yes, no, reason]) =>
      Array.from({ length: yes + no }, (_, index) => ({
        workspaceId,
        id: newId(),
        articleId: ids.get(key) ?? '',
        locale: LANGUAGES[index % 3] ?? 'en',
        sessionId: newId(),
        helped: index < yes,
        reason: index < yes ? null : reason,
        at: new Date(now.getTime() - (index + 1) * 11 * 3_600_000),
      })),
    ),
  });
  await db.helpSession.createMany({
    data: Array.from({ length: 240 }, (_, index) => sessionOf({ workspaceId, index, now })),
  });
}

type Viewed = Readonly<{ workspaceId: string; articleId: string; index: number; now: Date }>;

function viewsOf({ workspaceId, articleId, index, now }: Viewed) {
  return LANGUAGES.flatMap((locale, place) =>
    Array.from({ length: 28 }, (_, day) => ({
      workspaceId,
      articleId,
      locale,
      day: new Date(now.getTime() - day * DAY),
      views: ((index * 7 + day * 3 + place) % 11) + (index % 5 === 2 ? 20 : 1),
    })),
  );
}

/** Three of five visits wanted something; of these six of ten saw an answer and went. */
function sessionOf({ workspaceId, index, now }: Readonly<{ workspaceId: string; index: number; now: Date }>) {
  const startedAt = new Date(now.getTime() - (index * 2.9 + 1) * 3_600_000);
  const wants = index % 5 < 3;
  const seen = wants && index % 10 < 7;
  return {
    workspaceId,
    id: newId(),
    startedAt,
    intentAt: wants ? startedAt : null,
    intent: intentOf(index),
    locale: LANGUAGES[index % LANGUAGES.length] ?? null,
    seenAt: seen ? startedAt : null,
    ticketAt: wants && index % 4 === 1 ? startedAt : null,
  };
}

function intentOf(index: number): 'search' | 'form' | null {
  if (index % 5 >= 3) return null;
  return index % 2 === 0 ? 'search' : 'form';
}

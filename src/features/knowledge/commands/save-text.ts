import { continuesRevision } from '@/domain/knowledge/article';
import { fail, ok, type Result } from '@/domain/shared/result';
import { adoptFiles, cleanOwnHtml } from '@/features/knowledge/article-files';
import type { SaveTextInput } from '@/features/knowledge/inputs';
import {
  type ArticleText,
  addRevision,
  lockText,
  type StoredText,
  touchArticle,
} from '@/features/knowledge/store';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

export type SavedText = Readonly<{
  version: number;
  revision: number;
  /** Addresses of pictures that could not stay, since readers would fetch them from other hosts. */
  refusedPictures: readonly string[];
}>;

/** Somebody else saved meanwhile: what stands there now. */
type Overtaken = Readonly<{
  code: 'changed.meanwhile';
  theirs: ArticleText & Readonly<{ version: number; editorName: string }>;
}>;
type Refused = Readonly<{ code: 'not_found' | 'forbidden' }> | Overtaken;

/**
 * Saves the text at work; readers go on seeing what was published. Refused, with what stands there, when somebody saved it
 * since the editor read it: nothing is ever written over unseen. An archived text is not written on.
 */
export function saveText(ctx: StaffContext, input: SaveTextInput): Promise<Result<SavedText, Refused>> {
  return transaction(ctx, async (tx) => {
    const before = await lockText(tx, ctx, input.translationId);
    if (!before) return fail({ code: 'not_found' });
    if (before.state === 'archived') return fail({ code: 'forbidden' });
    const { html, refused } = cleanOwnHtml(ctx, input.html);
    const { title, excerpt, keywords, version } = input;
    const text = { title, excerpt, keywords, html };
    const same = isSame(before, text);
    if (before.version !== version && !same)
      return fail({ code: 'changed.meanwhile', theirs: shown(before) });
    const saved = same ? before : await writeText(tx, ctx, { before, text });
    return ok({ version: saved.version, revision: saved.revision, refusedPictures: refused });
  });
}

const isSame = (one: ArticleText, other: ArticleText) =>
  one.title === other.title &&
  one.excerpt === other.excerpt &&
  one.keywords === other.keywords &&
  one.html === other.html;

const shown = ({ title, excerpt, keywords, html, version, editorName }: StoredText) => ({
  title,
  excerpt,
  keywords,
  html,
  version,
  editorName,
});

type Writing = Readonly<{ before: StoredText; text: ArticleText; kind?: 'written' | 'restored' }>;

/** The rows of a changed text: itself, its newest revision, its files. Gives its new version and revision. */
export async function writeText(
  tx: Tx,
  ctx: StaffContext,
  { before, text, kind = 'written' }: Writing,
): Promise<Readonly<{ version: number; revision: number }>> {
  const { workspaceId, actor } = ctx;
  const { id } = before;
  const goesOn = kind === 'written' && (await isOneGo(tx, ctx, before));
  const revision = goesOn ? before.revision : before.revision + 1;
  const version = before.version + 1;
  if (goesOn) {
    const where = { workspaceId_translationId_number: { workspaceId, translationId: id, number: revision } };
    await tx.articleRevision.update({ where, data: text });
  } else await addRevision(tx, ctx, { ...text, translationId: id, number: revision, kind });
  await tx.articleTranslation.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { ...text, version, revision, updatedAt: ctx.now(), editorId: actor.id, editorName: actor.name },
  });
  await adoptFiles(tx, ctx, { articleId: before.articleId, html: text.html });
  await touchArticle(tx, ctx, before.articleId);
  return { version, revision };
}

async function isOneGo(
  tx: Tx,
  { workspaceId, actor, now }: StaffContext,
  text: StoredText,
): Promise<boolean> {
  const last = await tx.articleRevision.findUnique({
    where: {
      workspaceId_translationId_number: { workspaceId, translationId: text.id, number: text.revision },
    },
    select: { number: true, kind: true, authorId: true, at: true },
  });
  const saved = { authorId: actor.id, at: now(), liveRevision: text.liveRevision };
  return last !== null && continuesRevision(last, saved);
}

import { nearestWords } from '@/domain/search/edit-distance';
import type { SearchTerm, SearchText } from '@/domain/search/search-text';
import { anyOf, lexeme } from '@/domain/search/tsquery';
import { commonBeginning, sameWord, wordRoots } from '@/domain/search/word-roots';
import type { StaffContext } from '@/server/context';
import { joinSql, type Sql, sql } from '@/server/db/sql';

const MOST_FORMS = 80;
const SHORTEST_BEGINNING = 3;

/** What the workspace knows of one plain word. */
type Known = Readonly<{ stems: readonly string[]; forms: readonly string[] }>;
type Vocabulary = ReadonlyMap<string, Known>;

/** A search as one `tsquery` expression, and the words that nobody has written in this workspace. */
export type TicketQuery = Readonly<{ match: Sql; unknown: readonly string[] }>;

/**
 * Turns a search into a `tsquery`. A word stands for its stems, for itself without accents, for all forms of it that occur in
 * the workspace, and, while it is being typed, for its beginning. Null when there is nothing to find.
 */
export async function ticketQuery(ctx: StaffContext, { all, not }: SearchText): Promise<TicketQuery | null> {
  if (all.length === 0) return null;
  const terms = [...all.flat(), ...not];
  const vocabulary = await vocabularyFor(ctx, terms);
  const found = all.map((choice) => choiceOf(choice, vocabulary));
  const excluded = not.map((term) => sql`!!(${choiceOf([{ ...term, open: false }], vocabulary)})`);
  const words = all.flat().filter(({ kind, plain }) => kind === 'word' && /^\p{L}{4,}$/u.test(plain));
  return {
    match: sql`(${joinSql([...found, ...excluded], ' && ')})`,
    unknown: words.map(({ plain }) => plain).filter((word) => vocabulary.get(word)?.forms.length === 0),
  };
}

/** One question for all words: their stems, and what the workspace has that begins as they do. */
async function vocabularyFor(ctx: StaffContext, terms: readonly SearchTerm[]): Promise<Vocabulary> {
  const words = terms.filter(({ kind }) => kind === 'word');
  if (words.length === 0) return new Map();
  const roots = new Map(words.map(({ plain }) => [plain, wordRoots(plain)]));
  const beginnings = words.map(({ plain }) => commonBeginning(roots.get(plain) ?? new Set([plain])));
  const rows = await ctx.db.$queryRaw<{ plain: string; stems: string[]; words: string[] }[]>`
    select w.plain,
      coalesce(ts_lexize('english_stem', w.written), '{}') || coalesce(ts_lexize('hungarian_stem', w.written), '{}') as stems,
      array(
        select v.word from "SearchWord" v
        where v."workspaceId" = ${ctx.workspaceId}::uuid and v.word like w.beginning || '%'
          and length(w.beginning) >= ${SHORTEST_BEGINNING}::int
        limit 5000
      ) as words
    from unnest(
      ${words.map(({ plain }) => plain)}::text[],
      ${words.map(({ text }) => text.toLowerCase())}::text[],
      ${beginnings}::text[]
    ) as w(plain, written, beginning)`;
  return new Map(
    rows.map(({ plain, stems, words: near }) => [plain, { stems, forms: formsOf(plain, near, roots) }]),
  );
}

/** Of the words that begin alike, those that are forms of the same word; the nearest in length first. */
function formsOf(
  plain: string,
  ...[near, roots]: [readonly string[], ReadonlyMap<string, ReadonlySet<string>>]
): readonly string[] {
  const own = roots.get(plain) ?? new Set([plain]);
  const far = (word: string) => Math.abs(word.length - plain.length);
  return near
    .filter((word) => sameWord(own, wordRoots(word)))
    .sort((one, other) => far(one) - far(other))
    .slice(0, MOST_FORMS);
}

function choiceOf(choice: readonly SearchTerm[], vocabulary: Vocabulary): Sql {
  const words = anyOf(choice.flatMap((term) => (term.kind === 'word' ? lexemesOf(term, vocabulary) : [])));
  const phrases = choice
    .filter(({ kind }) => kind === 'phrase')
    .map(({ plain, open }) => sql`search_phrase(${plain}, ${open})`);
  return sql`(${joinSql([...(words ? [sql`${words}::tsquery`] : []), ...phrases], ' || ')})`;
}

function lexemesOf({ plain, open }: SearchTerm, vocabulary: Vocabulary): readonly string[] {
  const known = vocabulary.get(plain) ?? { stems: [], forms: [] };
  const begun = open && plain.length >= SHORTEST_BEGINNING;
  const guessed = known.forms.length === 0 && plain.length > 4 ? [lexeme(trimmed(plain), true)] : [];
  const forms = [...known.stems, ...known.forms].map((word) => lexeme(word));
  return [lexeme(plain, begun), ...forms, ...guessed];
}

/** For words that the vocabulary does not have: without the last letters, where most endings stand. */
const trimmed = (word: string) => word.slice(0, Math.max(4, word.length - 2));

/** The search with each unknown word replaced by the nearest words of the workspace; null when none is near. */
export async function corrected(
  ctx: StaffContext,
  { text, unknown }: Readonly<{ text: SearchText; unknown: readonly string[] }>,
): Promise<Readonly<{ text: SearchText; words: readonly string[] }> | null> {
  if (unknown.length === 0) return null;
  const rows = await ctx.db.$queryRaw<{ word: string; near: string[] }[]>`
    select w.word, array(
      select v.word from "SearchWord" v
      where v."workspaceId" = ${ctx.workspaceId}::uuid
        and (v.word % w.word or v.word like left(w.word, 2) || '%')
        and length(v.word) between length(w.word) - 2 and length(w.word) + 6
      limit 10000
    ) as near
    from unnest(${[...unknown]}::text[]) as w(word)`;
  const nearest = new Map(rows.map(({ word, near }) => [word, nearestWords(word, near)]));
  const words = [...nearest.values()].flat();
  if (words.length === 0) return null;
  const all = text.all.map((choice) => choice.flatMap((term) => replaced(term, nearest)));
  return { text: { ...text, all }, words };
}

function replaced(term: SearchTerm, nearest: ReadonlyMap<string, readonly string[]>): readonly SearchTerm[] {
  const words = nearest.get(term.plain) ?? [];
  if (words.length === 0) return [term];
  return words.map((word) => ({ kind: 'word', text: word, plain: word, open: false }));
}

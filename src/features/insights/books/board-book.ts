import 'server-only';
import type { Board } from '@/domain/insights/boards';
import { workMix } from '@/features/metrics/queries';
import type { StaffContext } from '@/server/context';
import type { Book, Cell, Sheet } from '@/server/spreadsheet/book';
import type { Asked } from '../asked';
import type { Mix } from '../mix-words';
import { othersWords } from '../part-words';
import { type BoardPage, type FilterChoices, filterChoices, getBoard } from '../queries';
import { type Comment, listComments } from '../queries-comments';
import { getKnowledge, type KnowledgeParts } from '../queries-knowledge';
import { type BookWords, nameOf } from './book-words';
import { countCell, responseCells, toldCells } from './cells';
import { mixSheet } from './mix-sheet';
import { commentsSheet, knowledgeSheets } from './more-sheets';
import { aboutSheet, courseSheet, definitionsSheet, numbersSheet } from './sheets';

type Given = Readonly<{ board: Board; asked: Asked; words: BookWords }>;

/** Everything that a board says, before it is written anywhere. */
export type BoardParts = Readonly<{
  page: BoardPage;
  choices: FilterChoices;
  workspace: Awaited<ReturnType<typeof workspaceOf>>;
  /** Of the boards of agents, of the knowledge base, and of satisfaction; null on others. */
  mix: readonly Mix[] | null;
  knowledge: KnowledgeParts | null;
  comments: readonly Comment[] | null;
}>;

/** The most articles, searches and comments in a file. */
const MOST_LINES = 1000;

/** Reads a board, as far as the reader may see it. */
export async function boardParts(ctx: StaffContext, { board, asked, words }: Given): Promise<BoardParts> {
  const [page, choices, workspace, mix, knowledge, comments] = await Promise.all([
    getBoard(ctx, board, asked),
    filterChoices(ctx, words.locale, asked.filters),
    workspaceOf(ctx),
    board.name === 'agents' ? workMix(ctx, asked.question) : null,
    board.name === 'knowledge' ? getKnowledge(ctx, asked, MOST_LINES) : null,
    board.name === 'satisfaction' ? listComments(ctx, asked, MOST_LINES) : null,
  ]);
  return { page, choices, workspace, mix, knowledge, comments };
}

/** A board as tables: its numbers, the course, the same by teams, channels …, what was asked for, and the definitions. */
export function bookOf(ctx: StaffContext, ...[given, parts]: [Given, BoardParts]): Book {
  const { board, asked, words } = given;
  const { page, choices, workspace, mix, knowledge, comments } = parts;
  const title = words.t(`board.${board.name}.title`);
  const sheets = [
    numbersSheet(words, page.head),
    courseSheet(words, page.course, page.marked),
    linesSheet(words, board, page),
    ...(mix ? [mixSheet(words, mix)] : []),
    ...(knowledge ? knowledgeSheets(words, knowledge) : []),
    ...(comments ? [commentsSheet(words, comments)] : []),
    aboutSheet(words, { title, asked, choices, workspace, madeAt: ctx.now(), madeBy: ctx.actor.name }),
    definitionsSheet(words, [...page.head, page.course, ...page.lines.flatMap(({ values }) => values)]),
  ];
  return { name: `${board.name}-${asked.period.from}-${asked.period.to}`, sheets };
}

/** What a file says of its workspace. */
export const workspaceOf = ({ db, workspaceId }: StaffContext) =>
  db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { name: true, slug: true, timeZone: true },
  });

const LINE_HEADS = ['count', 'low', 'high', 'response', 'asked', 'others'] as const;

/** The table of a board: beside each number how many it stands on, how sure it is, and how it stands beside the others. */
function linesSheet(words: BookWords, board: Board, { lines }: BoardPage): Sheet {
  const names = words.partNames(board.split);
  return {
    key: 'lines',
    name: words.t(`by.${board.split}`),
    columns: [
      { head: words.t(`by.${board.split}`), width: 28 },
      ...board.columns.flatMap((metric) => [
        { head: nameOf(words, metric), width: 20 },
        ...LINE_HEADS.map((key) => ({
          head: `${nameOf(words, metric)}: ${words.t(`export.head.${key}`)}`,
          width: key === 'others' ? 30 : 12,
        })),
      ]),
    ],
    rows: lines.map(({ group, label, values }) => [
      names(group, label),
      ...values.flatMap((part): Cell[] =>
        part
          ? [...toldCells(part, part.unit), ...responseCells(part), othersWords(words, part, board.split)]
          : [null, countCell(0), null, null, null, null, null],
      ),
    ]),
  };
}

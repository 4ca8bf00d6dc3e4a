import 'server-only';
import type { TicketAction } from '@/domain/action/action';
import { type MacroAudience, type MacroTexts, mayChangeMacro } from '@/domain/macro/macro';
import { may } from '@/domain/permission/can';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import {
  customerFieldNames,
  type NamedField,
  type OwnChoice,
  ownChoices,
  ownNames,
} from '@/features/fields/commands/own-choices';
import type { StaffContext } from '@/server/context';
import type { Prisma } from '@/server/db/generated/client';
import { findMacro, leadsOf, macroOf, macroSelection } from './macro-rows';

/** The most macros that one list shows. */
const MOST = 1000;

/** What the actor may see: their own, those of their teams, and those of everybody. */
function visibleTo({ workspaceId, actor }: StaffContext): Prisma.MacroWhereInput {
  const teams = may(actor, 'macro.manage') ? {} : { teamId: { in: [...actor.teamIds] } };
  return {
    workspaceId,
    OR: [
      { audience: 'everyone' },
      { audience: 'team', ...teams },
      ...(actor.id ? [{ audience: 'personal' as const, ownerId: actor.id }] : []),
    ],
  };
}

/** A macro as the picker and the list behind the semicolon show it. */
export type MacroChoice = Readonly<{
  id: string;
  name: string;
  shortcut: string;
  folder: string;
  favourite: boolean;
  textKind: 'reply' | 'note';
  languages: readonly string[];
  /** How many things it sets; none for a canned reply. */
  changes: number;
}>;

/** The macros that the actor can use: favourites first, then what they use most, then in the order of the list. */
export async function listUsableMacros(ctx: StaffContext): Promise<readonly MacroChoice[]> {
  const rows = await ctx.db.macro.findMany({
    where: { ...visibleTo(ctx), active: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      ...macroSelection,
      texts: { select: { locale: true, html: true }, orderBy: { locale: 'asc' } },
      uses: { where: { userId: ctx.actor.id ?? ctx.workspaceId }, select: { count: true, favourite: true } },
    },
  });
  const own = (row: (typeof rows)[number]) => row.uses[0] ?? { count: 0, favourite: false };
  return rows
    .toSorted(
      (one, other) =>
        Number(own(other).favourite) - Number(own(one).favourite) || own(other).count - own(one).count,
    )
    .map((row) => ({
      id: row.id,
      name: row.name,
      shortcut: row.shortcut,
      folder: row.folder,
      favourite: own(row).favourite,
      textKind: row.textKind,
      languages: row.texts.map(({ locale }) => locale),
      changes: macroOf(row).actions.length,
    }));
}

export type MacroRow = Readonly<{
  id: string;
  name: string;
  shortcut: string;
  folder: string;
  audience: MacroAudience;
  team: string | null;
  active: boolean;
  favourite: boolean;
  /** How often it was used, by everybody together. */
  uses: number;
  languages: readonly string[];
  textKind: 'reply' | 'note';
  actions: readonly TicketAction[];
  mayChange: boolean;
}>;

export type MacroList = Readonly<{
  macros: readonly MacroRow[];
  /** Names of the people and teams that actions point at, by id. */
  names: Readonly<Record<string, string>>;
}>;

/**
 * The macros of one page: `shared` are those of teams and of everybody, `mine` those that the actor can use. In the order
 * of the list; what the actor may not see is not in it.
 */
export async function listMacros(ctx: StaffContext, which: 'shared' | 'mine'): Promise<MacroList> {
  const shared = which === 'shared' ? { audience: { not: 'personal' as const } } : {};
  const [rows, leads] = await Promise.all([
    ctx.db.macro.findMany({
      where: { AND: [visibleTo(ctx), shared] },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      take: MOST,
      select: {
        ...macroSelection,
        team: { select: { name: true } },
        uses: { where: { userId: ctx.actor.id ?? ctx.workspaceId }, select: { favourite: true } },
      },
    }),
    leadsOf(ctx.db, ctx),
  ]);
  const uses = await usesOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const macros = rows.map((row) => ({
    ...macroOf(row),
    team: row.team?.name ?? null,
    favourite: row.uses[0]?.favourite ?? false,
    uses: uses.get(row.id) ?? 0,
    languages: row.texts.map(({ locale }) => locale),
    mayChange: mayChangeMacro(ctx.actor, row, { leads }),
  }));
  return { macros, names: await namesFor(ctx, macros) };
}

/** How often each macro was used, by everybody together. */
async function usesOf({ db, workspaceId }: StaffContext, ids: readonly string[]) {
  const sums = await db.macroUse.groupBy({
    by: ['macroId'],
    where: { workspaceId, macroId: { in: [...ids] } },
    _sum: { count: true },
  });
  return new Map(sums.map(({ macroId, _sum }) => [macroId, _sum.count ?? 0]));
}

/** The actions that name a row of the workspace. */
const POINTING: readonly TicketAction['kind'][] = ['assign', 'set_team', 'set_field', 'add_checklist'];

async function namesFor(
  ctx: StaffContext,
  macros: readonly Readonly<{ actions: readonly TicketAction[] }>[],
) {
  const kinds = macros.flatMap(({ actions }) => actions.map(({ kind }) => kind));
  if (!kinds.some((kind) => POINTING.includes(kind))) return {};
  const { db, workspaceId } = ctx;
  const [{ people, teams }, checklists, workspace, fields] = await Promise.all([
    actionChoices(ctx),
    kinds.includes('add_checklist') ? templateNames(ctx) : [],
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { locale: true } }),
    fieldDefinitions(db, { workspaceId, entity: 'ticket' }),
  ]);
  const own = fields.flatMap((field) => ownNames(field, workspace.locale));
  return Object.fromEntries([...people, ...teams, ...checklists, ...own].map(({ id, name }) => [id, name]));
}

export type MacroPage = Readonly<{
  id: string;
  version: number;
  name: string;
  shortcut: string;
  folder: string;
  audience: MacroAudience;
  teamId: string | null;
  active: boolean;
  actions: readonly TicketAction[];
  textKind: 'reply' | 'note';
  texts: MacroTexts;
  mayChange: boolean;
}>;

/** One macro as its form shows it; null when the actor does not see it. */
export async function getMacro(ctx: StaffContext, id: string): Promise<MacroPage | null> {
  const macro = await findMacro(ctx.db, ctx, id);
  if (!macro) return null;
  const { ownerId: _, ...page } = macro;
  return { ...page, mayChange: mayChangeMacro(ctx.actor, macro, { leads: await leadsOf(ctx.db, ctx) }) };
}

type Named = Readonly<{ id: string; name: string }>;

/** What the form of a macro offers: people, teams, tags and folders of the workspace. */
export type MacroChoices = Readonly<{
  /** The workspace's own fields of tickets. */
  own: readonly OwnChoice[];
  ofCustomers: readonly NamedField[];
  people: readonly Named[];
  teams: readonly Named[];
  /** Templates of checklists. */
  checklists: readonly Named[];
  tags: readonly string[];
  folders: readonly string[];
  /** To whom the actor may give a macro. */
  audiences: readonly MacroAudience[];
  /** The teams among them. */
  teamsToShareWith: readonly Named[];
}>;

/** The choices of the form of a macro. */
export async function macroChoices(ctx: StaffContext, locale: string): Promise<MacroChoices> {
  const { workspaceId, actor, db } = ctx;
  const [choices, checklists, own, ofCustomers, leads, folders] = await Promise.all([
    actionChoices(ctx),
    templateNames(ctx),
    ownChoices(ctx, locale),
    customerFieldNames(ctx, locale),
    leadsOf(db, ctx),
    db.macro.findMany({
      where: { ...visibleTo(ctx), folder: { not: '' } },
      distinct: ['folder'],
      orderBy: { folder: 'asc' },
      take: 200,
      select: { folder: true },
    }),
  ]);
  const tags = await db.tag.findMany({
    where: { workspaceId },
    orderBy: { name: 'asc' },
    take: 500,
    select: { name: true },
  });
  const ownership = (audience: MacroAudience, teamId: string | null) => ({
    audience,
    teamId,
    ownerId: audience === 'personal' ? actor.id : null,
  });
  const may = (audience: MacroAudience, teamId: string | null = null) =>
    mayChangeMacro(actor, ownership(audience, teamId), { leads });
  const teamsToShareWith = choices.teams.filter(({ id }) => may('team', id));
  const audiences = (['personal', 'team', 'everyone'] as const).filter((audience) =>
    audience === 'team' ? teamsToShareWith.length > 0 : may(audience),
  );
  return {
    own,
    ofCustomers,
    ...choices,
    checklists,
    tags: tags.map(({ name }) => name),
    folders: folders.map(({ folder }) => folder),
    audiences,
    teamsToShareWith,
  };
}

async function actionChoices({ db, workspaceId }: StaffContext) {
  const [teams, members] = await Promise.all([
    db.team.findMany({
      where: { workspaceId },
      orderBy: { name: 'asc' },
      take: 500,
      select: { id: true, name: true },
    }),
    db.membership.findMany({
      where: { workspaceId, deactivatedAt: null },
      orderBy: { user: { name: 'asc' } },
      take: 1000,
      select: { userId: true, user: { select: { name: true } } },
    }),
  ]);
  const people = members.map(({ userId, user }) => ({ id: userId, name: user.name }));
  return { teams, people };
}

const templateNames = ({ db, workspaceId }: StaffContext) =>
  db.checklistTemplate.findMany({
    where: { workspaceId },
    orderBy: { name: 'asc' },
    take: 200,
    select: { id: true, name: true },
  });

import 'server-only';
import type { FieldDefinition } from '@/domain/field/field';
import type { FormLocale, Submission } from '@/domain/form/form';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import type { Context, StaffContext } from '@/server/context';
import { type FormFacts, formOfRow, formSelection } from './form-rows';

const MOST_FORMS = 200;
const MOST_HELD = 50;

export type ListedForm = FormFacts &
  Readonly<{
    processed: number;
    held: number;
    health: 'unknown' | 'healthy' | 'failing';
    lastReceivedAt: Date | null;
  }>;

/** The forms of the workspace in their order, with how much came by each; in two queries. */
export async function listForms({ db, workspaceId }: StaffContext): Promise<readonly ListedForm[]> {
  const [rows, counts] = await Promise.all([
    db.requestForm.findMany({
      where: { workspaceId },
      orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
      take: MOST_FORMS,
      select: {
        ...formSelection,
        account: { select: { ...formSelection.account.select, health: true, lastReceivedAt: true } },
      },
    }),
    db.formSubmission.groupBy({ by: ['channelAccountId', 'state'], where: { workspaceId }, _count: true }),
  ]);
  return rows.map((row) => {
    const of = (states: readonly string[]) =>
      counts
        .filter(
          ({ channelAccountId, state }) =>
            channelAccountId === row.channelAccountId && states.includes(state),
        )
        .reduce((sum, { _count }) => sum + _count, 0);
    return {
      ...formOfRow(row),
      processed: of(['processed']),
      held: of(['held', 'received']),
      health: row.account.health,
      lastReceivedAt: row.account.lastReceivedAt,
    };
  });
}

export type HeldSubmission = Readonly<{
  id: string;
  form: string;
  reason: string;
  receivedAt: Date;
  submission: Submission;
}>;

/** What waits for a person to look at it, newest first; the newest fifty. */
export async function listHeldSubmissions({
  db,
  workspaceId,
}: StaffContext): Promise<readonly HeldSubmission[]> {
  const rows = await db.formSubmission.findMany({
    where: { workspaceId, state: { in: ['held', 'received'] } },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: MOST_HELD,
    select: {
      id: true,
      reason: true,
      receivedAt: true,
      body: true,
      form: { select: { account: { select: { name: true } } } },
    },
  });
  return rows.map(({ body, form, ...row }) => ({
    ...row,
    form: form.account.name,
    submission: body as unknown as Submission,
  }));
}

/** How a form fares; the detail is a code that the screen has words for. */
export type FormLight = Readonly<{
  enabled: boolean;
  health: 'unknown' | 'healthy' | 'failing';
  healthDetail: string;
}>;

export type FormPage = Readonly<{
  form: FormFacts | null;
  light: FormLight | null;
  definitions: readonly FieldDefinition[];
  teams: readonly Readonly<{ id: string; name: string }>[];
}>;

const lightSelection = { health: true, healthDetail: true } as const;

/** One form, or what a new one can be made of; null where the form is not here. In three queries. */
export async function getForm(
  { db, workspaceId }: StaffContext,
  id: string | null,
): Promise<FormPage | null> {
  const [row, definitions, teams] = await Promise.all([
    id
      ? db.requestForm.findFirst({
          where: { workspaceId, channelAccountId: id },
          select: {
            ...formSelection,
            account: { select: { ...formSelection.account.select, ...lightSelection } },
          },
        })
      : null,
    fieldDefinitions(db, { workspaceId, entity: 'ticket' }),
    db.team.findMany({
      where: { workspaceId },
      orderBy: { name: 'asc' },
      take: 500,
      select: { id: true, name: true },
    }),
  ]);
  if (id && !row) return null;
  if (!row) return { form: null, light: null, definitions, teams };
  const { health, healthDetail, ...account } = row.account;
  const light = { enabled: account.enabled, health, healthDetail };
  return { form: formOfRow({ ...row, account }), light, definitions, teams };
}

export type OfferedForm = Readonly<{
  id: string;
  publicKey: string;
  title: string;
  intro: string;
  /** About how high it is in pixels, for who has no script that measures it. */
  height: number;
}>;

const AROUND = 260;
const EACH = 104;

/** The forms that the help centre offers, in their order, in one language; in one query. */
export async function listOfferedForms(
  { db, workspaceId }: Pick<Context, 'db' | 'workspaceId'>,
  locale: FormLocale,
): Promise<readonly OfferedForm[]> {
  const rows = await db.requestForm.findMany({
    where: { workspaceId, inPortal: true, account: { enabled: true } },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
    take: MOST_FORMS,
    select: formSelection,
  });
  return rows.map(formOfRow).map(({ id, publicKey, name, texts, items }) => ({
    id,
    publicKey,
    title: texts[locale].title || name,
    intro: texts[locale].intro,
    height: AROUND + EACH * items.filter(({ kind }) => kind !== 'hidden').length,
  }));
}

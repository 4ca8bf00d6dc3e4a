import type { FieldDefinition } from '@/domain/field/field';
import { askedFields } from '@/domain/form/form';
import { readForm, type Typed } from '@/domain/form/read';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { submitByProgram } from '@/features/forms/commands/submit-by-program';
import type { ShownForm } from '@/features/forms/form-rows';
import type { TryFormInput } from '@/features/forms/inputs';
import { getForm } from '@/features/forms/queries';
import { isLocale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';
import type { StaffContext } from '@/server/context';

type Tried = Readonly<{ number: number }>;
type Refused = Readonly<{ code: 'not_found' | 'forbidden' }>;

/** Tickets of trials bear it, so that views and rules can tell them apart. */
const TEST_TAG = 'test';

/**
 * Fills in a stored form and sends it, as a customer would, also while it is switched off. It comes from `email`, or else from
 * the signed-in person, who gets the confirmation. Gives the number of the ticket, which is marked as a test.
 */
export async function tryForm(
  ctx: StaffContext,
  { formId, email }: TryFormInput,
): Promise<Result<Tried, Refused>> {
  const { id: userId } = ctx.actor;
  if (!may(ctx.actor, 'channel.manage') || (!userId && !email)) return fail({ code: 'forbidden' });
  const page = await getForm(ctx, formId);
  if (!page?.form) return fail({ code: 'not_found' });
  const user = userId
    ? await ctx.db.user.findUnique({ where: { id: userId }, select: { email: true, locale: true } })
    : null;
  const form = { ...page.form, definitions: page.definitions, tags: [...page.form.tags, TEST_TAG] };
  const writer = {
    email: email ?? user?.email ?? '',
    name: ctx.actor.name,
    locale: user?.locale ?? form.workspace.locale,
  };
  return ok(await submitByProgram(ctx, { form, submission: await trial(ctx, form, writer) }));
}

type Writer = Readonly<{ email: string; name: string; locale: string }>;

async function trial(ctx: StaffContext, form: ShownForm, { email, name, locale }: Writer) {
  const language = isLocale(locale) ? locale : 'en';
  const t = await translator(language, 'formSetup');
  const { items, definitions, type } = form;
  const typed: Record<string, readonly string[]> = {};
  for (const { key, kind } of items) if (kind === 'consent') typed[key] = ['true'];
  for (const { item, field } of askedFields(items, definitions)) {
    typed[item.key] = sampleOf(field, { text: t('test.value'), today: ctx.now().toISOString().slice(0, 10) });
  }
  const { submission } = readForm({ items, definitions, type, locale: language }, typed as Typed);
  return {
    ...submission,
    email: email.toLowerCase(),
    name,
    subject: t('test.subject', { name: form.name }),
    message: t('test.message', { name: form.name }),
  };
}

/** What somebody could fill in; nothing where only the workspace knows how it looks. */
function sampleOf(
  { kind, options }: FieldDefinition,
  { text, today }: Readonly<{ text: string; today: string }>,
): readonly string[] {
  switch (kind) {
    case 'choice':
    case 'multi_choice':
      return options
        .filter(({ archived }) => !archived)
        .slice(0, 1)
        .map(({ key }) => key);
    case 'checkbox':
      return ['true'];
    case 'number':
      return ['1'];
    case 'date':
      return [today];
    case 'pattern':
      return [];
    default:
      return [text];
  }
}

import { templateTerms } from '@/domain/rule/templates';
import type { Result } from '@/domain/shared/result';
import type { RuleTemplateInput } from '@/features/rules/inputs';
import { isLocale, type Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { saveRule } from './save-rule';

type Refused = Readonly<{ code: 'not_found'; at?: string }> | Readonly<{ code: 'field.condition_wrong' }>;

/** Adds a shipped rule, switched off, in the words of the workspace's language; its mails speak all three. */
export async function createFromTemplate(
  ctx: StaffContext,
  { template }: RuleTemplateInput,
): Promise<Result<Readonly<{ ruleId: string; version: number }>, Refused>> {
  const workspace = await ctx.db.workspace.findUniqueOrThrow({
    where: { id: ctx.workspaceId },
    select: { locale: true },
  });
  const locale = isLocale(workspace.locale) ? workspace.locale : 'en';
  const routed = locale === 'hu' ? 'en' : 'hu';
  const teamId = template === 'language_routing' ? await teamSpeaking(ctx, routed) : null;
  const terms = templateTerms(template, { locale, routed, teamId });
  return saveRule(ctx, { ...terms, events: [...terms.events], actions: [...terms.actions], template });
}

/** The team of which most members speak a language; null when nobody does. */
async function teamSpeaking({ db, workspaceId }: StaffContext, language: Locale): Promise<string | null> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select tm."teamId" as id
    from "TeamMember" tm join "Membership" m on m."workspaceId" = tm."workspaceId" and m."userId" = tm."userId"
    where tm."workspaceId" = ${workspaceId}::uuid and m."deactivatedAt" is null and ${language} = any(m.languages)
    group by tm."teamId" order by count(*) desc, tm."teamId" limit 1`;
  return rows[0]?.id ?? null;
}

import {
  Activity,
  Ban,
  CalendarClock,
  ClipboardList,
  Crown,
  FormInput,
  Handshake,
  Inbox,
  KeyRound,
  LifeBuoy,
  ListChecks,
  type LucideIcon,
  MailWarning,
  MessageCircleHeart,
  MessageSquareHeart,
  MessageSquareMore,
  MessagesSquare,
  PhoneCall,
  ScrollText,
  Send,
  SlidersHorizontal,
  Timer,
  Users,
  UsersRound,
  Waypoints,
  Webhook,
  Workflow,
  Zap,
} from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { AdminSection } from '@/features/workspaces/admin-sections';
import type { AdminCounts } from '@/features/workspaces/queries';
import { Badge } from '@/ui/badge';

const ICONS: Readonly<Record<AdminSection['key'], LucideIcon>> = {
  people: Users,
  teams: UsersRound,
  channels: Inbox,
  forms: ClipboardList,
  social: MessageSquareMore,
  phone: PhoneCall,
  mail: Send,
  held: MailWarning,
  chat: MessagesSquare,
  portal: LifeBuoy,
  tiers: Crown,
  blocked: Ban,
  calendars: CalendarClock,
  sla: Timer,
  routing: Waypoints,
  promises: Handshake,
  tone: MessageCircleHeart,
  rules: Workflow,
  fields: FormInput,
  macros: Zap,
  checklists: ListChecks,
  surveys: MessageSquareHeart,
  workspace: SlidersHorizontal,
  'api-keys': KeyRound,
  webhooks: Webhook,
  audit: ScrollText,
  health: Activity,
};

type Props = Readonly<{ workspace: string; section: AdminSection; counts: AdminCounts }>;

/** One thing to do, with how things stand there now. The whole card can be pressed. */
export function OverviewCard({ workspace, section, counts }: Props) {
  const t = useTranslations('admin');
  const Icon = ICONS[section.key];
  return (
    <article className="relative flex gap-3.5 rounded-lg border border-line bg-raised p-4 transition-colors hover:border-line-strong/60 hover:bg-hover/60">
      <span className="inline-flex size-9 shrink-0 items-center justify-center rounded-lg bg-accent-soft text-accent-ink">
        <Icon aria-hidden className="size-4.5" strokeWidth={1.75} />
      </span>
      <div className="min-w-0">
        <h3 className="font-semibold text-ink">
          <Link
            href={`/${workspace}/admin/${section.key}`}
            className="rounded-sm after:absolute after:inset-0 after:rounded-lg"
          >
            {t(`section.${section.key}.task`)}
          </Link>
        </h3>
        <p className="mt-0.5 text-ink-soft text-sm">{t(`section.${section.key}.body`)}</p>
        <Standing sectionKey={section.key} counts={counts} />
      </div>
    </article>
  );
}

type Standing = Readonly<{ text: string; tone?: 'warning' | 'danger' }>;

function Standing({
  sectionKey,
  counts,
}: Readonly<{ sectionKey: AdminSection['key']; counts: AdminCounts }>) {
  const lines = useStandings(counts)[sectionKey] ?? [];
  if (lines.length === 0) return null;
  return (
    <p className="mt-2.5 flex flex-wrap gap-1.5">
      {lines.map(({ text, tone }) => (
        <Badge key={text} tone={tone ?? 'neutral'}>
          {text}
        </Badge>
      ))}
    </p>
  );
}

function useStandings(counts: AdminCounts): Partial<Record<AdminSection['key'], Standing[]>> {
  const t = useTranslations('admin.count');
  const when = (count: number, standing: Standing) => (count > 0 ? [standing] : []);
  const {
    people,
    invitations,
    teams,
    mailboxes,
    failingMailboxes,
    held,
    failedMails,
    apiKeys,
    calendars,
    policies,
  } = counts;
  return {
    people: [
      { text: t('people', { count: people }) },
      ...when(invitations, { text: t('invitations', { count: invitations }) }),
    ],
    teams: [{ text: t('teams', { count: teams }) }],
    channels: [
      { text: t('mailboxes', { count: mailboxes }) },
      ...when(failingMailboxes, { text: t('failing', { count: failingMailboxes }), tone: 'danger' }),
    ],
    mail: [
      { text: t('failed', { count: failedMails }), ...(failedMails > 0 && { tone: 'danger' as const }) },
    ],
    held: [{ text: t('held', { count: held }), ...(held > 0 && { tone: 'warning' as const }) }],
    calendars: [{ text: t('calendars', { count: calendars }) }],
    sla: [{ text: t('policies', { count: policies }) }],
    'api-keys': [{ text: t('keys', { count: apiKeys }) }],
  };
}

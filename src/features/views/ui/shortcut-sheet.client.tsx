'use client';

import { Keyboard } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Fragment, useState } from 'react';
import { VIEWS } from '@/domain/view/view';
import { useActs } from '@/ui/acts';
import { Dialog } from '@/ui/dialog.client';
import { Kbd } from '@/ui/kbd';
import { useShortcuts } from '@/ui/use-shortcuts';
import { VIEW_KEYS, viewHref } from './view-links';

const GROUPS = {
  anywhere: {
    help: '?',
    palette: 'Ctrl+K',
    search: '/',
    create: 'C',
    nextTicket: 'Q',
    undo: 'Z',
    goMine: 'G M',
    goUnassigned: 'G U',
    goTeam: 'G T',
    goOpen: 'G O',
    goAtRisk: 'G R',
    goBroken: 'G B',
    goSolved: 'G S',
    goSaved: 'G 1…9',
    goViews: 'G V',
    goToday: 'G D',
    goNotices: 'G N',
    goWorkload: 'G W',
    logCall: 'D',
    goCallbacks: 'G C',
    goAdmin: 'G A',
    goMe: 'G P',
  },
  inList: {
    next: 'J',
    previous: 'K',
    open: 'Enter',
    preview: 'Space',
    newest: '.',
    select: 'X',
    selectTo: 'Shift+X',
    selectAll: '*',
    letGo: 'Esc',
    assign: 'A',
    status: 'S',
    priority: 'P',
    tags: 'T',
    moveCard: 'Shift+← →',
  },
  inTicket: {
    reply: 'R',
    note: 'N',
    quote: 'Shift+Q',
    assign: 'A',
    toMe: 'M',
    status: 'S',
    priority: 'P',
    tags: 'T',
    solve: 'E',
    snooze: 'L',
    follow: 'F',
    macro: 'X',
    snippet: ';',
    tone: 'F7',
    history: 'Shift+H',
    print: 'Shift+P',
    next: 'J',
    previous: 'K',
    back: 'U',
    send: 'Ctrl+Enter',
    sendSolve: 'Ctrl+Shift+Enter',
  },
  inNotices: { next: 'J', previous: 'K', open: 'Enter', toggleRead: 'E', allRead: 'Shift+E' },
} as const;

type Props = Readonly<{ workspace: string; switchedOff: boolean; mayAdmin: boolean; mayCreate: boolean }>;

/** The button and the key `?` that open the list of all keys; it also holds the keys that work anywhere. */
export function ShortcutSheet({ workspace, switchedOff, mayAdmin, mayCreate }: Props) {
  const t = useTranslations('desk.keys');
  const common = useTranslations('common');
  const rail = useTranslations('desk.rail');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const hidden = [
    ...(mayAdmin ? [] : ['goAdmin', 'goWorkload']),
    ...(mayCreate ? [] : ['create', 'logCall', 'goCallbacks', 'goToday']),
  ];
  const views = VIEWS.map(
    (view) => [`g ${VIEW_KEYS[view]}`, () => router.push(viewHref(workspace, view))] as const,
  );
  useShortcuts({
    ...Object.fromEntries(views),
    ...(mayAdmin && {
      'g a': () => router.push(`/${workspace}/admin`),
      'g w': () => router.push(`/${workspace}/workload`),
    }),
    ...(mayCreate && {
      c: () => router.push(`/${workspace}/desk/new`),
      'g c': () => router.push(`/${workspace}/callbacks`),
      'g d': () => router.push(`/${workspace}/today`),
    }),
    'g n': () => router.push(`/${workspace}/notifications`),
    'g p': () => router.push(`/${workspace}/me`),
    '?': () => setOpen(true),
  });
  useActs({
    shortcuts: () => setOpen(true),
    newTicket: mayCreate ? () => router.push(`/${workspace}/desk/new`) : null,
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="lg"
      onlyText
      title={t('title')}
      description={t(switchedOff ? 'off' : 'description')}
      closeLabel={common('close')}
      trigger={
        <button
          type="button"
          className="flex h-8 w-full items-center gap-2.5 rounded-md px-2 text-ink-soft hover:bg-hover hover:text-ink"
        >
          <Keyboard aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
          <span className="min-w-0 flex-1 truncate text-left">{rail('shortcuts')}</span>
        </button>
      }
    >
      <div className="gap-8 sm:columns-2">
        {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
          <section key={group} className="mb-6 break-inside-avoid">
            <h3 className="mb-2 font-semibold text-ink">{t(group)}</h3>
            <Keys keys={GROUPS[group]} hidden={hidden} />
          </section>
        ))}
      </div>
    </Dialog>
  );
}

type KeyName = { [Group in keyof typeof GROUPS]: keyof (typeof GROUPS)[Group] }[keyof typeof GROUPS];

type KeysProps = Readonly<{
  keys: Readonly<Partial<Record<KeyName, string>>>;
  hidden: readonly string[];
}>;

function Keys({ keys, hidden }: KeysProps) {
  const t = useTranslations('desk.keys');
  const shown = (Object.entries(keys) as [KeyName, string][]).filter(([name]) => !hidden.includes(name));
  return (
    <dl className="flex flex-col gap-1.5">
      {shown.map(([name, combination]) => (
        <div key={name} className="flex items-center justify-between gap-4">
          <dt className="min-w-0 text-ink-soft">{t(name)}</dt>
          <dd className="flex shrink-0 items-center gap-1">
            {combination.split(' ').map((key, index) => (
              <Fragment key={key}>
                {index > 0 && <span className="text-ink-faint text-xs">{t('then')}</span>}
                {key.split('+').map((each) => (
                  <Kbd key={each}>{each}</Kbd>
                ))}
              </Fragment>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

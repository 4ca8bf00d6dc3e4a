/** What notices are about. */
export type NoticeSubject =
  | Readonly<{ kind: 'ticket'; id: string; number: number; requester: string }>
  /** `locale`: in which language of it something happened last. */
  | Readonly<{ kind: 'article'; id: string; locale: string | null }>;

/** Where it is shown, below the workspace. */
export function pathOf(about: NoticeSubject): string {
  if (about.kind === 'ticket') return `/desk/tickets/${about.number}`;
  return `/knowledge/${about.id}${about.locale ? `?locale=${about.locale}` : ''}`;
}

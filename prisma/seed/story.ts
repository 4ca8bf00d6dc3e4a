import type { Priority, TicketType } from '@/domain/ticket/ticket';

export type Language = 'en' | 'hu' | 'lv';

export type Person = Readonly<{
  key: string;
  name: string;
  email: string;
  locale: Language;
  timeZone: string;
  organization?: string;
}>;

/** One thing said in a ticket. `by` is the customer, or a member of staff by key; a note is seen by staff only. */
export type Line = Readonly<{
  by: 'customer' | 'zsofia' | 'janis' | 'emma' | 'peter' | 'liga';
  note?: true;
  /** Minutes after the line before. */
  after: number;
  text: string;
}>;

export type Story = Readonly<{
  subject: string;
  customer: string;
  /** Hours before the demo was made. */
  hoursAgo: number;
  team: 'Orders' | 'Technical help' | 'Rīga shop';
  assignee: Line['by'] | null;
  status: 'new' | 'open' | 'pending' | 'on_hold' | 'solved';
  /** Put away until so many hours after the demo was made. */
  snoozedHours?: number;
  priority?: Priority;
  type?: TicketType;
  tags?: readonly string[];
  lines: readonly Line[];
}>;

import type { StaffActor } from '@/domain/permission/actor';
import type { SlaMetric } from '@/domain/sla/clock';

/** A step that people hear of: 1 at risk, 2 missed, 3 missed for long. */
export type Alarm = Readonly<{
  clockId: string;
  ticketId: string;
  number: number;
  subject: string;
  requesterId: string;
  assigneeId: string | null;
  teamId: string | null;
  metric: SlaMetric;
  level: 1 | 2 | 3;
  dueAt: Date;
}>;

/** Somebody who may be told. */
export type Listener = Readonly<{
  actor: StaffActor & Readonly<{ id: string }>;
  email: string;
  locale: string;
  timeZone: string;
  leads: readonly string[];
}>;

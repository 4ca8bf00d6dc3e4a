/** Somebody said otherwise how long a member had the ticket in front of them. */
export type FocusFact = Readonly<{
  type: 'ticket.time_corrected';
  /** Whose time it is. */
  userId: string;
  name: string;
  fromSeconds: number;
  toSeconds: number;
  reason: string;
}>;

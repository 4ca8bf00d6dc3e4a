export type Role = 'owner' | 'admin' | 'manager' | 'agent' | 'light_agent';

/** Which tickets a member may see: all, those of their teams and of no team, or only their own. */
export type Scope = 'all' | 'team' | 'own';

export type StaffActor = Readonly<{
  kind: 'user';
  /** The user's id; null stands for an API key that acts for the workspace itself. */
  id: string | null;
  name: string;
  role: Role;
  scope: Scope;
  teamIds: readonly string[];
  /** What an API key narrows the role to; absent for a person at a screen. */
  keyScopes?: readonly string[];
}>;

export type CustomerActor = Readonly<{
  kind: 'customer';
  id: string;
  name: string;
  /** Their organization, whose requests they may see where it shares them; absent where nothing is shared with them. */
  organizationId?: string;
  /** For whoever holds a link to one ticket: that ticket and no other. */
  ticketId?: string;
}>;

export type SystemActor = Readonly<{
  kind: 'system';
  id: 'intake' | 'delivery' | 'schedule' | 'routing' | 'rule' | 'command_line';
  name: string;
  /** For a rule at work: which one, in which run, and how many rules stand between it and what a person or a program did. */
  cause?: Readonly<{ ruleId: string; runId: string; depth: number }>;
}>;

export type Actor = StaffActor | CustomerActor | SystemActor;

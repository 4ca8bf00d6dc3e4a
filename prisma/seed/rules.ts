import type { StaffActor } from '@/domain/permission/actor';
import { createFromTemplate } from '@/features/rules/commands/create-from-template';
import { saveRule } from '@/features/rules/commands/save-rule';
import { sweepRules } from '@/features/rules/commands/sweep-rules';
import { ruleInput } from '@/features/rules/inputs';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

const DAY = 24 * 60 * 60_000;

/** The rules have been on since before the first story. */
const SINCE = 120 * DAY;

const written = [
  { field: 'messageAuthor', operator: 'is_any_of', values: ['customer'] },
  { field: 'messageAutomated', operator: 'is_false' },
] as const;

/** Rules that are on, and two shipped ones that wait to be tried. They only tag and note: the demo mails nobody. */
export async function buildRules(db: Db, cast: Cast, now: Date): Promise<void> {
  const owner = cast.users.get('eszter');
  if (!owner) throw new Error('nobody plays eszter');
  const actor: StaffActor = { kind: 'user', ...owner, role: 'owner', scope: 'all', teamIds: [] };
  const at = new Date(now.getTime() - SINCE);
  const ctx: StaffContext = { workspaceId: cast.workspaceId, actor, db, now: () => at, newId };
  const organizations = await db.organization.findMany({
    where: { workspaceId: cast.workspaceId },
    select: { id: true },
  });
  const opened = { kind: 'trigger', events: ['ticket_created'], active: true };
  const rules = [
    {
      ...opened,
      name: 'Business customers first',
      conditions: {
        field: 'organizationId',
        operator: 'is_any_of',
        values: organizations.map(({ id }) => id),
      },
      actions: [{ kind: 'add_tags', tags: ['business'] }],
    },
    {
      ...opened,
      name: 'Complaints',
      conditions: { all: [...written, { field: 'type', operator: 'is_any_of', values: ['complaint'] }] },
      actions: [
        { kind: 'add_tags', tags: ['complaint'] },
        { kind: 'note', text: 'This is a complaint. Please answer {{customer.name}} today.' },
      ],
    },
    {
      ...opened,
      name: 'Hungarian requests',
      conditions: { field: 'language', operator: 'is_any_of', values: ['hu'] },
      actions: [{ kind: 'add_tags', tags: ['hungarian'] }],
    },
    {
      kind: 'automation',
      active: true,
      name: 'A day without an answer',
      conditions: {
        all: [
          { field: 'status', operator: 'is_any_of', values: ['pending'] },
          { field: 'sinceStatusChange', operator: 'elapsed_at_least', values: [String(24 * 60)] },
        ],
      },
      actions: [{ kind: 'add_tags', tags: ['no-answer'] }],
    },
  ];
  for (const rule of rules) {
    const saved = await saveRule(ctx, ruleInput.parse(rule));
    if (!saved.ok) throw new Error(`${rule.name}: ${saved.error.code}`);
  }
  for (const template of ['close_after_silence', 'out_of_hours'] as const) {
    await createFromTemplate(ctx, { template });
  }
}

/** What the rules on time have done by now. */
export const letRulesRun = (db: Db, now: Date): Promise<number> =>
  sweepRules({ db, now: () => now, newId }, now);

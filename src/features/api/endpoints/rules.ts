import { fail, ok } from '@/domain/shared/result';
import { wholeListPage } from '@/features/api/paging';
import * as schema from '@/features/api/schemas/rules';
import { idParams, listQuery } from '@/features/api/schemas/shared';
import { deleteRule as remove } from '@/features/rules/commands/delete-rule';
import { runDryRule } from '@/features/rules/commands/dry-run-rule';
import { importRules as takeIn } from '@/features/rules/commands/import-rules';
import { orderRules as putInOrder } from '@/features/rules/commands/order-rules';
import { restoreRule } from '@/features/rules/commands/restore-rule';
import { saveRule } from '@/features/rules/commands/save-rule';
import {
  exportedRules,
  listRules as ruleRows,
  ruleRuns,
  getRule as ruleWith,
} from '@/features/rules/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const [permission, area] = ['workspace.manage', 'Rules'] as const;

const ruleOf = async (ctx: StaffContext, id: string) => (await ruleWith(ctx, id))?.rule ?? null;

export const listRules = endpoint({
  id: 'listRules',
  method: 'GET',
  path: '/rules',
  area,
  summary: 'List rules',
  permission,
  query: listQuery,
  answer: {
    status: 200,
    description: 'All rules in the order in which they act.',
    schema: schema.ruleList,
  },
  run: async (ctx, { query }) => {
    const rows = (await ruleRows(ctx)).rules.map(
      ({ updatedAt: _, runs: __, failures: ___, lastRunAt: ____, ...row }) => row,
    );
    return wholeListPage('rules', rows, query);
  },
});

export const createRule = endpoint({
  id: 'createRule',
  method: 'POST',
  path: '/rules',
  area,
  summary: 'Add a rule',
  description: 'A trigger answers events, an automation acts on time. It comes last in order.',
  permission,
  body: schema.createRuleBody,
  answer: { status: 201, description: 'The new rule.', schema: schema.rule },
  run: (ctx, { body }) => saveRule(ctx, body),
  show: (ctx, { ruleId }) => ruleOf(ctx, ruleId),
});

export const getRule = endpoint({
  id: 'getRule',
  method: 'GET',
  path: '/rules/{id}',
  area,
  summary: 'Read a rule',
  permission,
  params: idParams,
  answer: { status: 200, description: 'The rule.', schema: schema.rule },
  run: async (ctx, { params }) => ok(await ruleOf(ctx, params.id)),
});

export const updateRule = endpoint({
  id: 'updateRule',
  method: 'PATCH',
  path: '/rules/{id}',
  area,
  summary: 'Change a rule',
  description: 'Saves a new version, which counts at once.',
  permission,
  params: idParams,
  body: schema.updateRuleBody,
  answer: { status: 200, description: 'The rule as it is now.', schema: schema.rule },
  run: async (ctx, { params, body }) => {
    const before = await ruleOf(ctx, params.id);
    if (!before) return fail({ code: 'not_found' });
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const merged = schema.createRuleBody.safeParse({ ...termsOf(before), ...given });
    return merged.success
      ? saveRule(ctx, { ...merged.data, id: params.id })
      : fail({ code: 'input.invalid' });
  },
  show: (ctx, { ruleId }) => ruleOf(ctx, ruleId),
});

type Rule = NonNullable<Awaited<ReturnType<typeof ruleOf>>>;

const termsOf = ({ id: _, version: __, template: ___, limitedAt: ____, ...terms }: Rule) => terms;

export const deleteRule = endpoint({
  id: 'deleteRule',
  method: 'DELETE',
  path: '/rules/{id}',
  area,
  summary: 'Delete a rule with its log',
  permission,
  params: idParams,
  answer: { status: 204, description: 'The rule is gone.' },
  run: (ctx, { params }) => remove(ctx, { ruleId: params.id }),
});

export const restoreRuleVersion = endpoint({
  id: 'restoreRuleVersion',
  method: 'POST',
  path: '/rules/{id}/restore',
  area,
  summary: 'Make a rule what it was in a version',
  permission,
  params: idParams,
  body: schema.restoreRuleBody,
  answer: { status: 200, description: 'The rule as it is now.', schema: schema.rule },
  run: (ctx, { params, body }) => restoreRule(ctx, { ruleId: params.id, version: body.version }),
  show: (ctx, { ruleId }) => ruleOf(ctx, ruleId),
});

export const orderRules = endpoint({
  id: 'orderRules',
  method: 'POST',
  path: '/rule-order',
  area,
  summary: 'Put all rules into an order',
  permission,
  body: schema.ruleOrderBody,
  answer: { status: 204, description: 'They act in this order.' },
  run: (ctx, { body }) => putInOrder(ctx, body),
});

export const dryRunRule = endpoint({
  id: 'dryRunRule',
  method: 'POST',
  path: '/rule-dry-run',
  area,
  summary: 'See what a rule would have done',
  description: 'Looks at the latest 500 tickets and their history. Changes nothing and tells nobody.',
  permission,
  body: schema.dryRunBody,
  answer: { status: 200, description: 'What it would have changed.', schema: schema.dryRun },
  run: (ctx, { body }) => runDryRule(ctx, body),
});

export const listRuleRuns = endpoint({
  id: 'listRuleRuns',
  method: 'GET',
  path: '/rule-runs',
  area,
  summary: 'Read what rules did, and why',
  permission,
  query: schema.ruleRunQuery,
  answer: { status: 200, description: 'The newest first.', schema: schema.ruleRunList },
  run: async (ctx, { query }) => {
    const { runs, next } = await ruleRuns(ctx, {
      ruleId: query.rule,
      ticketId: query.ticket,
      before: query.cursor,
      limit: query.limit,
    });
    return ok({ data: runs.map(({ ticketSubject: _, ...run }) => run), nextCursor: next });
  },
});

export const exportRules = endpoint({
  id: 'exportRules',
  method: 'GET',
  path: '/rule-export',
  area,
  summary: 'Export all rules',
  permission,
  answer: { status: 200, description: 'A file that another workspace can import.', schema: schema.ruleFile },
  run: async (ctx) => ok(JSON.parse((await exportedRules(ctx)).json) as object),
});

export const importRules = endpoint({
  id: 'importRules',
  method: 'POST',
  path: '/rule-import',
  area,
  summary: 'Import rules from a file',
  description: 'All of them or none; they are switched off. What they point at is found by id, else by name.',
  permission,
  body: schema.ruleFile,
  answer: { status: 201, description: 'The new rules.', schema: schema.importedRules },
  run: async (ctx, { body }) => {
    const done = await takeIn(ctx, { json: JSON.stringify(body) });
    if (done.ok || done.error.code !== 'rule.file_wrong') return done;
    const errors = done.error.problems.map(
      ({ at, message }) => ({ in: 'body', field: at, code: 'custom', says: message }) as const,
    );
    return fail({ code: 'rule.file_wrong', errors });
  },
});

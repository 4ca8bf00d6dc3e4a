import 'server-only';
import { refresh, updateTag } from 'next/cache';
import type { z } from 'zod';
import type { Permission } from '@/domain/permission/can';
import type { Problem, Result } from '@/domain/shared/result';
import { requireStaff } from '@/server/auth/require-staff';
import type { StaffContext } from '@/server/context';
import { helpTag } from '@/server/help-tags';
import { type InvalidInput, invalidInput } from './input-invalid';

/** The door for staff: authorize, parse, call, and send the fresh page back in the same answer. */
export function agentAction<Input extends z.ZodType, Value, Failure extends Problem>(spec: {
  permission: Permission;
  input: Input;
  run: (ctx: StaffContext, input: z.output<Input>) => Promise<Result<Value, Failure>>;
  /** True for what readers of the help centre see: its kept pages are made anew. */
  shows?: boolean;
}) {
  return async (workspace: string, raw: z.input<Input>): Promise<Result<Value, Failure | InvalidInput>> => {
    const ctx = await requireStaff(workspace, spec.permission);
    const parsed = spec.input.safeParse(raw);
    if (!parsed.success) return invalidInput(parsed.error);
    const result = await spec.run(ctx, parsed.data);
    if (result.ok && spec.shows) updateTag(helpTag(ctx.workspaceId));
    if (result.ok) refresh();
    return result;
  };
}

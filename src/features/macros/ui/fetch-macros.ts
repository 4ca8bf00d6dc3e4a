import type { FilledMacroText } from '../macro-text';
import type { MacroPreview } from '../preview-macro';
import type { MacroChoice } from '../queries';

/** The macros that this person can use; none where the server cannot be reached. */
export async function fetchMacros(workspace: string): Promise<readonly MacroChoice[]> {
  const answer = await fetch(`/api/desk/${workspace}/macros`).catch(() => null);
  return answer?.ok ? (await answer.json()).macros : [];
}

type Asked = Readonly<{ id: string; ticketId: string }>;

/** What a macro would do to a ticket; null when it cannot be told. */
export async function fetchPreview(
  workspace: string,
  { id, ticketId }: Asked,
  signal: AbortSignal,
): Promise<MacroPreview | null> {
  const answer = await fetch(address(workspace, { id, ticketId }), { signal }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

/** The text of a canned reply for a ticket, and one more use of it; null when it cannot be had. */
export async function fetchText(workspace: string, asked: Asked): Promise<FilledMacroText | null> {
  const answer = await fetch(address(workspace, asked), { method: 'POST' }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

const address = (workspace: string, { id, ticketId }: Asked) =>
  `/api/desk/${workspace}/macros/${id}?ticket=${ticketId}`;

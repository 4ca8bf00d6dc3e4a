import { may } from '@/domain/permission/can';
import { articleFile } from '@/features/knowledge/article-file-response';
import { signedIn } from '@/server/auth/signed-in';
import { processWorld } from '@/server/world';

type Props = Readonly<{ params: Promise<{ workspaceId: string; id: string }> }>;

/**
 * A picture or file of an article. Everybody gets it while a published text of a public article shows it; whoever may read the
 * knowledge base always does. `?w=` asks for a picture of that width.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { workspaceId, id } = await params;
  const file = {
    workspaceId,
    id,
    width: Number(new URL(request.url).searchParams.get('w') ?? 0),
    ifNoneMatch: request.headers.get('if-none-match'),
  };
  return articleFile(processWorld(), file, async () => {
    const session = await signedIn();
    const membership = session?.memberships.find(({ workspace }) => workspace.id === workspaceId);
    if (!session || !membership) return false;
    const { role, scope, teamIds } = membership;
    const { id: userId, name } = session.user;
    return may({ kind: 'user', id: userId, name, role, scope, teamIds }, 'knowledge.read');
  });
}

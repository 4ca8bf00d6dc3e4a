import NextAuth from 'next-auth';
import { nextAuthOptions } from '@/server/auth/next-auth-options';

type Handler = (
  request: Request,
  context: Readonly<{ params: Promise<{ nextauth: string[] }> }>,
) => Promise<Response>;

const handle: Handler = async (request, context) => {
  const answer: unknown = await NextAuth(request as never, context as never, nextAuthOptions());
  return answer as Response;
};

export { handle as GET, handle as POST };

import { type PasswordProblem, passwordProblem } from '@/domain/account/password';
import { fail, ok, type Result } from '@/domain/shared/result';
import { isBreached } from './breached';
import { hashPassword } from './passwords';

/** The hash to store for a newly chosen password, or why it may not be chosen. */
export async function choosePassword(
  password: string,
  email: string,
): Promise<Result<string, PasswordProblem>> {
  const problem = passwordProblem({ password, email, breached: isBreached(password) });
  return problem ? fail(problem) : ok(await hashPassword(password));
}

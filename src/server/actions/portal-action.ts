import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { FormState } from '@/domain/shared/form-state';
import type { Problem, Result } from '@/domain/shared/result';
import { customerCookieName, customerCookieOptions } from '@/server/portal/customer-cookie';
import {
  type CustomerContext,
  guestContext,
  type PortalPage,
  type PortalPlace,
  type PortalVisitor,
  portalVisitor,
} from '@/server/portal/portal-page';
import { invalidInput } from './input-invalid';

type Outcome = Readonly<{
  /** The secret of the session that this browser signs in with; empty signs it out. */
  customerToken?: string;
  /** The page that follows; without one the form says that it is done. */
  goTo?: string;
}>;

/** What a form of the portal is about: its page, and the secret of the guest link through which it was opened. */
export type PortalForm = PortalPlace & Readonly<{ guest?: string }>;

/** A customer who acts, and the page that they act on. */
export type ActingCustomer = Pick<PortalPage, 'workspace' | 'locale' | 'href'> &
  Readonly<{ ctx: CustomerContext; guest: string | null; sessionId: string | null }>;

type Spec<Who, Input extends z.ZodType, Failure extends Problem> = Readonly<{
  input: Input;
  run: (who: Who, input: z.output<Input>) => Promise<Result<Outcome | null, Failure>>;
}>;

/**
 * The door for forms of the portal that anybody may send, made for `useActionState`, so that the form works before, and without,
 * any script. Where it stands is told by its `PlaceFields`.
 */
export function portalForm<Input extends z.ZodType, Failure extends Problem>(
  spec: Spec<PortalVisitor, Input, Failure>,
) {
  return async (_before: FormState<Failure>, form: FormData): Promise<FormState<Failure>> => {
    const visitor = await portalVisitor(placeOf(form));
    return answer(spec, { who: visitor, slug: visitor.workspace.slug, form });
  };
}

/** The door for what a customer does: signed in, or through a link to one ticket. */
export function portalAction<Input extends z.ZodType, Failure extends Problem>(
  spec: Spec<ActingCustomer, Input, Failure>,
) {
  return async (
    _before: FormState<Failure | SignedOut>,
    form: FormData,
  ): Promise<FormState<Failure | SignedOut>> => {
    const place = placeOf(form);
    const visitor = await portalVisitor(place);
    const { workspace, locale, href, customer } = visitor;
    const ctx = place.guest ? await guestContext(visitor, place.guest) : (customer?.ctx ?? null);
    if (!ctx) return { values: textsOf(form), problem: { code: 'portal.signed_out' }, done: false };
    const sessionId = place.guest ? null : (customer?.sessionId ?? null);
    const who = { workspace, locale, href, ctx, guest: place.guest ?? null, sessionId };
    return answer(spec, { who, slug: workspace.slug, form });
  };
}

type SignedOut = Readonly<{ code: 'portal.signed_out' }>;
type Sent<Who> = Readonly<{ who: Who; slug: string; form: FormData }>;

async function answer<Who, Input extends z.ZodType, Failure extends Problem>(
  spec: Spec<Who, Input, Failure>,
  { who, slug, form }: Sent<Who>,
): Promise<FormState<Failure>> {
  const values = textsOf(form);
  const files = form.getAll('files').filter((each) => each instanceof File && each.size > 0);
  const parsed = spec.input.safeParse({ ...values, ...(files.length > 0 && { files }) });
  if (!parsed.success) return { values, problem: invalidInput(parsed.error).error, done: false };
  const result = await spec.run(who, parsed.data);
  if (!result.ok) return { values, problem: result.error, done: false };
  const { customerToken, goTo } = result.value ?? {};
  if (customerToken !== undefined) await keepCustomer(slug, customerToken);
  if (goTo) redirect(goTo);
  return { values: {}, problem: null, done: true };
}

async function keepCustomer(slug: string, token: string): Promise<void> {
  const options = customerCookieOptions();
  (await cookies()).set(customerCookieName(slug), token, token === '' ? { ...options, maxAge: 0 } : options);
}

/** Where a form of the portal was sent from; what it does not say is the place of nobody. */
function placeOf(form: FormData): PortalForm {
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const guest = said('$guest');
  return { workspace: said('$workspace'), locale: said('$locale'), ...(guest !== '' && { guest }) };
}

/** The text fields of a form; those that begin with `$` are of the page and of the framework. */
function textsOf(form: FormData): Record<string, string> {
  const texts = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'),
  );
  return Object.fromEntries(texts);
}

import { isFreeMail } from './free-mail';
import type { IdentityKind } from './identity';

/** What is compared of two records. Phone numbers as they were kept, mail addresses in lower case. */
export type Comparable = Readonly<{
  name: string;
  organizationId: string | null;
  identities: readonly Readonly<{ kind: IdentityKind; value: string }>[];
}>;

/** Why two records may be one person, the surest first. */
const LIKENESSES = ['phone', 'email_form', 'name_organization', 'name_email'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/**
 * Why two records may be one person; nothing when nothing speaks for it. `phone`: the same last nine digits. `email_form`:
 * the same mailbox in another form (dots and `+tag`, which most providers do not tell apart; RFC 5233 for the latter).
 * `name_organization`: the same name in the same organization, or at the same domain that is no free mail. `name_email`: the
 * same name and the same part before the @.
 */
export function likenesses(one: Comparable, other: Comparable): Likeness[] {
  const sameName = plainName(one.name) !== '' && plainName(one.name) === plainName(other.name);
  const facts: Readonly<Record<Likeness, boolean>> = {
    phone: share(phonesOf(one), phonesOf(other)),
    email_form: share(mailsOf(one).map(mailboxOf), mailsOf(other).map(mailboxOf)),
    name_organization: sameName && sameHouse(one, other),
    name_email: sameName && share(mailsOf(one).map(localOf), mailsOf(other).map(localOf)),
  };
  return LIKENESSES.filter((each) => facts[each]);
}

const share = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((each) => each !== '' && others.includes(each));

/** A name without accents, case and order: "Kovács Anna" is "anna kovacs". */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');

const NUMBERS: readonly IdentityKind[] = ['phone', 'whatsapp'];
const DIGITS = 9;

/** The last nine digits, by which one number is known in all its forms; nothing for what is too short to tell. */
export const lastDigits = (number: string): string => {
  const digits = number.replace(/\D/g, '');
  return digits.length < DIGITS ? '' : digits.slice(-DIGITS);
};

const phonesOf = ({ identities }: Comparable): string[] =>
  identities.filter(({ kind }) => NUMBERS.includes(kind)).map(({ value }) => lastDigits(value));

const mailsOf = ({ identities }: Comparable): string[] =>
  identities.filter(({ kind }) => kind === 'email').map(({ value }) => value);

const localOf = (address: string): string => address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/, '');
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

function mailboxOf(address: string): string {
  const domain = domainOf(address) === 'googlemail.com' ? 'gmail.com' : domainOf(address);
  return `${localOf(address).replaceAll('.', '')}@${domain}`;
}

function sameHouse(one: Comparable, other: Comparable): boolean {
  if (one.organizationId !== null && one.organizationId === other.organizationId) return true;
  const domains = (of: Comparable) =>
    mailsOf(of)
      .map(domainOf)
      .filter((domain) => !isFreeMail(domain));
  return share(domains(one), domains(other));
}

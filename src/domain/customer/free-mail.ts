/** Providers whose domain says nothing of where somebody works: the world's, Hungary's and Latvia's largest. */
export const FREE_MAIL: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com outlook.hu outlook.lv hotmail.com hotmail.hu hotmail.co.uk hotmail.de live.com live.lv
  msn.com yahoo.com yahoo.co.uk yahoo.de yahoo.fr ymail.com rocketmail.com icloud.com me.com mac.com aol.com proton.me
  protonmail.com pm.me tutanota.com tuta.io gmx.com gmx.net gmx.de gmx.at web.de t-online.de mail.com email.com zoho.com
  fastmail.com hey.com yandex.com yandex.ru yandex.lv mail.ru bk.ru inbox.ru list.ru rambler.ru qq.com 163.com 126.com
  freemail.hu citromail.hu vipmail.hu indamail.hu mailbox.hu t-online.hu upcmail.hu chello.hu digikabel.hu telekom.hu
  invitel.hu inbox.lv inbox.lt inbox.eu one.lv apollo.lv latnet.lv delfi.lv mail.lv e-apollo.lv seznam.cz wp.pl o2.pl
  onet.pl interia.pl azet.sk zoznam.sk centrum.cz orange.fr free.fr laposte.net libero.it virgilio.it btinternet.com`.split(
    /\s+/,
  ),
);

/** True for the domain of a provider where anybody can have a mailbox; in lower case. */
export const isFreeMail = (domain: string): boolean => FREE_MAIL.has(domain);

const DOMAIN = /^(?=.{4,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u;

/** What was typed as a mail domain: in lower case, without an @ before it; null for what is none. */
export function mailDomain(typed: string): string | null {
  const domain = typed.trim().toLowerCase().replace(/^.*@/, '');
  return DOMAIN.test(domain) ? domain : null;
}

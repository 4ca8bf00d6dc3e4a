import { readFileSync } from 'node:fs';
import { listOfferedForms } from '@/features/forms/queries';
import { keepArticleFile } from '@/features/knowledge/commands/keep-article-file';
import { followLink } from '@/features/portal/commands/follow-link';
import { saveLogo } from '@/features/portal/commands/save-logo';
import type { StaffContext } from '@/server/context';
import { customerCookieName } from '@/server/portal/customer-cookie';
import { openCustomerSession } from '@/server/portal/customer-session';
import { newForm } from '../../tests/features/forms/support';
import { newArticle, newCategory, step, write } from '../../tests/features/knowledge/support';
import { inRoot } from '../process/paths.mjs';
import type { PaintedPage } from './largest-paint';
import type { Product } from './product';

/** A picture as an article shows one: a screen of 390 by 844 points, some 80 KB. */
const PICTURE = 'docs/images/desk-phone.png';
const LOGO = 'public/icons/512.png';

/**
 * Every kind of page of a portal with a logo, an article with a picture, two topics of requests, and a customer who has one. Of the request
 * form also the frame in it, whose paint its page does not count as its own.
 */
export async function paintedPages({ base, seeded }: Product, ctx: StaffContext): Promise<PaintedPage[]> {
  const { slug } = seeded;
  const logo = new File([readFileSync(inRoot(LOGO))], 'logo.png', { type: 'image/png' });
  await saveLogo(ctx, { file: logo });
  await withPicture(ctx, await newCategory(ctx));
  const formId = await newForm(ctx);
  await newForm(ctx, { name: 'Returns' });
  const key = (await listOfferedForms(ctx, 'en')).find(({ id }) => id === formId)?.publicKey;
  if (!key) throw new Error('the portal does not offer the form');
  const { cookie, number, guest } = await customerWithRequest(ctx, slug);
  const help = `${base}/help/${slug}/en`;
  const open = {
    home: '',
    'article with a picture': '/articles/how-to-return-an-item',
    category: '/categories/delivery',
    'search results': '/search?q=fresh+water+machine',
    topics: '/requests/new',
    'request form': `/requests/new/${formId}`,
    'sign-in': '/sign-in',
  };
  const own = { 'my requests': '/requests', 'a request': `/requests/${number}`, profile: '/profile' };
  return [
    ...Object.entries(open).map(([name, path]) => ({ name: `Portal, ${name}`, url: help + path })),
    { name: 'Portal, fields of the form', url: `${base}/form/${key}?embedded=1&untitled=1&language=en` },
    { name: 'Portal, a request by its link', url: base + guest },
    ...Object.entries(own).map(([name, path]) => ({ name: `Portal, ${name}`, url: help + path, cookie })),
  ];
}

async function withPicture(ctx: StaffContext, categoryId: string): Promise<void> {
  const { articleId, translationId } = await newArticle(ctx, { categoryId });
  const bytes = new Uint8Array(readFileSync(inRoot(PICTURE)));
  const kept = await keepArticleFile(ctx, {
    ...{ articleId, name: 'picture.png', claimedType: 'image/png', bytes },
  });
  if (!kept.ok) throw new Error(kept.error.code);
  const { url, picture } = kept.value;
  const size = `width="${picture?.width}" height="${picture?.height}"`;
  await write(ctx, translationId, {
    html: `<p>Send it back so.</p><img src="${url}" alt="The list" ${size}>`,
  });
  await step(ctx, translationId, 'publish');
}

/** Somebody who asked something: their cookie, and the link that they were mailed. */
async function customerWithRequest(ctx: StaffContext, slug: string) {
  const { db, workspaceId } = ctx;
  const ticket = await db.ticket.findFirstOrThrow({
    where: { workspaceId, active: true, channel: 'email' },
    select: { id: true, number: true, requesterId: true },
  });
  const { value: address } = await db.customerIdentity.findFirstOrThrow({
    where: { workspaceId, customerId: ticket.requesterId, kind: 'email' },
  });
  const guest = await followLink(ctx, {
    ...{ ticketId: ticket.id, customerId: ticket.requesterId, readers: [address], language: 'en' },
  });
  if (!guest) throw new Error('no link to follow');
  const value = await openCustomerSession(db, {
    ...{ workspaceId, customerId: ticket.requesterId, id: ctx.newId() },
    ...{ at: new Date(), ip: '127.0.0.1', userAgent: 'bench' },
  });
  return {
    cookie: { name: customerCookieName(slug), value },
    number: ticket.number,
    guest: new URL(guest).pathname,
  };
}

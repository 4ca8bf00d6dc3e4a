import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { StaffContext } from '@/server/context';
import { hashOf } from '@/server/crypto/keys';
import { transaction } from '@/server/db/transaction';
import { announce, HELP_TOPIC } from '@/server/live/announce';
import { logoKey } from '@/server/portal/logo-key';
import { cleanPicture } from '@/server/storage/clean-picture';
import { sniffType } from '@/server/storage/sniff';
import { storage } from '@/server/storage/storage';
import type { LogoInput } from './fields';

const ACCEPTED = ['image/png', 'image/jpeg', 'image/webp'];

/** Keeps the brand's picture, or takes it away. Only what the bytes prove to be a plain picture is shown to customers. */
export async function saveLogo(
  ctx: StaffContext,
  { file }: LogoInput,
): Promise<Result<null, Readonly<{ code: 'file.type_not_allowed' }>>> {
  const picture = file && (await pictureOf(file));
  if (file && !picture) return fail({ code: 'file.type_not_allowed' });
  const { workspaceId } = ctx;
  const logo = { logoSha256: picture?.sha256 ?? null, logoType: picture?.type ?? null };
  if (picture) await storage().put(logoKey(workspaceId, picture.sha256), picture.bytes);
  return transaction(ctx, async (tx) => {
    await tx.portalSettings.upsert({
      where: { workspaceId },
      create: { workspaceId, ...logo },
      update: logo,
    });
    await recordAudit(tx, ctx, { action: 'portal.logo_changed', target: '', data: {} });
    await announce(tx, [HELP_TOPIC]);
    return ok(null);
  });
}

async function pictureOf(file: File) {
  const given = new Uint8Array(await file.arrayBuffer());
  const type = await sniffType(given, file.name, file.type);
  const picture = ACCEPTED.includes(type) ? await cleanPicture(given, type) : null;
  return picture && { type, bytes: picture.bytes, sha256: hashOf(picture.bytes) };
}

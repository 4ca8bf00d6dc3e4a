import { fail, ok } from '@/domain/shared/result';
import { attachment } from '@/features/api/schemas/message';
import { idParams } from '@/features/api/schemas/shared';
import { fileById } from '@/features/api/uploads';
import { uploadFile } from '@/features/attachments/commands/upload-file';
import { endpoint } from '@/server/http/endpoint';
import { fileResponse } from '@/server/storage/file-response';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';

const area = 'Attachments';

export const uploadAttachment = endpoint({
  id: 'uploadAttachment',
  method: 'POST',
  path: '/attachments',
  area,
  summary: 'Upload a file',
  description:
    'As the field `file` of a multipart form, or as bare bytes with `?name=`. Then name its id in `attachmentIds` of a message.',
  permission: 'ticket.note',
  body: 'file',
  answer: { status: 201, description: 'The upload.', schema: attachment },
  run: (ctx, { body }) => uploadFile(ctx, body),
  show: async (_, file) => file,
});

export const downloadAttachment = endpoint({
  id: 'downloadAttachment',
  method: 'GET',
  path: '/attachments/{id}',
  area,
  summary: 'Download a file',
  permission: 'ticket.read',
  params: idParams,
  answer: { status: 200, description: 'The content of the file.', mediaType: 'application/octet-stream' },
  run: async (ctx, { params }) => {
    const file = await fileById(ctx, params.id);
    const body = file && (await storage().stream(fileKey(ctx.workspaceId, file.sha256)));
    return file && body ? ok(fileResponse(file, body, { inline: false })) : fail({ code: 'not_found' });
  },
});

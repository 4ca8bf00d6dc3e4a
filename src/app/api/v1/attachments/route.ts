import { uploadAttachment } from '@/features/api/endpoints/attachments';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(uploadAttachment);

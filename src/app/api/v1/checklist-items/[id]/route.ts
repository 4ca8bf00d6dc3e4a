import { deleteChecklistItem, updateChecklistItem } from '@/features/api/endpoints/checklists';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(updateChecklistItem, deleteChecklistItem);

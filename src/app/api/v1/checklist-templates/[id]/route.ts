import {
  deleteChecklistTemplate,
  updateChecklistTemplate,
} from '@/features/api/endpoints/checklist-templates';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(updateChecklistTemplate, deleteChecklistTemplate);

import { submitForm } from '@/features/api/endpoints/forms';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(submitForm);

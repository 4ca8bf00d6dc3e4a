'use server';

import { saveMetricSettings } from '@/features/metrics/commands/save-metric-settings';
import { agentAction } from '@/server/actions/agent-action';
import { deleteAnnotation } from './commands/delete-annotation';
import { saveAnnotation } from './commands/save-annotation';
import { saveReport } from './commands/save-report';
import { setTarget } from './commands/set-target';
import { stopReport } from './commands/stop-report';
import { updateReport } from './commands/update-report';
import {
  annotationIdInput,
  annotationInput,
  countingInput,
  reportChangesInput,
  reportIdInput,
  reportInput,
  targetInput,
} from './inputs';

const permission = 'insights.manage';

export const saveAnnotationAction = agentAction({ permission, input: annotationInput, run: saveAnnotation });
export const deleteAnnotationAction = agentAction({
  permission,
  input: annotationIdInput,
  run: deleteAnnotation,
});
export const setTargetAction = agentAction({ permission, input: targetInput, run: setTarget });
export const saveReportAction = agentAction({
  permission: 'insights.read',
  input: reportInput,
  run: saveReport,
});
export const updateReportAction = agentAction({
  permission: 'insights.read',
  input: reportChangesInput,
  run: updateReport,
});
export const stopReportAction = agentAction({
  permission: 'insights.read',
  input: reportIdInput,
  run: stopReport,
});
export const saveMetricSettingsAction = agentAction({
  permission: 'workspace.manage',
  input: countingInput,
  run: saveMetricSettings,
});

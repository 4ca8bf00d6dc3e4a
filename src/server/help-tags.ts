/** The tag of everything that is kept of any help centre. */
export const HELP_TAG = 'help';

/** The tag of what is kept of one help centre. */
export const helpTag = (workspaceId: string): string => `help/${workspaceId}`;

/** Foreign keys that many tables share; each includes the workspace, so a row can't refer to another workspace. */
export const PERSON = 'foreign key (workspace_id, person_id) references person (workspace_id, person_id)';
export const HOLDING = 'foreign key (workspace_id, holding_id) references holding (workspace_id, holding_id)';
export const ACTIVITY = 'foreign key (workspace_id, activity_id) references activity (workspace_id, activity_id)';
export const REPORT = 'foreign key (workspace_id, report_id) references report (workspace_id, report_id)';

import { ID_ONLY, tableData as of, type TableData } from './data-classes.ts';

const LOG_ID = 'an id without a name; the chain of hashes would break without it';

/** Every table of the database with the class of each column; a test compares it with the migrated schema. */
export const DATA_MAP: Readonly<Record<string, TableData>> = {
  act: of({ personal: 'person_id', technical: 'workspace_id act_id act_order command role at undone_at' }),
  act_change: of({ personal: 'before after', technical: 'workspace_id act_id change_order table_name' }),
  activity: of({
    personal: 'person_id',
    content: 'title provider kind delivery starts ends minutes description planned',
    technical: 'workspace_id activity_id entry_order version created_at deleted_at import_id',
  }),
  allocation: of({
    content: 'over_claim_reason',
    technical: 'workspace_id activity_id holding_id cycle_id',
  }),
  allocation_part: of({ content: 'category credits marks', technical: 'workspace_id activity_id holding_id' }),
  attestation: of({
    personal: 'requested_from',
    content: 'answer',
    technical: 'workspace_id attestation_id activity_id requested_at answered_at',
  }),
  audit_content: of({
    personal: 'person_id',
    content: 'content',
    secret: 'salt',
    technical: 'workspace_id seq subject',
  }),
  audit_entry: of({
    personal: 'actor subject',
    technical: 'workspace_id seq at what kind before_hash after_hash why previous hash',
    remaining: { actor: LOG_ID, subject: LOG_ID },
  }),
  audit_head: of({ technical: 'workspace_id seq hash' }),
  bot_installation: of({
    secret: 'encrypted_tokens',
    technical: 'platform tenant is_org_wide enterprise bot_id bot_user_id key_id expires_at claimed_until installed_at',
  }),
  calendar_address: of({
    personal: 'person_id',
    secret: 'secret_hash',
    technical: 'workspace_id address_id team_id remind_days created_at',
  }),
  confirmed_distinct: of({
    personal: 'confirmed_by',
    technical: 'workspace_id activity_id other_id confirmed_at',
    remaining: { confirmed_by: ID_ONLY },
  }),
  custom_rule: of({
    personal: 'edited_by',
    content: 'content',
    technical: 'workspace_id code edited_at',
    remaining: { edited_by: 'an id without a name; the rule is of the workspace' },
  }),
  cycle: of({
    content: 'starts ends conditions acts_done carry_over cured',
    technical: 'workspace_id cycle_id holding_id',
  }),
  draft: of({ personal: 'person_id', content: 'answers', technical: 'workspace_id command state saved_at' }),
  holding: of({
    personal: 'person_id number',
    content: 'certification certified_on periods does_not_renew',
    technical: 'workspace_id holding_id created_at import_id',
  }),
  idempotency_key: of({ personal: 'key', content: 'reply', technical: 'workspace_id created_at' }),
  identity: of({
    personal: 'platform_user person_id address handle',
    technical: 'workspace_id platform tenant gone_at',
  }),
  installation: of({ technical: 'platform tenant workspace_id created_at uninstalled_at' }),
  installed_place: of({
    personal: 'place',
    technical: 'platform tenant',
    remaining: { place: 'the platform’s id of a place where recert is installed, without a name' },
  }),
  link_code: of({
    personal: 'person_id person_name reply_to other_user other_name',
    secret: 'code_hash',
    technical: 'workspace_id expires_at other_platform other_tenant',
  }),
  linked_identity: of({
    personal: 'platform_user person_id',
    technical: 'platform tenant workspace_id linked_at',
  }),
  mikro_orm_migrations: of({ technical: 'id name executed_at' }),
  nudge: of({
    personal: 'person_id',
    content: 'topics',
    technical: 'workspace_id nudge_id key outcome reason on_day decided_at',
  }),
  opening_balance: of({
    content: 'stated_for parts accepted',
    technical: 'workspace_id holding_id cycle_id created_at',
  }),
  opportunity: of({
    content:
      'title provider url description kind delivery starts_at minutes is_free language price topics format place last_day credits',
    technical: 'workspace_id opportunity_id source_id key published_at vanished_at revision is_all_day',
  }),
  opportunity_change: of({ technical: 'workspace_id revision rebuilt' }),
  outbox: of({
    personal: 'person_id place',
    content: 'card',
    technical:
      'workspace_id message_id key purpose team_id week follows state reason due_at lease_until tries message planned_at done_at file_id content_hash',
  }),
  pack_link: of({
    personal: 'person_id made_by made_for',
    secret: 'secret_hash',
    technical: 'workspace_id link_id report_id expires_at',
    remaining: {
      made_by: ID_ONLY,
      made_for: 'the name of an auditor outside, without an account; it goes with the link',
    },
  }),
  pending_file: of({
    personal: 'person_id',
    content: 'name bytes sha256',
    secret: 'link_hash',
    technical: 'workspace_id file_id command type created_at expires_at taken_at link_expires_at',
  }),
  person: of({ personal: 'person_id name zone locale', technical: 'workspace_id role created_at' }),
  portal_entry: of({ content: 'state on_day reference', technical: 'workspace_id activity_id holding_id' }),
  preference: of({
    personal: 'person_id zone locale work_days contact_from contact_until away_until left_on left_by',
    content: 'table_names',
    technical: 'workspace_id iso_dates is_named wants_nudges wants_summary tells_manager decided_on date_order',
    remaining: { left_by: ID_ONLY },
  }),
  proof: of({
    personal: 'attested_by',
    content: 'form shows link note',
    technical: 'workspace_id proof_id activity_id file_id added_at',
    remaining: { attested_by: ID_ONLY },
  }),
  proof_file: of({
    personal: 'person_id',
    content: 'name bytes sha256 reading',
    technical: 'workspace_id file_id type size created_at',
  }),
  public_feed: of({
    content: 'content content_type',
    secret: 'address_hash',
    technical: 'content_hash etag last_modified fetched_at failed_at problem claimed_until',
  }),
  record_import: of({
    personal: 'person_id',
    technical: 'workspace_id import_id active_at abandoned published_seq is_logged',
  }),
  reminder_state: of({
    content: 'snoozed_until lets_lapse help_requested_on figures',
    technical: 'workspace_id holding_id rules step step_on',
  }),
  removed_proof: of({
    personal: 'attested_by',
    content: 'form shows link note',
    technical: 'workspace_id proof_id activity_id file_id added_at removed_at',
    remaining: { attested_by: ID_ONLY },
  }),
  report: of({
    personal: 'person_id request place about',
    technical: 'workspace_id report_id message state tries lease_until planned_at done_at',
  }),
  report_file: of({
    content: 'name bytes sha256',
    technical: 'workspace_id report_id place type outgoing',
  }),
  signing_key: of({ secret: 'private_pem', technical: 'key_id public_pem made_at retired_at' }),
  source: of({
    content: 'name provider kind delivery minutes language is_free rejects',
    secret: 'address',
    technical: 'workspace_id source_id is_on added_at etag last_modified tried_at read_at problem failures',
  }),
  standing_revision: of({ personal: 'person_id', technical: 'workspace_id revision' }),
  team: of({
    content: 'name place follows',
    technical: 'workspace_id team_id zone locale digest_day digest_hour digest_since followed_at last_error created_at',
  }),
  team_member: of({ personal: 'person_id', technical: 'workspace_id team_id is_manager joined_at' }),
  used_install_state: of({ secret: 'state_hash', technical: 'expires_at' }),
  workspace: of({
    technical: 'workspace_id zone tolerance locale nudge_budget escalates names_members created_at',
  }),
  workspace_schedule: of({ technical: 'workspace_id due_at' }),
};

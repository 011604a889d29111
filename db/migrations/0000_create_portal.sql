CREATE TABLE "blacklist_clauses" (
	"entry_id" uuid NOT NULL,
	"code" text NOT NULL,
	"severity" integer NOT NULL,
	CONSTRAINT "blacklist_clauses_entry_id_code_pk" PRIMARY KEY("entry_id","code")
);
--> statement-breakpoint
CREATE TABLE "blacklist_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"title" text NOT NULL,
	"bureau_id" uuid NOT NULL,
	"severity" integer NOT NULL,
	"severity_proposed" integer NOT NULL,
	"proposed_by" uuid NOT NULL,
	"verified_by" uuid,
	"approved_by" uuid,
	"lifted_by" uuid,
	"verified_at" timestamp with time zone,
	"listed_at" timestamp with time zone,
	"lifted_at" timestamp with time zone,
	"previous_entry_id" uuid,
	CONSTRAINT "blacklist_entries_number_unique" UNIQUE("number"),
	CONSTRAINT "blacklist_state_known" CHECK ("blacklist_entries"."state" in ('proposed', 'verified', 'listed', 'declined', 'withdrawn', 'lifted')),
	CONSTRAINT "blacklist_three_people" CHECK ("blacklist_entries"."verified_by" <> "blacklist_entries"."proposed_by" and "blacklist_entries"."approved_by" not in ("blacklist_entries"."proposed_by", "blacklist_entries"."verified_by") and "blacklist_entries"."lifted_by" <> "blacklist_entries"."approved_by"),
	CONSTRAINT "blacklist_hands_complete" CHECK (("blacklist_entries"."state" not in ('verified', 'listed', 'lifted') or "blacklist_entries"."verified_by" is not null) and ("blacklist_entries"."state" not in ('listed', 'lifted') or "blacklist_entries"."approved_by" is not null)),
	CONSTRAINT "blacklist_severity_known" CHECK ("blacklist_entries"."severity" between 3 and 4 and "blacklist_entries"."severity_proposed" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "blacklist_names" (
	"entry_id" uuid NOT NULL,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"grams" text[] NOT NULL,
	"kind" text NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "blacklist_names_entry_id_name_pk" PRIMARY KEY("entry_id","name")
);
--> statement-breakpoint
CREATE TABLE "blacklist_proposals" (
	"entry_id" uuid NOT NULL,
	"violation_id" uuid NOT NULL,
	"proposer_id" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	"bureau_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"first" boolean NOT NULL,
	CONSTRAINT "blacklist_proposals_entry_id_violation_id_pk" PRIMARY KEY("entry_id","violation_id")
);
--> statement-breakpoint
CREATE TABLE "blacklist_subjects" (
	"entry_id" uuid NOT NULL,
	"drama_id" uuid NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "blacklist_subjects_entry_id_drama_id_pk" PRIMARY KEY("entry_id","drama_id")
);
--> statement-breakpoint
CREATE TABLE "mini_programs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"platform_id" uuid NOT NULL,
	"app_id" text NOT NULL,
	"name" text NOT NULL,
	"operator_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_mini_program" UNIQUE("platform_id","app_id")
);
--> statement-breakpoint
CREATE TABLE "placements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"drama_id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"address" text NOT NULL,
	"mini_program_id" uuid,
	"account_id" uuid,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_placement" UNIQUE("drama_id","platform_id","address")
);
--> statement-breakpoint
CREATE TABLE "platform_accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"platform_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"handle" text NOT NULL,
	"operator_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_account" UNIQUE("platform_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "dramas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"folded" text NOT NULL,
	"producer_id" uuid,
	"producer_name" text,
	"bureau_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"episode_count" integer,
	"total_seconds" integer,
	"same_as_id" uuid,
	"listed_count" integer DEFAULT 0 NOT NULL,
	"public_since" timestamp with time zone,
	"poster_sha" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "dramas_code_unique" UNIQUE("code"),
	CONSTRAINT "drama_listed_count" CHECK ("dramas"."listed_count" >= 0),
	CONSTRAINT "drama_code_form" CHECK ("dramas"."code" ~ '^ZP-\d{4}-\d+$')
);
--> statement-breakpoint
CREATE TABLE "episodes" (
	"drama_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text,
	"seconds" integer,
	CONSTRAINT "episodes_drama_id_number_pk" PRIMARY KEY("drama_id","number"),
	CONSTRAINT "episode_positive" CHECK ("episodes"."number" > 0 and ("episodes"."seconds" is null or "episodes"."seconds" > 0))
);
--> statement-breakpoint
CREATE TABLE "register_names" (
	"drama_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"grams" text[] NOT NULL,
	"state" text NOT NULL,
	"since" date NOT NULL,
	CONSTRAINT "register_names_drama_id_kind_name_pk" PRIMARY KEY("drama_id","kind","name")
);
--> statement-breakpoint
CREATE TABLE "access_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"member_name" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"noun" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"what" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_counters" (
	"prefix" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "case_counters_prefix_year_pk" PRIMARY KEY("prefix","year")
);
--> statement-breakpoint
CREATE TABLE "event_hands" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"noun" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"member_id" uuid,
	"organization_id" uuid,
	"on_behalf_of" uuid,
	"member_name" text
);
--> statement-breakpoint
CREATE TABLE "event_words" (
	"event_id" uuid NOT NULL,
	"field" text NOT NULL,
	"noun" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"organization_id" uuid,
	"words" text NOT NULL,
	CONSTRAINT "event_words_event_id_field_pk" PRIMARY KEY("event_id","field")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"noun" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"cause" uuid,
	"detail" jsonb NOT NULL,
	CONSTRAINT "events_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "form_keys" (
	"member_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" jsonb NOT NULL,
	CONSTRAINT "form_keys_member_id_key_pk" PRIMARY KEY("member_id","key")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"queued_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "test_clock" (
	"one" integer PRIMARY KEY NOT NULL,
	"offset_seconds" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waiting" (
	"subject_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"noun" text NOT NULL,
	"number" text,
	"title" text NOT NULL,
	"step" text NOT NULL,
	"duties" text[] NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"severity" integer,
	"escalated_from" uuid,
	"escalates_to" text,
	"escalates_step" text,
	CONSTRAINT "waiting_subject_id_organization_id_pk" PRIMARY KEY("subject_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "heartbeats" (
	"process" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"organization_id" uuid NOT NULL,
	"invited_from_id" uuid NOT NULL,
	"email" text NOT NULL,
	"duties" text[] NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invitations_number_unique" UNIQUE("number"),
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitation_state_known" CHECK ("invitations"."state" in ('open', 'used', 'revoked'))
);
--> statement-breakpoint
CREATE TABLE "member_secrets" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"duties" text[] NOT NULL,
	"locale" text DEFAULT 'zh-CN' NOT NULL,
	CONSTRAINT "members_number_unique" UNIQUE("number"),
	CONSTRAINT "member_state_known" CHECK ("members"."state" in ('active', 'removed')),
	CONSTRAINT "duties_of_kind" CHECK (case "members"."kind" when 'national' then duties <@ array['national.approver', 'national.reviewer', 'admin']::text[] when 'province' then duties <@ array['province.reviewer', 'admin']::text[] when 'association' then duties <@ array['association.monitor', 'admin']::text[] when 'platform' then duties <@ array['platform.moderator', 'platform.compliance', 'admin']::text[] when 'creator' then duties <@ array['creator.editor', 'creator.signatory', 'admin']::text[] else false end)
);
--> statement-breakpoint
CREATE TABLE "organization_details" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"bureau_id" uuid,
	"credit_code" text,
	"licence_number" text,
	"licence_expires_on" date,
	"contact_name" text,
	"contact_email" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"name_en" text,
	"code" text,
	"province_code" text,
	"bureau_id" uuid,
	"creator_bureau_id" uuid GENERATED ALWAYS AS (case when kind = 'creator' then bureau_id end) STORED,
	"platform_bureau_id" uuid GENERATED ALWAYS AS (case when kind = 'platform' then bureau_id end) STORED,
	"demonstration" boolean DEFAULT false NOT NULL,
	CONSTRAINT "organizations_number_unique" UNIQUE("number"),
	CONSTRAINT "organizations_code_unique" UNIQUE("code"),
	CONSTRAINT "organization_of_kind" UNIQUE("id","kind"),
	CONSTRAINT "organization_state_known" CHECK ("organizations"."state" in ('applied', 'accepted', 'refused', 'suspended')),
	CONSTRAINT "organization_kind_known" CHECK ("organizations"."kind" in ('national', 'province', 'association', 'platform', 'creator'))
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"sid_hash" text PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"signed_in_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "penalties" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"violation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"handle" text NOT NULL,
	"platform_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"clauses" text[] NOT NULL,
	"rung" text NOT NULL,
	"parameter" text,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "penalties_number_unique" UNIQUE("number"),
	CONSTRAINT "penalty_state_known" CHECK ("penalties"."state" in ('active', 'ended', 'met', 'unmet', 'revoked')),
	CONSTRAINT "penalty_runs_forward" CHECK ("penalties"."ends_at" is null or "penalties"."ends_at" > "penalties"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "penalty_reasons" (
	"penalty_id" uuid PRIMARY KEY NOT NULL,
	"platform_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"reason" text,
	"against" text NOT NULL,
	"guided" text NOT NULL,
	"occurrence" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "official_counters" (
	"issuer" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "official_counters_issuer_year_pk" PRIMARY KEY("issuer","year")
);
--> statement-breakpoint
CREATE TABLE "registration_contents" (
	"registration_id" uuid NOT NULL,
	"turn" integer NOT NULL,
	"content" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "registration_contents_registration_id_turn_pk" PRIMARY KEY("registration_id","turn")
);
--> statement-breakpoint
CREATE TABLE "registration_reasons" (
	"registration_id" uuid NOT NULL,
	"turn" integer NOT NULL,
	"field" text NOT NULL,
	"quote" text,
	"reason" text NOT NULL,
	CONSTRAINT "registration_reasons_registration_id_turn_field_pk" PRIMARY KEY("registration_id","turn","field")
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"drama_id" uuid NOT NULL,
	"title" text NOT NULL,
	"creator_id" uuid,
	"bureau_id" uuid NOT NULL,
	"issuer_id" uuid,
	"offer_id" uuid,
	"class" integer,
	"ruled_on" date,
	"tier_rule" text,
	"official_number" text,
	"submitted_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"planned_platform_ids" uuid[] DEFAULT '{}' NOT NULL,
	"pending_platform_ids" uuid[] DEFAULT '{}' NOT NULL,
	"state_before" text,
	"clock_left" integer,
	CONSTRAINT "registrations_number_unique" UNIQUE("number"),
	CONSTRAINT "registrations_official_number_unique" UNIQUE("official_number"),
	CONSTRAINT "registration_state_known" CHECK ("registrations"."state" in ('draft', 'submitted', 'returned', 'forwarded', 'registered', 'published', 'offered', 'refused', 'withdrawn', 'suspended')),
	CONSTRAINT "registration_class_known" CHECK ("registrations"."class" in (1, 2, 3)),
	CONSTRAINT "registration_state_before" CHECK ("registrations"."state" <> 'suspended' or "registrations"."state_before" is not null)
);
--> statement-breakpoint
CREATE TABLE "deadlines" (
	"code" text NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"applies_to" text NOT NULL,
	"amount" integer NOT NULL,
	"unit" text NOT NULL,
	"cut_off" text,
	"stops_when" text[] NOT NULL,
	"on_overdue" text NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"source" text[] NOT NULL,
	CONSTRAINT "deadlines_code_effective_from_pk" PRIMARY KEY("code","effective_from")
);
--> statement-breakpoint
CREATE TABLE "penalty_guide" (
	"severity" integer NOT NULL,
	"occurrence" text NOT NULL,
	"target" text NOT NULL,
	"penalty" text NOT NULL,
	"parameter" text,
	"mandatory" text NOT NULL,
	"deadline_hours" integer NOT NULL,
	"blacklist" text NOT NULL,
	"effective_from" date,
	"effective_to" date,
	"source" text[] NOT NULL,
	CONSTRAINT "penalty_guide_severity_occurrence_target_penalty_pk" PRIMARY KEY("severity","occurrence","target","penalty")
);
--> statement-breakpoint
CREATE TABLE "penalty_ladder" (
	"code" text NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"applies_to" text[] NOT NULL,
	"reversible" text NOT NULL,
	"parameter" text,
	"allowed_parameters" text[] NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"note_zh" text,
	"note_en" text,
	"source" text[] NOT NULL,
	CONSTRAINT "penalty_ladder_code_effective_from_pk" PRIMARY KEY("code","effective_from")
);
--> statement-breakpoint
CREATE TABLE "platform_names" (
	"code" text PRIMARY KEY NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"operator_zh" text,
	"operator_certainty" text,
	"home_province_code" text NOT NULL,
	"home_certainty" text NOT NULL,
	"account_word_zh" text[] NOT NULL,
	"account_word_en" text[] NOT NULL,
	"effective_from" date,
	"effective_to" date,
	"source" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "regulators" (
	"code" text PRIMARY KEY NOT NULL,
	"short_zh" text NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"name_certainty" text NOT NULL,
	"kind" text NOT NULL,
	"note" text,
	"effective_from" date,
	"effective_to" date,
	"source" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rulebook_versions" (
	"file" text NOT NULL,
	"version" text NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "rulebook_versions_file_loaded_at_pk" PRIMARY KEY("file","loaded_at")
);
--> statement-breakpoint
CREATE TABLE "tier_rules" (
	"effective_from" date NOT NULL,
	"effective_to" date,
	"ai_made" text NOT NULL,
	"class_1_min_fen" bigint NOT NULL,
	"class_2_min_fen" bigint NOT NULL,
	"class_1_other_triggers" text[] NOT NULL,
	"class_1_name" text NOT NULL,
	"class_2_name" text NOT NULL,
	"class_3_name" text NOT NULL,
	"source" text[] NOT NULL,
	CONSTRAINT "tier_rules_effective_from_ai_made_pk" PRIMARY KEY("effective_from","ai_made"),
	CONSTRAINT "tier_rules_lines_in_order" CHECK ("tier_rules"."class_1_min_fen" > "tier_rules"."class_2_min_fen" and "tier_rules"."class_2_min_fen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "violation_items" (
	"code" text PRIMARY KEY NOT NULL,
	"parent" text,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"default_severity" integer,
	"applies_to" text[] NOT NULL,
	"cnsa_items" text[] NOT NULL,
	"order16_articles" text[] NOT NULL,
	"other_basis_zh" text,
	"other_basis_en" text,
	"effective_from" date,
	"effective_to" date,
	"effective_from_precision" text,
	"note" text,
	"source" text[] NOT NULL,
	CONSTRAINT "violation_items_severity_known" CHECK ("violation_items"."default_severity" between 1 and 4 and "violation_items"."parent" is not null or "violation_items"."default_severity" is null and "violation_items"."parent" is null)
);
--> statement-breakpoint
CREATE TABLE "working_days" (
	"date" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"certainty" text NOT NULL,
	"source" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "takedown_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"platform_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"episode_count" integer,
	"links" text[] DEFAULT '{}' NOT NULL,
	"note" text,
	"at" timestamp with time zone NOT NULL,
	"late" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "takedown_orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"entry_id" uuid NOT NULL,
	"title" text NOT NULL,
	"platform_id" uuid NOT NULL,
	"bureau_id" uuid NOT NULL,
	"severity" integer NOT NULL,
	"approved_by" uuid NOT NULL,
	"answered_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"late" boolean DEFAULT false NOT NULL,
	"clock_left" integer,
	"ordered_due_at" timestamp with time zone,
	"ruled" boolean DEFAULT false NOT NULL,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "takedown_orders_number_unique" UNIQUE("number"),
	CONSTRAINT "one_order_per_platform" UNIQUE("entry_id","platform_id"),
	CONSTRAINT "takedown_state_known" CHECK ("takedown_orders"."state" in ('issued', 'removed', 'absent', 'objected', 'excused', 'withdrawn')),
	CONSTRAINT "takedown_removed_at" CHECK ("takedown_orders"."state" <> 'removed' or "takedown_orders"."removed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "files" (
	"sha256" text PRIMARY KEY NOT NULL,
	"byte_count" bigint NOT NULL,
	"media_type" text NOT NULL,
	"stored_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "violation_clauses" (
	"subject_id" uuid NOT NULL,
	"violation_id" uuid NOT NULL,
	"code" text NOT NULL,
	"upheld" text,
	CONSTRAINT "violation_clauses_subject_id_code_pk" PRIMARY KEY("subject_id","code")
);
--> statement-breakpoint
CREATE TABLE "violation_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"violation_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "violation_filings" (
	"violation_id" uuid PRIMARY KEY NOT NULL,
	"filer_id" uuid NOT NULL,
	"filed_by" uuid NOT NULL,
	"filed_by_name" text NOT NULL,
	"bureau_id" uuid NOT NULL,
	"filed_at" timestamp with time zone,
	"description" text,
	"links" text[] DEFAULT '{}' NOT NULL,
	"draft" jsonb
);
--> statement-breakpoint
CREATE TABLE "violation_places" (
	"violation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"episode" integer NOT NULL,
	"start_second" integer,
	"end_second" integer,
	"note" text,
	CONSTRAINT "violation_places_violation_id_position_pk" PRIMARY KEY("violation_id","position"),
	CONSTRAINT "place_runs_forward" CHECK ("violation_places"."end_second" is null or "violation_places"."end_second" >= "violation_places"."start_second")
);
--> statement-breakpoint
CREATE TABLE "violation_subjects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"violation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"drama_id" uuid,
	"mini_program_id" uuid,
	"account_id" uuid,
	"stage" text NOT NULL,
	"outcome" text,
	"severity" integer,
	"reason" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "violation_subject_is_one" CHECK (num_nonnulls("violation_subjects"."drama_id", "violation_subjects"."mini_program_id", "violation_subjects"."account_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "violations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"title" text NOT NULL,
	"bureau_id" uuid NOT NULL,
	"source" text NOT NULL,
	"seen_on" date,
	"filed_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"root_id" uuid,
	"severity" integer,
	CONSTRAINT "violations_number_unique" UNIQUE("number"),
	CONSTRAINT "violation_state_known" CHECK ("violations"."state" in ('draft', 'filed', 'upheld', 'dismissed', 'merged', 'withdrawn')),
	CONSTRAINT "violation_severity_known" CHECK ("violations"."severity" between 1 and 4),
	CONSTRAINT "violation_root_is_another" CHECK ("violations"."root_id" <> "violations"."id")
);
--> statement-breakpoint
ALTER TABLE "blacklist_clauses" ADD CONSTRAINT "blacklist_clauses_entry_id_blacklist_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."blacklist_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blacklist_names" ADD CONSTRAINT "blacklist_names_entry_id_blacklist_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."blacklist_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blacklist_proposals" ADD CONSTRAINT "blacklist_proposals_entry_id_blacklist_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."blacklist_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blacklist_subjects" ADD CONSTRAINT "blacklist_subjects_entry_id_blacklist_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."blacklist_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "episodes" ADD CONSTRAINT "episodes_drama_id_dramas_id_fk" FOREIGN KEY ("drama_id") REFERENCES "public"."dramas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_names" ADD CONSTRAINT "register_names_drama_id_dramas_id_fk" FOREIGN KEY ("drama_id") REFERENCES "public"."dramas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_secrets" ADD CONSTRAINT "member_secrets_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "member_of_kind" FOREIGN KEY ("organization_id","kind") REFERENCES "public"."organizations"("id","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_details" ADD CONSTRAINT "organization_details_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "penalty_reasons" ADD CONSTRAINT "penalty_reasons_penalty_id_penalties_id_fk" FOREIGN KEY ("penalty_id") REFERENCES "public"."penalties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_contents" ADD CONSTRAINT "registration_contents_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_reasons" ADD CONSTRAINT "registration_reasons_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_drama_id_dramas_id_fk" FOREIGN KEY ("drama_id") REFERENCES "public"."dramas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_answers" ADD CONSTRAINT "takedown_answers_order_id_takedown_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."takedown_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_orders" ADD CONSTRAINT "takedown_orders_entry_id_blacklist_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."blacklist_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "violation_clauses" ADD CONSTRAINT "violation_clauses_subject_id_violation_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."violation_subjects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "violation_evidence" ADD CONSTRAINT "violation_evidence_violation_id_violations_id_fk" FOREIGN KEY ("violation_id") REFERENCES "public"."violations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "violation_evidence" ADD CONSTRAINT "violation_evidence_sha256_files_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "violation_filings" ADD CONSTRAINT "violation_filings_violation_id_violations_id_fk" FOREIGN KEY ("violation_id") REFERENCES "public"."violations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "violation_places" ADD CONSTRAINT "violation_places_violation_id_violations_id_fk" FOREIGN KEY ("violation_id") REFERENCES "public"."violations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "violation_subjects" ADD CONSTRAINT "violation_subjects_violation_id_violations_id_fk" FOREIGN KEY ("violation_id") REFERENCES "public"."violations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_of_bureau" ON "blacklist_entries" USING btree ("bureau_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "entries_listed" ON "blacklist_entries" USING btree ("state","listed_at","id");--> statement-breakpoint
CREATE INDEX "entries_opened" ON "blacklist_entries" USING btree ("opened_at","id");--> statement-breakpoint
CREATE INDEX "blacklist_names_grams" ON "blacklist_names" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "proposals_of_proposer" ON "blacklist_proposals" USING btree ("proposer_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_active_entry_per_drama" ON "blacklist_subjects" USING btree ("drama_id") WHERE "blacklist_subjects"."active";--> statement-breakpoint
CREATE INDEX "placements_of_drama" ON "placements" USING btree ("drama_id");--> statement-breakpoint
CREATE INDEX "accounts_of_operator" ON "platform_accounts" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "dramas_by_producer" ON "dramas" USING btree ("producer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "dramas_public" ON "dramas" USING btree ("public_since","id");--> statement-breakpoint
CREATE INDEX "dramas_by_fold" ON "dramas" USING btree ("folded");--> statement-breakpoint
CREATE INDEX "register_names_grams" ON "register_names" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "register_names_folded" ON "register_names" USING btree ("folded");--> statement-breakpoint
CREATE INDEX "access_of_subject" ON "access_log" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "events_of_subject" ON "events" USING btree ("subject_id","seq");--> statement-breakpoint
CREATE INDEX "form_keys_by_age" ON "form_keys" USING btree ("at");--> statement-breakpoint
CREATE INDEX "mails_to_send" ON "mails" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "waiting_queue" ON "waiting" USING btree ("organization_id","due_at","subject_id");--> statement-breakpoint
CREATE INDEX "waiting_clock" ON "waiting" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "invitations_of_organization" ON "invitations" USING btree ("organization_id","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_member_per_email" ON "members" USING btree (lower("email")) WHERE "members"."state" = 'active';--> statement-breakpoint
CREATE INDEX "members_of_organization" ON "members" USING btree ("organization_id","opened_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_organization_per_credit_code" ON "organization_details" USING btree ("credit_code");--> statement-breakpoint
CREATE INDEX "organizations_by_bureau" ON "organizations" USING btree ("bureau_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "sessions_of_member" ON "sessions" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_rung_per_account_and_case" ON "penalties" USING btree ("violation_id","account_id","rung") WHERE "penalties"."state" <> 'revoked';--> statement-breakpoint
CREATE INDEX "penalties_of_platform" ON "penalties" USING btree ("platform_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "penalties_opened" ON "penalties" USING btree ("opened_at","id");--> statement-breakpoint
CREATE INDEX "penalties_of_account" ON "penalties" USING btree ("account_id","opened_at");--> statement-breakpoint
CREATE INDEX "penalties_ending" ON "penalties" USING btree ("ends_at") WHERE "penalties"."state" = 'active';--> statement-breakpoint
CREATE INDEX "registrations_of_creator" ON "registrations" USING btree ("creator_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "registrations_of_bureau" ON "registrations" USING btree ("bureau_id","state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "registrations_of_issuer" ON "registrations" USING btree ("issuer_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "registrations_of_drama" ON "registrations" USING btree ("drama_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_record_per_platform" ON "registrations" USING btree ("drama_id","issuer_id") WHERE "registrations"."issuer_id" is not null;--> statement-breakpoint
CREATE INDEX "violation_items_of_group" ON "violation_items" USING btree ("parent");--> statement-breakpoint
CREATE INDEX "answers_of_order" ON "takedown_answers" USING btree ("order_id","at");--> statement-breakpoint
CREATE INDEX "orders_of_platform" ON "takedown_orders" USING btree ("platform_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "orders_opened" ON "takedown_orders" USING btree ("opened_at","id");--> statement-breakpoint
CREATE INDEX "orders_of_bureau" ON "takedown_orders" USING btree ("bureau_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "clauses_of_violation" ON "violation_clauses" USING btree ("violation_id");--> statement-breakpoint
CREATE INDEX "evidence_of_violation" ON "violation_evidence" USING btree ("violation_id");--> statement-breakpoint
CREATE INDEX "evidence_of_file" ON "violation_evidence" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "filings_of_filer" ON "violation_filings" USING btree ("filer_id","filed_at","violation_id");--> statement-breakpoint
CREATE INDEX "subjects_of_violation" ON "violation_subjects" USING btree ("violation_id");--> statement-breakpoint
CREATE INDEX "violations_of_drama" ON "violation_subjects" USING btree ("drama_id");--> statement-breakpoint
CREATE INDEX "violations_of_account" ON "violation_subjects" USING btree ("account_id","decided_at");--> statement-breakpoint
CREATE INDEX "violations_of_mini_program" ON "violation_subjects" USING btree ("mini_program_id","decided_at");--> statement-breakpoint
CREATE INDEX "violations_of_bureau" ON "violations" USING btree ("bureau_id","filed_at","id");--> statement-breakpoint
CREATE INDEX "violations_by_filing" ON "violations" USING btree ("filed_at","id");--> statement-breakpoint
CREATE INDEX "violations_of_root" ON "violations" USING btree ("root_id");
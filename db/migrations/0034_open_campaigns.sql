CREATE TABLE "campaign_figure_rows" (
	"campaign_id" uuid NOT NULL,
	"figure" text NOT NULL,
	"label" integer NOT NULL,
	"row_ids" text[] NOT NULL,
	CONSTRAINT "campaign_figure_rows_campaign_id_figure_label_pk" PRIMARY KEY("campaign_id","figure","label")
);
--> statement-breakpoint
CREATE TABLE "campaign_figures" (
	"campaign_id" uuid NOT NULL,
	"figure" text NOT NULL,
	"label" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"value" integer NOT NULL,
	"unknown" integer NOT NULL,
	"rows" integer NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "campaign_figures_campaign_id_figure_label_pk" PRIMARY KEY("campaign_id","figure","label")
);
--> statement-breakpoint
CREATE TABLE "campaign_labels" (
	"campaign_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"codes" text[] NOT NULL,
	CONSTRAINT "campaign_labels_campaign_id_position_pk" PRIMARY KEY("campaign_id","position")
);
--> statement-breakpoint
CREATE TABLE "campaign_quotas" (
	"campaign_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"figure" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "campaign_quotas_campaign_id_organization_id_figure_pk" PRIMARY KEY("campaign_id","organization_id","figure"),
	CONSTRAINT "campaign_quota_count" CHECK ("campaign_quotas"."count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"title" text NOT NULL,
	"basis" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"target_kinds" text[] NOT NULL,
	"platform_ids" uuid[] DEFAULT '{}' NOT NULL,
	"bureau_ids" uuid[] DEFAULT '{}' NOT NULL,
	"issuer_id" uuid NOT NULL,
	"opened_by" uuid NOT NULL,
	"written_by" uuid NOT NULL,
	"started_by" uuid,
	"started_at" timestamp with time zone,
	"close_proposed_by" uuid,
	"closed_by" uuid,
	"closed_at" timestamp with time zone,
	"position_seq" integer,
	"position_snapshot" text,
	CONSTRAINT "campaigns_number_unique" UNIQUE("number"),
	CONSTRAINT "campaign_state_known" CHECK ("campaigns"."state" in ('draft', 'running', 'closing', 'closed', 'withdrawn')),
	CONSTRAINT "campaign_runs_forward" CHECK ("campaigns"."to_on" >= "campaigns"."from_on"),
	CONSTRAINT "campaign_two_open" CHECK ("campaigns"."started_by" <> "campaigns"."written_by"),
	CONSTRAINT "campaign_two_close" CHECK ("campaigns"."closed_by" <> "campaigns"."close_proposed_by"),
	CONSTRAINT "campaign_closed_is_frozen" CHECK ("campaigns"."state" <> 'closed' or "campaigns"."position_snapshot" is not null)
);
--> statement-breakpoint
CREATE TABLE "published_campaigns" (
	"code" text NOT NULL,
	"zh" text NOT NULL,
	"en" text NOT NULL,
	"from_on" date NOT NULL,
	"from_precision" text,
	"to_on" date,
	"to_precision" text,
	"duration_months" integer,
	"metric" text NOT NULL,
	"metric_zh" text NOT NULL,
	"kind" text NOT NULL,
	"count" integer,
	"qualifier" text NOT NULL,
	"source" text[] NOT NULL,
	CONSTRAINT "published_campaigns_code_kind_metric_pk" PRIMARY KEY("code","kind","metric")
);
--> statement-breakpoint
CREATE TABLE "published_notices" (
	"date" date NOT NULL,
	"date_precision" text,
	"date_to" date,
	"publisher" text NOT NULL,
	"publisher_zh" text NOT NULL,
	"subject" text NOT NULL,
	"subject_zh" text NOT NULL,
	"out_of" integer,
	"action" text NOT NULL,
	"action_zh" text NOT NULL,
	"kind" text NOT NULL,
	"count" integer,
	"qualifier" text NOT NULL,
	"source" text[] NOT NULL,
	CONSTRAINT "published_notices_date_publisher_kind_subject_pk" PRIMARY KEY("date","publisher","kind","subject")
);
--> statement-breakpoint
ALTER TABLE "campaign_figure_rows" ADD CONSTRAINT "campaign_figure_rows_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "campaign_figures" ADD CONSTRAINT "campaign_figures_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "campaign_labels" ADD CONSTRAINT "campaign_labels_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "campaign_quotas" ADD CONSTRAINT "campaign_quotas_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "campaigns_opened" ON "campaigns" USING btree ("opened_at","id");
--> statement-breakpoint
-- A campaign's draft is its organization's own business; once it runs everybody reads what it is about. Quotas are for those they are set for; which records made a figure, for 总局.
create function campaign_is_public(campaign uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from campaigns where id = campaign and state not in ('draft', 'withdrawn')) $$;--> statement-breakpoint
create function sees_case_of_campaign(campaign uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select app_sees_all() or (app_kind() is not null and campaign_is_public(campaign)) $$;--> statement-breakpoint
do $$
declare rule record;
begin
  for rule in select * from (values
    ('campaigns', 'app_sees_all() or (app_kind() is not null and state not in (''draft'', ''withdrawn''))'),
    ('campaign_labels', 'app_sees_all() or (app_kind() is not null and campaign_is_public(campaign_id))'),
    ('campaign_quotas', 'app_sees_all() or (organization_id = app_org() and campaign_is_public(campaign_id))'),
    ('campaign_figures', 'app_kind() is not null'),
    ('campaign_figure_rows', 'app_sees_all()')
  ) as rules (name, reads) loop
    execute format('alter table %I enable row level security', rule.name);
    execute format('create policy reads on %I for select using (%s)', rule.name, rule.reads);
    execute format('create policy writes on %I for insert with check (app_kind() in (''house'', ''national''))', rule.name);
    execute format('create policy changes on %I for update using (app_kind() in (''house'', ''national'')) with check (app_kind() in (''house'', ''national''))', rule.name);
    execute format('create policy clears on %I for delete using (app_kind() in (''house'', ''national''))', rule.name);
  end loop;
end $$;--> statement-breakpoint
create trigger number_stays before update of number on campaigns for each row execute function number_stays();--> statement-breakpoint
create constraint trigger number_is_given after insert or update of state, number on campaigns deferrable initially deferred for each row execute function number_is_given();--> statement-breakpoint
-- A closed campaign is frozen: its figures are written once.
create function figures_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a frozen figure stays' using errcode = 'check_violation';
end $$;--> statement-breakpoint
create trigger figures_stay before update or delete on campaign_figures for each row execute function figures_stay();--> statement-breakpoint
create trigger figures_stay before update or delete on campaign_figure_rows for each row execute function figures_stay();

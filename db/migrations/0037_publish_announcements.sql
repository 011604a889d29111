CREATE TABLE "announcement_counts" (
	"issuer_id" uuid PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "announcement_figures" (
	"announcement_id" uuid NOT NULL,
	"key" text NOT NULL,
	"definition" jsonb NOT NULL,
	"value" integer,
	"unknown" integer,
	"rows" integer,
	"position_seq" integer,
	"position_snapshot" text,
	"sha256" text,
	CONSTRAINT "announcement_figures_announcement_id_key_pk" PRIMARY KEY("announcement_id","key")
);
--> statement-breakpoint
CREATE TABLE "announcement_rows" (
	"announcement_id" uuid NOT NULL,
	"key" text NOT NULL,
	"row_id" text NOT NULL,
	"case_id" uuid NOT NULL,
	"name" text NOT NULL,
	"target_kind" text NOT NULL,
	"codes" text[] NOT NULL,
	"rung" text,
	"counts_at" timestamp with time zone NOT NULL,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "announcement_rows_announcement_id_key_row_id_pk" PRIMARY KEY("announcement_id","key","row_id")
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"issuer_id" uuid NOT NULL,
	"of_id" uuid,
	"batch_id" uuid,
	"opened_by" uuid NOT NULL,
	"proposed_by" uuid,
	"approved_by" uuid,
	"scheduled_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"issue" integer,
	CONSTRAINT "announcements_number_unique" UNIQUE("number"),
	CONSTRAINT "announcement_state_known" CHECK ("announcements"."state" in ('draft', 'proposed', 'scheduled', 'published', 'withdrawn')),
	CONSTRAINT "announcement_kind_known" CHECK ("announcements"."kind" in ('announcement', 'correction', 'retraction')),
	CONSTRAINT "announcement_points_back" CHECK (("announcements"."kind" = 'announcement') = ("announcements"."of_id" is null)),
	CONSTRAINT "announcement_two_people" CHECK ("announcements"."approved_by" <> "announcements"."proposed_by"),
	CONSTRAINT "announcement_published_whole" CHECK ("announcements"."state" <> 'published' or ("announcements"."issue" is not null and "announcements"."published_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "announcement_figures" ADD CONSTRAINT "announcement_figures_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_rows" ADD CONSTRAINT "announcement_rows_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announced_cases" ON "announcement_rows" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_issue_number" ON "announcements" USING btree ("issuer_id","issue") WHERE "announcements"."issue" is not null;--> statement-breakpoint
CREATE INDEX "announcements_of_issuer" ON "announcements" USING btree ("issuer_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "announcements_published" ON "announcements" USING btree ("published_at","id") WHERE "announcements"."state" = 'published';--> statement-breakpoint
CREATE INDEX "announcements_scheduled" ON "announcements" USING btree ("scheduled_at") WHERE "announcements"."state" = 'scheduled';--> statement-breakpoint
CREATE INDEX "announcements_pointing_back" ON "announcements" USING btree ("of_id") WHERE "announcements"."of_id" is not null;--> statement-breakpoint
-- Until it is published an announcement is its issuer's own business and 总局's; then everybody's.
create function announcement_is_public(announcement uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from announcements where id = announcement and state = 'published') $$;--> statement-breakpoint
create function announcement_issuer(announcement uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as
$$ select issuer_id from announcements where id = announcement $$;--> statement-breakpoint
create function sees_case_of_announcement(announcement uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select (app_kind() is not null and announcement_is_public(announcement)) or app_kind() in ('house', 'clock') or announcement_issuer(announcement) = app_org()
  or (app_kind() = 'national' and (select state <> 'draft' from announcements where id = announcement)) $$;--> statement-breakpoint
do $$
declare rule record;
begin
  for rule in select * from (values
    ('announcements', 'app_kind() in (''house'', ''clock'') or (app_kind() is not null and state = ''published'') or issuer_id = app_org() or (app_kind() = ''national'' and state <> ''draft'')'),
    ('announcement_counts', 'app_kind() in (''house'', ''clock'') or issuer_id = app_org()'),
    ('announcement_figures', 'sees_case_of_announcement(announcement_id)'),
    ('announcement_rows', 'sees_case_of_announcement(announcement_id)')
  ) as rules (name, reads) loop
    execute format('alter table %I enable row level security', rule.name);
    execute format('create policy reads on %I for select using (%s)', rule.name, rule.reads);
    execute format('create policy writes on %I for insert with check (app_kind() not in (''visitor'', ''creator''))', rule.name);
    execute format('create policy changes on %I for update using (%s) with check (app_kind() not in (''visitor'', ''creator''))', rule.name, rule.reads);
    execute format('create policy clears on %I for delete using (%s)', rule.name, rule.reads);
  end loop;
end $$;--> statement-breakpoint
create trigger number_stays before update of number on announcements for each row execute function number_stays();--> statement-breakpoint
create constraint trigger number_is_given after insert or update of state, number on announcements deferrable initially deferred for each row execute function number_is_given();--> statement-breakpoint
-- What was published stays as it was published.
create function published_stays() returns trigger language plpgsql as $$
begin
  if old.state = 'published' and (new is null or new.number is not distinct from old.number) then raise exception 'a published announcement stays' using errcode = 'check_violation'; end if;
  return coalesce(new, old);
end $$;--> statement-breakpoint
create trigger published_stays before update or delete on announcements for each row execute function published_stays();--> statement-breakpoint
create function published_figure_stays() returns trigger language plpgsql as $$
begin
  if old.sha256 is not null then raise exception 'a published figure stays' using errcode = 'check_violation'; end if;
  return coalesce(new, old);
end $$;--> statement-breakpoint
create trigger published_figure_stays before update or delete on announcement_figures for each row execute function published_figure_stays();

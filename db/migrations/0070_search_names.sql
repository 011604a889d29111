ALTER TABLE "mini_programs" ADD COLUMN "grams" text[];--> statement-breakpoint
ALTER TABLE "platform_accounts" ADD COLUMN "grams" text[];--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "grams" text[];--> statement-breakpoint
CREATE INDEX "mini_programs_grams" ON "mini_programs" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "mini_programs_to_fold" ON "mini_programs" USING btree ("id") WHERE "mini_programs"."grams" is null;--> statement-breakpoint
CREATE INDEX "accounts_grams" ON "platform_accounts" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "accounts_to_fold" ON "platform_accounts" USING btree ("id") WHERE "platform_accounts"."grams" is null;--> statement-breakpoint
CREATE INDEX "organizations_grams" ON "organizations" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "organizations_to_fold" ON "organizations" USING btree ("id") WHERE "organizations"."grams" is null;--> statement-breakpoint
ALTER TABLE "operators" ADD COLUMN "grams" text[];--> statement-breakpoint
CREATE INDEX "operators_grams" ON "operators" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "operators_to_fold" ON "operators" USING btree ("id") WHERE "operators"."grams" is null;--> statement-breakpoint
-- A name that changes is folded anew, whoever changes it.
create function name_to_fold() returns trigger language plpgsql as $$
begin
  new.grams := null;
  return new;
end $$;--> statement-breakpoint
create trigger name_to_fold before update of name, short_name, name_en on organizations for each row
  when ((old.name, old.short_name, old.name_en) is distinct from (new.name, new.short_name, new.name_en)) execute function name_to_fold();--> statement-breakpoint
create trigger name_to_fold before update of name on mini_programs for each row when (old.name is distinct from new.name) execute function name_to_fold();--> statement-breakpoint
create trigger name_to_fold before update of handle on platform_accounts for each row when (old.handle is distinct from new.handle) execute function name_to_fold();--> statement-breakpoint
create trigger name_to_fold before update of name on operators for each row when (old.name is distinct from new.name) execute function name_to_fold();--> statement-breakpoint
-- No operator on arrays is leakproof, so that policies stand before the index: the function asks the index, and shows whose rows the reader may see.
create function names_holding(noun text, pairs text[], most int) returns table (id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if app_kind() is null then return; end if;
  if noun = 'organization' then
    return query select o.id from organizations o where o.grams @> pairs and sees_organization(o) order by length(o.name), o.id limit most;
  elsif noun = 'mini_program' then
    return query select m.id from mini_programs m where m.grams @> pairs
      and (app_kind() in ('platform', 'association', 'province', 'national', 'house', 'clock') or m.operator_id = own_operator() or mini_program_was_listed(m.id))
      order by length(m.name), m.id limit most;
  elsif noun = 'operator' then
    return query select o.id from operators o where o.grams @> pairs and app_kind() in ('platform', 'association', 'province', 'national', 'house', 'clock')
      order by length(o.name), o.id limit most;
  elsif noun = 'account' then
    return query select a.id from platform_accounts a where a.grams @> pairs
      and (app_kind() in ('platform', 'association', 'province', 'national', 'house', 'clock') or a.operator_id = own_operator())
      order by length(a.handle), a.id limit most;
  end if;
end $$;

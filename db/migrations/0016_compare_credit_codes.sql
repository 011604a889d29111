-- The parameter was called like a column, which SQL prefers: no code was ever found taken.
drop function credit_code_is_taken(text);--> statement-breakpoint
create function credit_code_is_taken(typed text) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from organization_details d where d.credit_code = typed and not d.refused) $$;

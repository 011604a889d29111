-- The acts' clock: the database's, moved by the one row that only a test database may have.
create function app_now() returns timestamptz language sql stable as
$$ select now() + make_interval(secs => coalesce((select offset_seconds from test_clock), 0)) $$;--> statement-breakpoint

drop function session_claim(text);--> statement-breakpoint
drop function member_claim(uuid);--> statement-breakpoint
create function member_claim(member uuid) returns table (member_id uuid, organization_id uuid, kind text, name text, email text, duties text[], organization_name text, organization_short_name text, organization_name_en text, organization_state text, locale text, version int)
language sql stable security definer set search_path = public, pg_temp as
$$ select m.id, m.organization_id, m.kind, m.name, m.email, m.duties, o.name, o.short_name, o.name_en, o.state, m.locale, m.version from members m join organizations o on o.id = m.organization_id
  where m.id = member and m.state = 'active' $$;--> statement-breakpoint
-- Idle and absolute limits: creators 24 hours and 7 days, all others 30 minutes and 12 hours. Seen at most once a minute.
create function session_claim(sid text) returns table (member_id uuid, organization_id uuid, kind text, name text, email text, duties text[], organization_name text, organization_short_name text, organization_name_en text, organization_state text, locale text, version int)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare held sessions; claim record;
begin
  select * into held from sessions where sid_hash = sid and ended_at is null;
  if not found then return; end if;
  select * into claim from member_claim(held.member_id);
  if not found then return; end if;
  if held.seen_at < app_now() - (case when claim.kind = 'creator' then interval '24 hours' else interval '30 minutes' end)
    or held.signed_in_at < app_now() - (case when claim.kind = 'creator' then interval '7 days' else interval '12 hours' end) then return; end if;
  if held.seen_at < app_now() - interval '1 minute' then update sessions set seen_at = app_now() where sid_hash = sid; end if;
  return query select c.* from member_claim(held.member_id) c;
end $$;--> statement-breakpoint

-- One-time links: who holds the token reads what it is for, and nothing else.
drop function invitation_by(text);--> statement-breakpoint
create function invitation_by(token text) returns table (id uuid, organization_id uuid, kind text, email text, duties text[], expires_at timestamptz, state text, version int, organization_name text, open boolean)
language sql stable security definer set search_path = public, pg_temp as
$$ select i.id, i.organization_id, o.kind, i.email, i.duties, i.expires_at, i.state, i.version, o.name, i.state = 'open' and i.expires_at > app_now() and o.state = 'accepted'
  from invitations i join organizations o on o.id = i.organization_id where i.token_hash = token $$;--> statement-breakpoint
drop function password_reset_is_open(text);--> statement-breakpoint
create function password_reset_by(token text) returns table (member_id uuid, organization_id uuid, email text)
language sql stable security definer set search_path = public, pg_temp as
$$ select m.id, m.organization_id, m.email from password_resets r join members m on m.id = r.member_id
  where r.token_hash = token and r.used_at is null and r.expires_at > app_now() and m.state = 'active' $$;--> statement-breakpoint
create or replace function use_password_reset(token text) returns uuid language sql volatile security definer set search_path = public, pg_temp as
$$ update password_resets set used_at = app_now() where token_hash = token and used_at is null and expires_at > app_now() returning member_id $$;--> statement-breakpoint
-- A newer link closes the older ones.
create function close_password_resets(member uuid) returns void language sql volatile security definer set search_path = public, pg_temp as
$$ update password_resets set used_at = app_now() where member_id = member and used_at is null $$;--> statement-breakpoint

-- When the members of one's own organization last signed in; their sessions are nobody else's to read.
create function last_sign_ins() returns table (member_id uuid, signed_in_at timestamptz) language sql stable security definer set search_path = public, pg_temp as
$$ select s.member_id, max(s.signed_in_at) from sessions s join members m on m.id = s.member_id where m.organization_id = app_org() group by 1 $$;--> statement-breakpoint
-- Which of these organizations have an administrator, for 总局, which invites the first one and may not read the members.
create function administered(organizations uuid[]) returns table (organization_id uuid) language sql stable security definer set search_path = public, pg_temp as
$$ select distinct m.organization_id from members m where m.organization_id = any (organizations) and m.state = 'active' and 'admin' = any (m.duties) and app_kind() in ('national', 'house') $$;--> statement-breakpoint
-- What the demonstration has written; a portal that holds no demonstration shows nothing here.
create function demonstration_mails() returns setof mails language sql stable security definer set search_path = public, pg_temp as
$$ select * from mails where exists (select from organizations where demonstration) order by queued_at desc, id desc limit 100 $$;--> statement-breakpoint

-- The clock clears away what has expired.
alter policy reads on sessions using (app_kind() in ('house', 'clock') or member_id = app_member());--> statement-breakpoint
alter policy clears on sessions using (app_kind() in ('house', 'clock') or member_id = app_member());--> statement-breakpoint
alter policy reads on password_resets using (app_kind() in ('house', 'clock'));--> statement-breakpoint
alter policy clears on password_resets using (app_kind() in ('house', 'clock'));--> statement-breakpoint

-- The last administrator stays, whoever writes and however many at once: judged when the act commits, one act after another.
create function administrator_stays() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.state = 'active' and 'admin' = any (old.duties) and not (new.state = 'active' and 'admin' = any (new.duties)) then
    perform from organizations where id = old.organization_id for no key update;
    if not exists (select from members where organization_id = old.organization_id and state = 'active' and 'admin' = any (duties)) then
      raise exception 'the last administrator stays' using errcode = 'check_violation', constraint = 'administrator_stays';
    end if;
  end if;
  return null;
end $$;--> statement-breakpoint
create trigger administrator_stays after update of state, duties on members for each row execute function administrator_stays();

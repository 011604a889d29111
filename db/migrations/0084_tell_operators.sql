-- Is this operator blocked by a permanent ban of whatever is its own: the first of them.
create function blocked_operator(operator uuid) returns table (subject_id uuid, target text, operator_id uuid, operator_name text, credit_code text, number text, platform_id uuid, since timestamptz)
language sql stable security definer set search_path = public, pg_temp as
$$ select o.id, o.name, o.id, o.name, o.credit_code, b.number, b.platform_id, b.since
  from operators o join bans_of_operators() b on b.operator_id = o.id where o.id = blocked_operator.operator order by b.since limit 1 $$;
